package org.atomicvalue.checkers.steps;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import org.atomicvalue.checkers.graph.TlaValue;

/** What the specification calls the objects that the class handles. Objects are told apart by identity. */
public final class Vocabulary {

  private static final TlaValue TRUE = TlaValue.parse("TRUE");
  private static final TlaValue FALSE = TlaValue.parse("FALSE");

  private final Map<Object, TlaValue> names = new IdentityHashMap<>();
  private final Map<String, Object> objects = new HashMap<>();
  private final Map<TlaValue, Object> selfNamed = new HashMap<>();

  /**
   * Adds a name.
   *
   * @param name a model value
   * @param object what it stands for, which may be null
   */
  public Vocabulary add(String name, Object object) {
    if (objects.containsKey(name) || names.containsKey(object)) {
      throw new IllegalArgumentException(
          name + " for " + object + ": the name is taken, or the object already has one, " + names.get(object));
    }
    names.put(object, TlaValue.parse(name));
    objects.put(name, object);
    return this;
  }

  /** How many functions of the client have a name. */
  long functions() {
    return names.keySet().stream().filter(AnyOf::isFunction).count();
  }

  Object object(String name) {
    if (objects.containsKey(name)) {
      return objects.get(name);
    }
    if (name.matches("-?\\d+")) {
      return Integer.valueOf(name);
    }
    return switch (name) {
      case "Null" -> null;
      case "TRUE" -> true;
      case "FALSE" -> false;
      default -> throw new IllegalArgumentException(
          "nothing is named " + name + "; there are " + objects.keySet() + ", Null, TRUE, FALSE and the numbers");
    };
  }

  /**
   * Adds a name for a function of the client, which may return any of several objects or throw any of several
   * exceptions whenever the class calls it: the exploration goes into all of them.
   *
   * @param type the functional interface that the class calls
   * @param outcomes what it may return, or throw where it is a throwable; objects, not names
   */
  public <F> Vocabulary addFunction(String name, Class<F> type, Object... outcomes) {
    return add(name, AnyOf.function(name, type, outcomes));
  }

  boolean hasNameFor(Object object) {
    return names.containsKey(object);
  }

  /** What an object is called: as it was said; else null is {@code Null} and an enum constant its name as a string. */
  TlaValue name(Object object) {
    TlaValue name = names.get(object);
    if (name == null && (object == null || object instanceof Enum<?>)) {
      name = object == null ? TlaValue.parse("Null") : TlaValue.string(((Enum<?>) object).name());
      Object other = selfNamed.putIfAbsent(name, object == null ? this : object);
      if (other != null && other != (object == null ? this : object) || objects.containsKey(name.toString())) {
        throw new NotConformable("two objects would be called " + name + ": name them in the vocabulary");
      }
    }
    if (name == null) {
      throw new NotConformable("the class handles an object that has no name in the specification: " + object + " of "
          + object.getClass() + "; add it to the vocabulary, or it should not be there");
    }
    return name;
  }

  /** What a value of a variable of this type is called: numbers and Booleans are those of TLA+, unless named. */
  TlaValue name(Object value, Class<?> declared) {
    if (!declared.isPrimitive() || names.containsKey(value)) {
      return name(value);
    }
    if (value instanceof Boolean bool) {
      return bool ? TRUE : FALSE;
    }
    if (value instanceof Integer || value instanceof Long || value instanceof Short || value instanceof Byte) {
      return TlaValue.parse(value.toString());
    }
    throw new NotConformable("a " + declared + " has no counterpart in TLA+: " + value + "; name it in the vocabulary");
  }

  /**
   * How a call ended: a named object, or as a string {@code void}, {@code true}, {@code false}, an exception's class.
   */
  TlaValue result(Call call, Object returned, Throwable thrown) {
    if (thrown != null) {
      TlaValue name = TlaValue.string(thrown.getClass().getSimpleName());
      Object other = selfNamed.putIfAbsent(name, thrown.getClass());
      if (other != null && other != thrown.getClass()) {
        throw new NotConformable("two results would be called " + name + ": " + other + " and " + thrown.getClass()
            + "; give one of the classes another simple name");
      }
      return name;
    }
    if (call.isVoid()) {
      return TlaValue.string("void");
    }
    return call.returnType() == boolean.class
        ? TlaValue.string(returned.toString())
        : name(returned, call.returnType());
  }
}
