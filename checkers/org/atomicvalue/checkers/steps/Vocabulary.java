package org.atomicvalue.checkers.steps;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import org.atomicvalue.checkers.graph.TlaValue;

/** What the specification calls the objects that the class handles. Objects are told apart by identity. */
public final class Vocabulary {

  private final Map<Object, TlaValue> names = new IdentityHashMap<>();
  private final Map<String, Object> objects = new HashMap<>();

  /**
   * Adds a name.
   *
   * @param name a model value
   * @param object what it stands for, which may be null
   */
  public Vocabulary add(String name, Object object) {
    if (objects.containsKey(name) || names.containsKey(object)) {
      throw new IllegalArgumentException(name + " for " + object + ": the name or the object is taken");
    }
    names.put(object, TlaValue.parse(name));
    objects.put(name, object);
    return this;
  }

  Object object(String name) {
    if (!objects.containsKey(name)) {
      throw new IllegalArgumentException("nothing is named " + name + "; there are " + objects.keySet());
    }
    return objects.get(name);
  }

  TlaValue name(Object object) {
    TlaValue name = names.get(object);
    if (name == null) {
      throw new NotConformable("the class handles an object that has no name in the specification: " + object + " of "
          + object.getClass() + "; add it to the vocabulary, or it should not be there");
    }
    return name;
  }

  /** How a call ended: a named object, or as a string {@code void}, {@code true}, {@code false}, an exception's class. */
  TlaValue result(Call call, Object returned, Throwable thrown) {
    if (thrown != null) {
      return TlaValue.string(thrown.getClass().getSimpleName());
    }
    if (call.isVoid()) {
      return TlaValue.string("void");
    }
    return call.isBoolean() ? TlaValue.string(returned.toString()) : name(returned);
  }
}
