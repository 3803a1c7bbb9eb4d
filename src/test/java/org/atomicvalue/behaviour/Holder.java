package org.atomicvalue.behaviour;

import java.util.function.UnaryOperator;
import org.atomicvalue.AtomicValue;
import org.atomicvalue.WaitFreeAtomicValue;

/** What the classes with the contract of {@link AtomicValue} have in common, so that their tests are written once. */
public interface Holder {

  Object load();

  void store(Object value);

  Object swap(Object value);

  boolean compareAndSwap(Object expected, Object value);

  Object getAndUpdate(UnaryOperator<Object> update);

  Object updateAndGet(UnaryOperator<Object> update);

  /** The ways to create a holder, one element for each class. */
  enum Kind {
    ATOMIC_VALUE(AtomicValue.class) {
      @Override
      public Holder empty() {
        return new OfAtomicValue(new AtomicValue<>());
      }

      @Override
      public Holder of(Object initial) {
        return new OfAtomicValue(AtomicValue.of(initial));
      }

      @Override
      public Holder declared(Class<?> declared) {
        return new OfAtomicValue(new AtomicValue<>(anyType(declared)));
      }

      @Override
      public Holder declared(Class<?> declared, Object initial) {
        return new OfAtomicValue(new AtomicValue<>(anyType(declared), initial));
      }
    },

    WAIT_FREE_ATOMIC_VALUE(WaitFreeAtomicValue.class) {
      @Override
      public Holder empty() {
        return new OfWaitFreeAtomicValue(new WaitFreeAtomicValue<>());
      }

      @Override
      public Holder of(Object initial) {
        return new OfWaitFreeAtomicValue(WaitFreeAtomicValue.of(initial));
      }

      @Override
      public Holder declared(Class<?> declared) {
        return new OfWaitFreeAtomicValue(new WaitFreeAtomicValue<>(anyType(declared)));
      }

      @Override
      public Holder declared(Class<?> declared, Object initial) {
        return new OfWaitFreeAtomicValue(new WaitFreeAtomicValue<>(anyType(declared), initial));
      }
    };

    private final Class<?> type;

    Kind(Class<?> type) {
      this.type = type;
    }

    /** The class that the holders are about. */
    public Class<?> type() {
      return type;
    }

    /** A new holder with the constructor without parameters. */
    public abstract Holder empty();

    public abstract Holder of(Object initial);

    public abstract Holder declared(Class<?> declared);

    public abstract Holder declared(Class<?> declared, Object initial);

    /** The tests also do what the compiler would prevent. */
    @SuppressWarnings("unchecked")
    private static Class<Object> anyType(Class<?> declared) {
      return (Class<Object>) declared;
    }
  }

  /** A holder that is an {@link AtomicValue}. */
  record OfAtomicValue(AtomicValue<Object> value) implements Holder {

    @Override
    public Object load() {
      return value.load();
    }

    @Override
    public void store(Object newValue) {
      value.store(newValue);
    }

    @Override
    public Object swap(Object newValue) {
      return value.swap(newValue);
    }

    @Override
    public boolean compareAndSwap(Object expected, Object newValue) {
      return value.compareAndSwap(expected, newValue);
    }

    @Override
    public Object getAndUpdate(UnaryOperator<Object> update) {
      return value.getAndUpdate(update);
    }

    @Override
    public Object updateAndGet(UnaryOperator<Object> update) {
      return value.updateAndGet(update);
    }

    @Override
    public String toString() {
      return value.toString();
    }
  }

  /** A holder that is a {@link WaitFreeAtomicValue}. */
  record OfWaitFreeAtomicValue(WaitFreeAtomicValue<Object> value) implements Holder {

    @Override
    public Object load() {
      return value.load();
    }

    @Override
    public void store(Object newValue) {
      value.store(newValue);
    }

    @Override
    public Object swap(Object newValue) {
      return value.swap(newValue);
    }

    @Override
    public boolean compareAndSwap(Object expected, Object newValue) {
      return value.compareAndSwap(expected, newValue);
    }

    @Override
    public Object getAndUpdate(UnaryOperator<Object> update) {
      return value.getAndUpdate(update);
    }

    @Override
    public Object updateAndGet(UnaryOperator<Object> update) {
      return value.updateAndGet(update);
    }

    @Override
    public String toString() {
      return value.toString();
    }
  }
}
