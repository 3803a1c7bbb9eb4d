package org.atomicvalue.lincheck;

import java.util.function.UnaryOperator;
import org.atomicvalue.WaitFreeAtomicValue;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.junit.jupiter.api.Test;

/** {@link WaitFreeAtomicValue} is linearizable, and none of its operations ever waits for another thread. */
class WaitFreeAtomicValueLincheckTest extends RegisterLincheckTest {

  WaitFreeAtomicValueLincheckTest() {
    super(WaitFreeAtomicValue.class, Operations.class);
  }

  @Test
  void allOperationsAreObstructionFree() {
    check(
        "obstruction-freedom",
        new ModelCheckingOptions().checkObstructionFreedom(true),
        Operations.class,
        2,
        15,
        200,
        "obstruction-free");
  }

  public static final class Operations extends RegisterOperations {

    private final WaitFreeAtomicValue<Object> register = new WaitFreeAtomicValue<>();

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
      return register.getAndUpdate(update);
    }

    @Override
    Object updateThenGet(UnaryOperator<Object> update) {
      return register.updateAndGet(update);
    }
  }
}
