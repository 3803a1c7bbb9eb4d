package org.atomicvalue.checkers.steps;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/** A function of the client that may have any of several outcomes, each of which the exploration goes into. */
final class AnyOf implements InvocationHandler {

  private static final ThreadLocal<Replay> CURRENT = new ThreadLocal<>();

  private final String name;
  private final List<Object> outcomes;

  private AnyOf(String name, List<Object> outcomes) {
    this.name = name;
    this.outcomes = outcomes;
  }

  /** @param outcomes to return, or to throw if they are throwables */
  static <F> F function(String name, Class<F> type, Object... outcomes) {
    if (!type.isInterface() || outcomes.length == 0) {
      throw new IllegalArgumentException(
          name + ": " + type + " must be a functional interface, and have at least one outcome");
    }
    ClassLoader loader = type.getClassLoader() == null ? AnyOf.class.getClassLoader() : type.getClassLoader();
    return type.cast(
        Proxy.newProxyInstance(loader, new Class<?>[] {type}, new AnyOf(name, Arrays.asList(outcomes))));
  }

  static boolean isFunction(Object object) {
    return object != null && Proxy.isProxyClass(object.getClass())
        && Proxy.getInvocationHandler(object) instanceof AnyOf;
  }

  /** Runs something, in which functions like this ask for the outcome that they are to have. */
  static <T> T during(Replay replay, Supplier<T> run) {
    CURRENT.set(replay);
    try {
      return run.get();
    } finally {
      CURRENT.remove();
    }
  }

  @Override
  public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
    if (method.getDeclaringClass() == Object.class) {
      return switch (method.getName()) {
        case "equals" -> proxy == arguments[0];
        case "hashCode" -> System.identityHashCode(proxy);
        default -> name;
      };
    }
    Replay replay = CURRENT.get();
    if (replay == null) {
      throw new IllegalStateException(name + " is called outside of a step");
    }
    Object outcome = outcomes.get(replay.choose(outcomes.size()));
    if (outcome instanceof Throwable thrown) {
      throw thrown;
    }
    return outcome;
  }
}
