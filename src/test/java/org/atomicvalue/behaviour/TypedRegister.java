package org.atomicvalue.behaviour;

import org.atomicvalue.AtomicValue;

/**
 * The contract as a sequential object, the Java counterpart of {@code spec/TypedRegister.tla}: one word, no
 * concurrency. It is what the linearizability checks hold {@link AtomicValue} against.
 *
 * <p>It speaks only of outcomes, so its exceptions carry no message.
 */
public final class TypedRegister {

  private final Class<?> declared;
  private Object value;

  /** Empty; the first value will decide the class of all later ones. */
  public TypedRegister() {
    declared = null;
  }

  /** Empty, for instances of a declared type. */
  public TypedRegister(Class<?> declared) {
    this.declared = declared;
  }

  public Object load() {
    return value;
  }

  public void store(Object newValue) {
    checkType(value, newValue);
    value = newValue;
  }

  public Object swap(Object newValue) {
    checkType(value, newValue);
    Object previous = value;
    value = newValue;
    return previous;
  }

  public boolean compareAndSwap(Object expected, Object newValue) {
    checkType(expected, newValue);
    checkType(value, newValue);
    if (value != expected) {
      return false;
    }
    value = newValue;
    return true;
  }

  /** Refuses a null {@code newValue}, and one that is not of the type of {@code present} where that is not null. */
  private void checkType(Object present, Object newValue) {
    if (newValue == null) {
      throw new NullPointerException();
    }
    Class<?> type = typeOf(newValue);
    if (present != null && typeOf(present) != type) {
      throw new ClassCastException();
    }
  }

  private Class<?> typeOf(Object value) {
    if (declared == null) {
      return value.getClass();
    }
    declared.cast(value);
    return declared;
  }
}
