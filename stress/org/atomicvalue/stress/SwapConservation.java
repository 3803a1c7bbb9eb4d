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
import org.openjdk.jcstress.infra.results.IIIII_Result;

/**
 * Swaps neither lose nor duplicate a value, from the racing first swaps on: every value that goes in is given back by
 * exactly one later swap, except the last, which stays. Empty is written 0.
 *
 * <pre>
 * initially  value is empty
 *
 * thread 1             | thread 2             | after both
 * r1 = value.swap(1)   | r3 = value.swap(3)   | r5 = value.load()
 * r2 = value.swap(2)   | r4 = value.swap(4)   |
 * </pre>
 */
@Outcome(id = "0, 1, 2, 3, 4", expect = ACCEPTABLE, desc = "The values went in in the order 1, 2, 3, 4.")
@Outcome(id = "0, 3, 1, 2, 4", expect = ACCEPTABLE, desc = "The values went in in the order 1, 3, 2, 4.")
@Outcome(id = "0, 4, 1, 3, 2", expect = ACCEPTABLE, desc = "The values went in in the order 1, 3, 4, 2.")
@Outcome(id = "3, 1, 0, 2, 4", expect = ACCEPTABLE, desc = "The values went in in the order 3, 1, 2, 4.")
@Outcome(id = "3, 4, 0, 1, 2", expect = ACCEPTABLE, desc = "The values went in in the order 3, 1, 4, 2.")
@Outcome(id = "4, 1, 0, 3, 2", expect = ACCEPTABLE, desc = "The values went in in the order 3, 4, 1, 2.")
@Outcome(id = ".*", expect = FORBIDDEN,
    desc = "No order of the four swaps gives this outcome: a value was lost or duplicated.")
public final class SwapConservation {

  private SwapConservation() {}

  @JCStressTest
  @JCStressMeta(SwapConservation.class)
  @State
  public static class OfAtomicValue {

    private final AtomicValue<Integer> value = new AtomicValue<>();

    @Actor
    public void thread1(IIIII_Result r) {
      r.r1 = Numbers.orZero(value.swap(1));
      r.r2 = Numbers.orZero(value.swap(2));
    }

    @Actor
    public void thread2(IIIII_Result r) {
      r.r3 = Numbers.orZero(value.swap(3));
      r.r4 = Numbers.orZero(value.swap(4));
    }

    @Arbiter
    public void afterBoth(IIIII_Result r) {
      r.r5 = Numbers.orZero(value.load());
    }
  }

  @JCStressTest
  @JCStressMeta(SwapConservation.class)
  @State
  public static class OfWaitFreeAtomicValue {

    private final WaitFreeAtomicValue<Integer> value = new WaitFreeAtomicValue<>();

    @Actor
    public void thread1(IIIII_Result r) {
      r.r1 = Numbers.orZero(value.swap(1));
      r.r2 = Numbers.orZero(value.swap(2));
    }

    @Actor
    public void thread2(IIIII_Result r) {
      r.r3 = Numbers.orZero(value.swap(3));
      r.r4 = Numbers.orZero(value.swap(4));
    }

    @Arbiter
    public void afterBoth(IIIII_Result r) {
      r.r5 = Numbers.orZero(value.load());
    }
  }
}
