package org.atomicvalue.lincheck;

import java.util.function.UnaryOperator;
import org.atomicvalue.behaviour.TypedRegister;

/** The sequential specification: the operations on the contract itself. */
public final class TypedRegisterOperations extends RegisterOperations {

  private final TypedRegister register = new TypedRegister();

  @Override
  Object get() {
    return register.load();
  }

  @Override
  void set(Object value) {
    register.store(value);
  }

  @Override
  Object exchange(Object value) {
    return register.swap(value);
  }

  @Override
  boolean exchangeIf(Object expected, Object value) {
    return register.compareAndSwap(expected, value);
  }

  @Override
  Object getThenUpdate(UnaryOperator<Object> update) {
    return register.swap(update.apply(register.load()));
  }

  @Override
  Object updateThenGet(UnaryOperator<Object> update) {
    register.store(update.apply(register.load()));
    return register.load();
  }
}
