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
 * Of two compare-and-swaps that expect the same value exactly one succeeds, and its value stays.
 *
 * <pre>
 * initially  value holds 0
 *
 * thread 1                             | thread 2                             | after both
 * r1 = value.compareAndSwap(0, 1)      | r2 = value.compareAndSwap(0, 2)      | r3 = value.load()
 * </pre>
 */
@Outcome(id = "true, false, 1", expect = ACCEPTABLE, desc = "Thread 1 came first, and thread 2 no longer found 0.")
@Outcome(id = "false, true, 2", expect = ACCEPTABLE, desc = "Thread 2 came first, and thread 1 no longer found 0.")
@Outcome(id = "true, true, (1|2)", expect = FORBIDDEN, desc = "Both replaced the same value.")
@Outcome(id = "false, false, .*", expect = FORBIDDEN, desc = "Both failed although the value expected was there.")
@Outcome(id = ".*", expect = FORBIDDEN, desc = "No execution of this program has this outcome.")
public final class CompareAndSwapExclusivity {

  private CompareAndSwapExclusivity() {}

  @JCStressTest
  @JCStressMeta(CompareAndSwapExclusivity.class)
  @State
  public static class OfAtomicValue {

    private final AtomicValue<Integer> value = new AtomicValue<>();

    public OfAtomicValue() {
      value.store(0);
    }

    @Actor
    public void thread1(ZZI_Result r) {
      r.r1 = value.compareAndSwap(0, 1);
    }

    @Actor
    public void thread2(ZZI_Result r) {
      r.r2 = value.compareAndSwap(0, 2);
    }

    @Arbiter
    public void afterBoth(ZZI_Result r) {
      r.r3 = value.load();
    }
  }

  @JCStressTest
  @JCStressMeta(CompareAndSwapExclusivity.class)
  @State
  public static class OfWaitFreeAtomicValue {

    private final WaitFreeAtomicValue<Integer> value = new WaitFreeAtomicValue<>();

    public OfWaitFreeAtomicValue() {
      value.store(0);
    }

    @Actor
    public void thread1(ZZI_Result r) {
      r.r1 = value.compareAndSwap(0, 1);
    }

    @Actor
    public void thread2(ZZI_Result r) {
      r.r2 = value.compareAndSwap(0, 2);
    }

    @Arbiter
    public void afterBoth(ZZI_Result r) {
      r.r3 = value.load();
    }
  }
}
