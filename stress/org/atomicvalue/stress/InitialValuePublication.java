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
import org.openjdk.jcstress.infra.results.I_Result;

/**
 * Whoever obtains a new object by a data race is to find its initial value, even by a plain read.
 *
 * <pre>
 * initially  shared is null, and a plain field
 *
 * thread 1                 | thread 2
 * shared = value of (box)  | v = shared
 *                          | r1 = (v == null) ? -1 : (v.load() == null) ? 0 : 1
 * </pre>
 *
 * <p>Had thread 2 read {@code shared} in acquire or volatile mode, these outcomes would be those that both models of
 * memory derive: see {@code InitialValueTest} and {@code spec/litmus/initial}. It reads in plain mode, where the models
 * promise nothing: they know the fence at the end of the constructor, but not that thread 2 cannot read what is in an
 * object before it has read where the object is.
 */
@Outcome(id = "-1", expect = ACCEPTABLE, desc = "The new object was not there yet.")
@Outcome(id = "1", expect = ACCEPTABLE, desc = "The new object was there, with its initial value in it.")
@Outcome(id = "0", expect = FORBIDDEN, desc = "The new object was there before its initial value was in it.")
@Outcome(id = ".*", expect = FORBIDDEN, desc = "No execution of this program has this outcome.")
public final class InitialValuePublication {

  private InitialValuePublication() {}

  @JCStressTest
  @JCStressMeta(InitialValuePublication.class)
  @State
  public static class OfAtomicValue {

    private final Box box = new Box(0);
    private AtomicValue<Box> shared;

    @Actor
    public void thread1() {
      shared = AtomicValue.of(box);
    }

    @Actor
    public void thread2(I_Result r) {
      AtomicValue<Box> v = shared;
      r.r1 = v == null ? -1 : v.load() == null ? 0 : 1;
    }
  }

  @JCStressTest
  @JCStressMeta(InitialValuePublication.class)
  @State
  public static class OfWaitFreeAtomicValue {

    private final Box box = new Box(0);
    private WaitFreeAtomicValue<Box> shared;

    @Actor
    public void thread1() {
      shared = WaitFreeAtomicValue.of(box);
    }

    @Actor
    public void thread2(I_Result r) {
      WaitFreeAtomicValue<Box> v = shared;
      r.r1 = v == null ? -1 : v.load() == null ? 0 : 1;
    }
  }
}
