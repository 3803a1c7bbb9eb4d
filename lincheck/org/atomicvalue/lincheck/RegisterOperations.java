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
  public Sample load() {
    return Sample.of(get());
  }

  @Operation
  public void store(Sample value) {
    set(value.value());
  }

  @Operation
  public Sample swap(Sample value) {
    return Sample.of(exchange(value.value()));
  }

  @Operation
  public boolean compareAndSwap(Sample expected, Sample value) {
    return exchangeIf(expected.value(), value.value());
  }

  @Operation
  public Sample getAndUpdate(Sample first) {
    return Sample.of(getThenUpdate(value -> Sample.successor(value, first)));
  }

  @Operation
  public Sample updateAndGet(Sample first) {
    return Sample.of(updateThenGet(value -> Sample.successor(value, first)));
  }
}
