package org.atomicvalue.checkers.steps;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.atomicvalue.checkers.graph.TlaValue;
import org.objectweb.asm.Type;

/** A method call, in the words of the specification and in those of the class. */
public final class Call {

  private final TlaValue inSpec;
  private final String inCode;
  private final MethodHandle method;
  private final Class<?> returnType;
  private final String signature;
  private final Object[] arguments;

  private Call(TlaValue inSpec, String inCode, Method method, Object[] arguments) throws IllegalAccessException {
    this.inSpec = inSpec;
    this.inCode = inCode;
    method.setAccessible(true);
    this.signature = method.getName() + Type.getMethodDescriptor(method);
    this.method = MethodHandles.lookup().unreflect(method)
        .asSpreader(Object[].class, arguments.length)
        .asType(MethodType.methodType(Object.class, Object.class, Object[].class));
    this.returnType = method.getReturnType();
    this.arguments = arguments;
  }

  /**
   * A call of a method that is not private, which must be the only such of its name and number of parameters.
   *
   * @param inSpec the call as the specification writes it
   * @param type the class that has the method: that of a {@link SteppedClass}, or a sequential one
   * @param arguments names of objects
   */
  public static Call of(String inSpec, Class<?> type, String method, Vocabulary names, String... arguments) {
    List<Method> candidates = Stream.concat(Arrays.stream(type.getMethods()), Arrays.stream(type.getDeclaredMethods()))
        .distinct()
        .filter(candidate -> candidate.getName().equals(method))
        .filter(candidate -> candidate.getParameterCount() == arguments.length && !candidate.isBridge())
        .filter(candidate -> (candidate.getModifiers() & (Modifier.STATIC | Modifier.PRIVATE)) == 0)
        .toList();
    if (candidates.size() != 1) {
      throw new IllegalArgumentException(type + " has " + candidates.size() + " methods " + method + " with "
          + arguments.length + " parameters that are neither private nor static");
    }
    try {
      return new Call(
          TlaValue.parse(inSpec),
          Arrays.stream(arguments).collect(Collectors.joining(", ", method + "(", ")")),
          candidates.get(0),
          Arrays.stream(arguments).map(names::object).toArray());
    } catch (IllegalAccessException e) {
      throw new IllegalArgumentException(method + " of " + type + " is not accessible", e);
    }
  }

  TlaValue inSpec() {
    return inSpec;
  }

  boolean isVoid() {
    return returnType == void.class;
  }

  Class<?> returnType() {
    return returnType;
  }

  /** The method's name and descriptor. */
  String signature() {
    return signature;
  }

  Object makeOn(Object instance) throws Throwable {
    return method.invoke(instance, arguments);
  }

  @Override
  public String toString() {
    return inCode;
  }
}
