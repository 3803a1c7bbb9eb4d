package org.atomicvalue.stress.litmus;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/**
 * A compare-and-set that fails is only a read. In which mode?
 *
 * <pre>
 * initially  x = y = 0
 *
 * thread 1                  | thread 2
 * x = 1      (plain)        | r1 = the value of y that a compare-and-exchange of 5 by 6 finds
 * y = 1      (release)      | r2 = x     (plain)
 * </pre>
 *
 * <p>The flag never holds 5, so the exchange always fails and returns what it found. It has written nothing; what it
 * has is the effect of its read. In acquire and in volatile mode that acquires. In release mode the read half is
 * plain, so the data need not be there: {@code 1, 0}. {@code AtomicValue} relies on this: a refused {@code
 * compareAndSwap} has obtained something, and two threads whose compare-and-swaps both fail must not both have missed
 * a store.
 *
 * <p>{@code VarHandle} has no opaque exchange, and of plain ones only {@code weakCompareAndSetPlain}, which does not
 * tell what it found; so there are three programs here and not four.
 *
 * <p><b>On x86</b> every compare-and-exchange is one locked instruction, failed or not, so {@code 1, 0} takes a
 * compiler. ARM may show it.
 *
 * <p>Derived by TLC from {@code spec/litmus/FailedCompareAndSet.tla}, what is possible in each mode:
 *
 * <pre>
 * outcome  release  acquire  volatile
 * 0, 0     yes      yes      yes
 * 0, 1     yes      yes      yes
 * 1, 0     yes      no       no
 * 1, 1     yes      yes      yes
 * </pre>
 *
 * <p>{@code docs/memory-models.md} has what was seen, and on which machine.
 */
public final class L5_FailedCompareAndSet {

  private L5_FailedCompareAndSet() {}

  @JCStressTest
  @Program("failed CAS release")
  @Outcome(
      id = "0, 0",
      expect = ACCEPTABLE,
      desc = "The exchange came before the flag was raised, and the read before the data.")
  @Outcome(id = "0, 1", expect = ACCEPTABLE, desc = "The data came before the flag could tell of it.")
  @Outcome(id = "1, 1", expect = ACCEPTABLE, desc = "The exchange found the flag, and the data was there.")
  @Outcome(
      id = "1, 0",
      expect = ACCEPTABLE_INTERESTING,
      desc = "The exchange found the flag, and the data was not there.")
  @Outcome(id = ".*", expect = FORBIDDEN, desc = "No execution of this program has this outcome.")
  @State
  public static class Release extends Locations {

    @Actor
    public void thread1() {
      X.set(this, 1);
      Y.setRelease(this, 1);
    }

    @Actor
    public void thread2(II_Result r) {
      r.r1 = (int) Y.compareAndExchangeRelease(this, 5, 6);
      r.r2 = (int) X.get(this);
    }
  }

  @JCStressTest
  @Program("failed CAS acquire")
  @Outcome(
      id = "0, 0",
      expect = ACCEPTABLE,
      desc = "The exchange came before the flag was raised, and the read before the data.")
  @Outcome(id = "0, 1", expect = ACCEPTABLE, desc = "The data came before the flag could tell of it.")
  @Outcome(id = "1, 1", expect = ACCEPTABLE, desc = "The exchange found the flag, and the data was there.")
  @Outcome(id = "1, 0", expect = FORBIDDEN, desc = "The exchange found the flag, and the data was not there.")
  @Outcome(id = ".*", expect = FORBIDDEN, desc = "No execution of this program has this outcome.")
  @State
  public static class Acquire extends Locations {

    @Actor
    public void thread1() {
      X.set(this, 1);
      Y.setRelease(this, 1);
    }

    @Actor
    public void thread2(II_Result r) {
      r.r1 = (int) Y.compareAndExchangeAcquire(this, 5, 6);
      r.r2 = (int) X.get(this);
    }
  }

  @JCStressTest
  @Program("failed CAS volatile")
  @Outcome(
      id = "0, 0",
      expect = ACCEPTABLE,
      desc = "The exchange came before the flag was raised, and the read before the data.")
  @Outcome(id = "0, 1", expect = ACCEPTABLE, desc = "The data came before the flag could tell of it.")
  @Outcome(id = "1, 1", expect = ACCEPTABLE, desc = "The exchange found the flag, and the data was there.")
  @Outcome(id = "1, 0", expect = FORBIDDEN, desc = "The exchange found the flag, and the data was not there.")
  @Outcome(id = ".*", expect = FORBIDDEN, desc = "No execution of this program has this outcome.")
  @State
  public static class Volatile extends Locations {

    @Actor
    public void thread1() {
      X.set(this, 1);
      Y.setRelease(this, 1);
    }

    @Actor
    public void thread2(II_Result r) {
      r.r1 = (int) Y.compareAndExchange(this, 5, 6);
      r.r2 = (int) X.get(this);
    }
  }
}
