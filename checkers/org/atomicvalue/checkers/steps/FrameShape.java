package org.atomicvalue.checkers.steps;

import java.util.List;
import org.objectweb.asm.Type;

/**
 * What a method holds where it may be left: its local variables and what lies on its operand stack.
 *
 * @param place where in the source, for people to read
 * @param types of the values, in their order
 * @param names of those that are local variables in scope; null for the others
 */
record FrameShape(String place, List<Type> types, List<String> names) {

  boolean isPrimitive(int index) {
    return types.get(index).getSort() < Type.ARRAY;
  }

  /** The class of a primitive type. */
  Class<?> primitive(int index) {
    return switch (types.get(index).getSort()) {
      case Type.BOOLEAN -> boolean.class;
      case Type.CHAR -> char.class;
      case Type.BYTE -> byte.class;
      case Type.SHORT -> short.class;
      case Type.INT -> int.class;
      case Type.LONG -> long.class;
      case Type.FLOAT -> float.class;
      default -> double.class;
    };
  }
}
