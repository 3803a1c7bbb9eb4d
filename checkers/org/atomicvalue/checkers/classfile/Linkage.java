package org.atomicvalue.checkers.classfile;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * Whether the virtual machine takes a class file as it is, and finds what that names. Where not, it throws errors of
 * which symbols know nothing.
 */
final class Linkage {

  private static final String VAR_HANDLE = "java/lang/invoke/VarHandle";
  private static final String BOOTSTRAP =
      "(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;";
  private static final Handle CONCAT =
      concat("makeConcat", BOOTSTRAP + ")Ljava/lang/invoke/CallSite;");
  private static final Handle CONCAT_WITH_CONSTANTS =
      concat("makeConcatWithConstants",
          BOOTSTRAP + "Ljava/lang/String;[Ljava/lang/Object;)Ljava/lang/invoke/CallSite;");
  private static final char ARGUMENT = '\1';
  private static final char CONSTANT = '\2';

  private Linkage() {}

  private static Handle concat(String name, String descriptor) {
    return new Handle(
        Opcodes.H_INVOKESTATIC, "java/lang/invoke/StringConcatFactory", name, descriptor, false);
  }

  /** Has this virtual machine verify, link and initialize a class whose static initializer is understood. */
  static void requireAccepted(ClassFile file, byte[] bytes) {
    ClassLoader loader = new ClassLoader(ClassLoader.getPlatformClassLoader()) {
      @Override
      protected Class<?> findClass(String name) throws ClassNotFoundException {
        if (!name.equals(file.name().replace('/', '.'))) {
          throw new ClassNotFoundException(name);
        }
        return defineClass(name, bytes, 0, bytes.length);
      }
    };
    try {
      Class.forName(file.name().replace('/', '.'), true, loader);
    } catch (LinkageError | ClassNotFoundException e) {
      throw new Refusal(file.simpleName(), "the virtual machine that looks at it does not accept it: " + e);
    }
  }

  /**
   * Whether every class file can name the type.
   *
   * @param type the internal name, or the descriptor of an array
   */
  static boolean isThere(String type) {
    Type element = Type.getObjectType(type);
    if (element.getSort() == Type.ARRAY) {
      element = element.getElementType();
    }
    if (element.getSort() != Type.OBJECT) {
      return true;
    }
    try {
      Class<?> found = platformClass(element.getInternalName());
      return Modifier.isPublic(found.getModifiers()) && found.getModule() == Object.class.getModule()
          && found.getModule().isExported(found.getPackageName());
    } catch (ClassNotFoundException e) {
      return false;
    }
  }

  static Class<?> platformClass(String type) throws ClassNotFoundException {
    return Class.forName(type.replace('/', '.'), false, ClassLoader.getPlatformClassLoader());
  }

  /** Whether a public method or constructor of a type that is there is called as what it is. */
  static boolean fits(MethodInsnNode call) {
    if (!isThere(call.owner) || call.owner.startsWith("[")) {
      return false;
    }
    Class<?> owner;
    try {
      owner = platformClass(call.owner);
    } catch (ClassNotFoundException e) {
      return false;
    }
    if (call.name.equals("<init>")) {
      return call.getOpcode() == Opcodes.INVOKESPECIAL && Arrays.stream(owner.getConstructors())
          .anyMatch(constructor -> Type.getConstructorDescriptor(constructor).equals(call.desc));
    }
    boolean isStatic = call.getOpcode() == Opcodes.INVOKESTATIC;
    boolean isOfInterface = call.getOpcode() == Opcodes.INVOKEINTERFACE;
    return call.getOpcode() != Opcodes.INVOKESPECIAL && call.itf == owner.isInterface()
        && (isStatic || isOfInterface == owner.isInterface())
        && Arrays.stream(owner.getMethods()).anyMatch(method -> method.getName().equals(call.name)
            && Modifier.isStatic(method.getModifiers()) == isStatic && takes(method, call));
  }

  /** A VarHandle's accesses take what their call sites say. */
  private static boolean takes(Method method, MethodInsnNode call) {
    return Type.getMethodDescriptor(method).equals(call.desc)
        || call.owner.equals(VAR_HANDLE) && method.isVarArgs() && Modifier.isNative(method.getModifiers());
  }

  /** Whether it joins its arguments to a text, with as many of them as its recipe has places for. */
  static boolean joins(InvokeDynamicInsnNode call) {
    if (Type.getReturnType(call.desc).getSort() != Type.OBJECT
        || !Type.getReturnType(call.desc).getInternalName().equals("java/lang/String")) {
      return false;
    }
    List<Object> constants = List.of(call.bsmArgs);
    if (call.bsm.equals(CONCAT)) {
      return constants.isEmpty();
    }
    return call.bsm.equals(CONCAT_WITH_CONSTANTS) && !constants.isEmpty()
        && constants.stream().allMatch(constant -> constant instanceof String || constant instanceof Integer)
        && constants.get(0) instanceof String recipe
        && recipe.chars().filter(c -> c == ARGUMENT).count() == Type.getArgumentTypes(call.desc).length
        && recipe.chars().filter(c -> c == CONSTANT).count() == constants.size() - 1;
  }
}
