package org.atomicvalue.stress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.atomicvalue.AtomicValue;
import org.atomicvalue.WaitFreeAtomicValue;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressMeta;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/**
 * With a declared type there is no first store that differs from later ones, and yet stores to two values and loads of
 * them have one order: of two threads that each store to one value and then load the other, at least one sees the
 * other's store. Empty is written 0.
 *
 * <pre>
 * initially  x and y are empty, and their type is declared
 *
 * thread 1            | thread 2
 * x.store(1)          | y.store(1)
 * r1 = y.load()       | r2 = x.load()
 * </pre>
 */
@Outcome(id = "1, 1", expect = ACCEPTABLE, desc = "Both stores came before both loads.")
@Outcome(id = "0, 1", expect = ACCEPTABLE, desc = "Thread 1 was done before thread 2 stored.")
@Outcome(id = "1, 0", expect = ACCEPTABLE, desc = "Thread 2 was done before thread 1 stored.")
@Outcome(id = "0, 0", expect = FORBIDDEN, desc = "Each thread loaded before the other's store, and yet after its own.")
@Outcome(id = ".*", expect = FORBIDDEN, desc = "No execution of this program has this outcome.")
public final class DeclaredStoreBuffering {

  private DeclaredStoreBuffering() {}

  @JCStressTest
  @JCStressMeta(DeclaredStoreBuffering.class)
  @State
  public static class OfAtomicValue {

    private final AtomicValue<Integer> x = new AtomicValue<>(Integer.class);
    private final AtomicValue<Integer> y = new AtomicValue<>(Integer.class);

    @Actor
    public void thread1(II_Result r) {
      x.store(1);
      r.r1 = Numbers.orZero(y.load());
    }

    @Actor
    public void thread2(II_Result r) {
      y.store(1);
      r.r2 = Numbers.orZero(x.load());
    }
  }

  @JCStressTest
  @JCStressMeta(DeclaredStoreBuffering.class)
  @State
  public static class OfWaitFreeAtomicValue {

    private final WaitFreeAtomicValue<Integer> x = new WaitFreeAtomicValue<>(Integer.class);
    private final WaitFreeAtomicValue<Integer> y = new WaitFreeAtomicValue<>(Integer.class);

    @Actor
    public void thread1(II_Result r) {
      x.store(1);
      r.r1 = Numbers.orZero(y.load());
    }

    @Actor
    public void thread2(II_Result r) {
      y.store(1);
      r.r2 = Numbers.orZero(x.load());
    }
  }
}
