package org.atomicvalue.checkers.steps;

import static org.objectweb.asm.Opcodes.CHECKCAST;
import static org.objectweb.asm.Opcodes.INVOKESTATIC;
import static org.objectweb.asm.Opcodes.INVOKEVIRTUAL;

import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;

/** Bytecode between a value of any type and the {@code Object} that stands for it. */
final class Boxes {

  private Boxes() {}

  static void box(MethodVisitor code, Type type) {
    if (isPrimitive(type)) {
      code.visitMethodInsn(INVOKESTATIC, wrapper(type), "valueOf", "(" + type + ")L" + wrapper(type) + ";", false);
    }
  }

  static void unbox(MethodVisitor code, Type type) {
    if (isPrimitive(type)) {
      code.visitTypeInsn(CHECKCAST, wrapper(type));
      code.visitMethodInsn(INVOKEVIRTUAL, wrapper(type), type.getClassName() + "Value", "()" + type, false);
    } else {
      code.visitTypeInsn(CHECKCAST, type.getInternalName());
    }
  }

  private static boolean isPrimitive(Type type) {
    return type.getSort() < Type.ARRAY;
  }

  private static String wrapper(Type type) {
    return switch (type.getSort()) {
      case Type.CHAR -> "java/lang/Character";
      case Type.INT -> "java/lang/Integer";
      default -> {
        String name = type.getClassName();
        yield "java/lang/" + Character.toUpperCase(name.charAt(0)) + name.substring(1);
      }
    };
  }
}
