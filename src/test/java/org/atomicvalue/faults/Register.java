package org.atomicvalue.faults;

import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.atomicvalue.AtomicValue;
import org.atomicvalue.WaitFreeAtomicValue;

/**
 * A holder under test, so that each fault is written once and tried on both classes.
 *
 * @param <V> the type of its values
 */
record Register<V>(
    Supplier<V> load,
    Consumer<V> store,
    UnaryOperator<V> swap,
    BiPredicate<V, V> compareAndSwap,
    Function<UnaryOperator<V>, V> getAndUpdate) {

  /** The library's classes. */
  enum Subject {
    ATOMIC_VALUE("AtomicValue") {
      @Override
      <V> Register<V> newRegister() {
        AtomicValue<V> value = new AtomicValue<>();
        return new Register<>(value::load, value::store, value::swap, value::compareAndSwap, value::getAndUpdate);
      }
    },
    WAIT_FREE_ATOMIC_VALUE("WaitFreeAtomicValue") {
      @Override
      <V> Register<V> newRegister() {
        WaitFreeAtomicValue<V> value = new WaitFreeAtomicValue<>();
        return new Register<>(value::load, value::store, value::swap, value::compareAndSwap, value::getAndUpdate);
      }
    };

    private final String title;

    Subject(String title) {
      this.title = title;
    }

    abstract <V> Register<V> newRegister();

    @Override
    public String toString() {
      return title;
    }
  }
}
