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
import org.openjdk.jcstress.infra.results.IIII_Result;

/**
 * Independent reads of independent writes: two readers of two values never disagree about which store came first.
 * Empty is written 0.
 *
 * <pre>
 * initially  x and y are empty
 *
 * thread 1       | thread 2       | thread 3            | thread 4
 * x.store(1)     | y.store(1)     | r1 = x.load()       | r3 = y.load()
 *                |                | r2 = y.load()       | r4 = x.load()
 * </pre>
 *
 * <p>The program has four threads. On a machine with fewer processors they take turns, so that the two readers seldom
 * or never run at the same instant on caches of their own: then this test shows what the JIT compilers make of the
 * program, and next to nothing about the hardware.
 */
@Outcome(
    id = {
      "0, 0, 0, 0", "0, 0, 0, 1", "0, 0, 1, 0", "0, 0, 1, 1",
      "0, 1, 0, 0", "0, 1, 0, 1", "0, 1, 1, 0", "0, 1, 1, 1",
      "1, 0, 0, 0", "1, 0, 0, 1", "1, 0, 1, 1",
      "1, 1, 0, 0", "1, 1, 0, 1", "1, 1, 1, 0", "1, 1, 1, 1"
    },
    expect = ACCEPTABLE,
    desc = "What the readers saw agrees with one order of the two stores.")
@Outcome(
    id = "1, 0, 1, 0",
    expect = FORBIDDEN,
    desc = "Thread 3 saw the store to x without the one to y, and thread 4 the store to y without the one to x.")
@Outcome(id = ".*", expect = FORBIDDEN, desc = "No execution of this program has this outcome.")
public final class IndependentReads {

  private IndependentReads() {}

  @JCStressTest
  @JCStressMeta(IndependentReads.class)
  @State
  public static class OfAtomicValue {

    private final AtomicValue<Integer> x = new AtomicValue<>();
    private final AtomicValue<Integer> y = new AtomicValue<>();

    @Actor
    public void thread1() {
      x.store(1);
    }

    @Actor
    public void thread2() {
      y.store(1);
    }

    @Actor
    public void thread3(IIII_Result r) {
      Integer first = x.load();
      Integer second = y.load();
      r.r1 = Numbers.orZero(first);
      r.r2 = Numbers.orZero(second);
    }

    @Actor
    public void thread4(IIII_Result r) {
      Integer first = y.load();
      Integer second = x.load();
      r.r3 = Numbers.orZero(first);
      r.r4 = Numbers.orZero(second);
    }
  }

  @JCStressTest
  @JCStressMeta(IndependentReads.class)
  @State
  public static class OfWaitFreeAtomicValue {

    private final WaitFreeAtomicValue<Integer> x = new WaitFreeAtomicValue<>();
    private final WaitFreeAtomicValue<Integer> y = new WaitFreeAtomicValue<>();

    @Actor
    public void thread1() {
      x.store(1);
    }

    @Actor
    public void thread2() {
      y.store(1);
    }

    @Actor
    public void thread3(IIII_Result r) {
      Integer first = x.load();
      Integer second = y.load();
      r.r1 = Numbers.orZero(first);
      r.r2 = Numbers.orZero(second);
    }

    @Actor
    public void thread4(IIII_Result r) {
      Integer first = y.load();
      Integer second = x.load();
      r.r3 = Numbers.orZero(first);
      r.r4 = Numbers.orZero(second);
    }
  }
}
