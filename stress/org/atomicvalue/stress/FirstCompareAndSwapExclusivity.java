package org.atomicvalue.stress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.atomicvalue.AtomicValue;
import org.atomicvalue.WaitFreeAtomicValue;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressMeta;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZZI_Result;

/**
 * Of two compare-and-swaps that expect the value to be empty exactly one succeeds, and its value stays.
 *
 * <pre>
 * initially  value is empty
 *
 * thread 1                             | thread 2                             | after both
 * r1 = value.compareAndSwap(null, 1)   | r2 = value.compareAndSwap(null, 2)   | r3 = value.load()
 * </pre>
 */
@Outcome(id = "true, false, 1", expect = ACCEPTABLE, desc = "Thread 1 came first, and thread 2 found a value.")
@Outcome(id = "false, true, 2", expect = ACCEPTABLE, desc = "Thread 2 came first, and thread 1 found a value.")
@Outcome(id = "true, true, (1|2)", expect = FORBIDDEN, desc = "Both set the first value.")
@Outcome(id = "false, false, .*", expect = FORBIDDEN, desc = "Both failed although the value was empty.")
@Outcome(id = ".*", expect = FORBIDDEN, desc = "No execution of this program has this outcome.")
public final class FirstCompareAndSwapExclusivity {

  private FirstCompareAndSwapExclusivity() {}

  @JCStressTest
  @JCStressMeta(FirstCompareAndSwapExclusivity.class)
  @State
  public static class OfAtomicValue {

    private final AtomicValue<Integer> value = new AtomicValue<>();

    @Actor
    public void thread1(ZZI_Result r) {
      r.r1 = value.compareAndSwap(null, 1);
    }

    @Actor
    public void thread2(ZZI_Result r) {
      r.r2 = value.compareAndSwap(null, 2);
    }

    @Arbiter
    public void afterBoth(ZZI_Result r) {
      r.r3 = Numbers.orZero(value.load());
    }
  }

  @JCStressTest
  @JCStressMeta(FirstCompareAndSwapExclusivity.class)
  @State
  public static class OfWaitFreeAtomicValue {

    private final WaitFreeAtomicValue<Integer> value = new WaitFreeAtomicValue<>();

    @Actor
    public void thread1(ZZI_Result r) {
      r.r1 = value.compareAndSwap(null, 1);
    }

    @Actor
    public void thread2(ZZI_Result r) {
      r.r2 = value.compareAndSwap(null, 2);
    }

    @Arbiter
    public void afterBoth(ZZI_Result r) {
      r.r3 = Numbers.orZero(value.load());
    }
  }
}
