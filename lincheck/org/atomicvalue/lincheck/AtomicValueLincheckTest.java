package org.atomicvalue.lincheck;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.UnaryOperator;
import org.atomicvalue.AtomicValue;
import org.atomicvalue.checkers.evidence.Evidence;
import org.atomicvalue.checkers.evidence.Link;
import org.jetbrains.lincheck.LincheckAssertionError;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.Operation;
import org.junit.jupiter.api.Test;

/** {@link AtomicValue} is linearizable, and of its operations load alone never waits for another thread. */
class AtomicValueLincheckTest extends RegisterLincheckTest {

  AtomicValueLincheckTest() {
    super(AtomicValue.class, Operations.class);
  }

  @Test
  void loadIsObstructionFree() {
    check(
        "obstruction-freedom of load",
        new ModelCheckingOptions().checkObstructionFreedom(true),
        WritersMayWait.class,
        2,
        15,
        200,
        "obstruction-free");
  }

  /** The price of the claim: a control, since a check of progress that cannot fail would say nothing about load. */
  @Test
  void storeIsNotObstructionFree() {
    long start = System.nanoTime();
    ModelCheckingOptions options =
        new ModelCheckingOptions()
            .checkObstructionFreedom(true)
            .threads(2)
            .actorsPerThread(1)
            .actorsBefore(0)
            .actorsAfter(0)
            .iterations(20)
            .invocationsPerIteration(100);
    LincheckAssertionError error = assertThrows(LincheckAssertionError.class, () -> options.check(Stores.class));
    assertTrue(error.getMessage().contains("should be non-blocking, but an active lock is detected"),
        error::getMessage);
    double seconds = (System.nanoTime() - start) / 1e9;
    String bounds = "2 threads, one store each";
    new Evidence(Link.CONTROLS, "AtomicValue, store claimed to be obstruction-free", 1, "catches", bounds,
        "Lincheck finds a store that waits for another", seconds).record();
  }

  public static final class Operations extends RegisterOperations {

    private final AtomicValue<Object> register = new AtomicValue<>();

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

  /** Operations of which only load is held to obstruction-freedom. */
  public static final class WritersMayWait {

    private final AtomicValue<Object> register = new AtomicValue<>();

    @Operation
    public NamedValue load() {
      return NamedValue.of(register.load());
    }

    @Operation(blocking = true)
    public void store(NamedValue value) {
      register.store(value.value());
    }

    @Operation(blocking = true)
    public NamedValue swap(NamedValue value) {
      return NamedValue.of(register.swap(value.value()));
    }

    @Operation(blocking = true)
    public boolean compareAndSwap(NamedValue expected, NamedValue value) {
      return register.compareAndSwap(expected.value(), value.value());
    }
  }

  /** Nothing but stores, held to obstruction-freedom. */
  public static final class Stores {

    private final AtomicValue<Object> register = new AtomicValue<>();

    @Operation
    public void store(NamedValue value) {
      register.store(value.value());
    }
  }
}
