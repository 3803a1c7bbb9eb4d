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
 * Loads never go back: of two loads by one thread, the second sees the same value as the first or a later one. Empty
 * is written 0.
 *
 * <pre>
 * initially  value is empty
 *
 * thread 1            | thread 2
 * value.store(1)      | r1 = value.load()
 * value.store(2)      | r2 = value.load()
 * </pre>
 */
@Outcome(id = "0, 0", expect = ACCEPTABLE, desc = "Both loads came before the first store.")
@Outcome(id = "0, 1", expect = ACCEPTABLE, desc = "The first store came between the loads.")
@Outcome(id = "0, 2", expect = ACCEPTABLE, desc = "Both stores came between the loads.")
@Outcome(id = "1, 1", expect = ACCEPTABLE, desc = "Both loads came between the stores.")
@Outcome(id = "1, 2", expect = ACCEPTABLE, desc = "The second store came between the loads.")
@Outcome(id = "2, 2", expect = ACCEPTABLE, desc = "Both loads came after the second store.")
@Outcome(id = "1, 0", expect = FORBIDDEN, desc = "The value became empty again after the first store was seen.")
@Outcome(id = "2, 0", expect = FORBIDDEN, desc = "The value became empty again after the second store was seen.")
@Outcome(id = "2, 1", expect = FORBIDDEN, desc = "The first store was seen after the second one.")
@Outcome(id = ".*", expect = FORBIDDEN, desc = "No execution of this program has this outcome.")
public final class CoherentReads {

  private CoherentReads() {}

  @JCStressTest
  @JCStressMeta(CoherentReads.class)
  @State
  public static class OfAtomicValue {

    private final AtomicValue<Integer> value = new AtomicValue<>();

    @Actor
    public void thread1() {
      value.store(1);
      value.store(2);
    }

    @Actor
    public void thread2(II_Result r) {
      Integer first = value.load();
      Integer second = value.load();
      r.r1 = Numbers.orZero(first);
      r.r2 = Numbers.orZero(second);
    }
  }

  @JCStressTest
  @JCStressMeta(CoherentReads.class)
  @State
  public static class OfWaitFreeAtomicValue {

    private final WaitFreeAtomicValue<Integer> value = new WaitFreeAtomicValue<>();

    @Actor
    public void thread1() {
      value.store(1);
      value.store(2);
    }

    @Actor
    public void thread2(II_Result r) {
      Integer first = value.load();
      Integer second = value.load();
      r.r1 = Numbers.orZero(first);
      r.r2 = Numbers.orZero(second);
    }
  }
}
