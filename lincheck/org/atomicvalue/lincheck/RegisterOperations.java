package org.atomicvalue.lincheck;

import java.util.function.UnaryOperator;
import org.jetbrains.lincheck.datastructures.Operation;

/**
 * The operations that Lincheck composes scenarios from. A subclass says which class they act upon; Lincheck makes a new
 * instance of it for every execution. An exception is the result of its operation.
 */
public abstract class RegisterOperations {

  abstract Object get();

  abstract void set(Object value);

  abstract Object exchange(Object value);

  abstract boolean exchangeIf(Object expected, Object value);

  abstract Object getThenUpdate(UnaryOperator<Object> update);

  abstract Object updateThenGet(UnaryOperator<Object> update);

  @Operation
  public NamedValue load() {
    return NamedValue.of(get());
  }

  @Operation
  public void store(NamedValue value) {
    set(value.value());
  }

  @Operation
  public NamedValue swap(NamedValue value) {
    return NamedValue.of(exchange(value.value()));
  }

  @Operation
  public boolean compareAndSwap(NamedValue expected, NamedValue value) {
    return exchangeIf(expected.value(), value.value());
  }

  @Operation
  public NamedValue getAndUpdate(NamedValue first) {
    return NamedValue.of(getThenUpdate(value -> NamedValue.successor(value, first)));
  }

  @Operation
  public NamedValue updateAndGet(NamedValue first) {
    return NamedValue.of(updateThenGet(value -> NamedValue.successor(value, first)));
  }
}
