package org.atomicvalue;

/**
 * The contract as a sequential object, the Java counterpart of {@code spec/TypedRegister.tla}: one word, no
 * concurrency. It is what the linearizability checks hold {@link AtomicValue} against.
 *
 * <p>It speaks only of outcomes, so its exceptions carry no message.
 */
public final class TypedRegister {

  private Object value;

  public Object load() {
    return value;
  }

  public void store(Object newValue) {
    checkClass(value, newValue);
    value = newValue;
  }

  public Object swap(Object newValue) {
    checkClass(value, newValue);
    Object previous = value;
    value = newValue;
    return previous;
  }

  public boolean compareAndSwap(Object expected, Object newValue) {
    checkClass(expected, newValue);
    checkClass(value, newValue);
    if (value != expected) {
      return false;
    }
    value = newValue;
    return true;
  }

  /** Refuses a null {@code newValue}, and one that is not of the class of {@code present} where that is not null. */
  private static void checkClass(Object present, Object newValue) {
    if (newValue == null) {
      throw new NullPointerException();
    }
    if (present != null && present.getClass() != newValue.getClass()) {
      throw new ClassCastException();
    }
  }
}
