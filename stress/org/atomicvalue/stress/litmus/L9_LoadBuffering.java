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
 * Load buffering, the limit of the machine: each thread reads one location, then writes the other. Can both read what
 * is written only later?
 *
 * <pre>
 * initially  x = y = 0
 *
 * thread 1        | thread 2
 * r1 = x          | r2 = y
 * y = 1           | x = 1
 * </pre>
 *
 * <p>In {@code 1, 1} each read saw a write that came after the other read. Java allows it for plain accesses, because
 * compilers and processors may do a write before an earlier read of something else; for opaque accesses and stronger
 * ones it does not. So say the published axioms. The machine of {@code spec/AccessModes.tla} does not have it in any
 * mode: there a read returns what has been written already. That is the difference between the two models that
 * {@code EqualModelsTest} knows by name.
 *
 * <p>Why leave it out? To have it, a machine must let a thread promise a write before it makes it, and then exclude
 * promises that justify themselves, or values come out of thin air. The Java Language Specification tries (17.4.8),
 * and no simple machine does. {@code AtomicValue} does not need it: its reads that matter are not plain.
 *
 * <p><b>On x86</b> the processor does no write before an earlier read, so {@code 1, 1} takes a compiler. ARM and
 * POWER may do so with plain accesses.
 *
 * <p>Derived by TLC from {@code spec/litmus/LoadBuffering.tla}, what is possible in each mode:
 *
 * <pre>
 * outcome  plain  opaque  acquire/release  volatile
 * 0, 0     yes    yes     yes              yes
 * 0, 1     yes    yes     yes              yes
 * 1, 0     yes    yes     yes              yes
 * 1, 1     yes    no      no               no
 * </pre>
 *
 * <p>{@code docs/memory-models.md} has what was seen, and on which machine.
 */
public final class L9_LoadBuffering {

  private L9_LoadBuffering() {}

  /** Accepts {@code 1, 1}, which Java allows and the machine does not have. */
  @JCStressTest
  @Program("LB plain")
  @Outcome(id = "0, 0", expect = ACCEPTABLE, desc = "Both reads came before both writes.")
  @Outcome(id = "0, 1", expect = ACCEPTABLE, desc = "Thread 1 was done before thread 2 read.")
  @Outcome(id = "1, 0", expect = ACCEPTABLE, desc = "Thread 2 was done before thread 1 read.")
  @Outcome(
      id = "1, 1",
      expect = ACCEPTABLE_INTERESTING,
      desc = "Each thread read what the other wrote after its own read.")
  @Outcome(id = ".*", expect = FORBIDDEN, desc = "No execution of this program has this outcome.")
  @State
  public static class Plain extends Locations {

    @Actor
    public void thread1(II_Result r) {
      r.r1 = (int) X.get(this);
      Y.set(this, 1);
    }

    @Actor
    public void thread2(II_Result r) {
      r.r2 = (int) Y.get(this);
      X.set(this, 1);
    }
  }

  @JCStressTest
  @Program("LB opaque")
  @Outcome(id = "0, 0", expect = ACCEPTABLE, desc = "Both reads came before both writes.")
  @Outcome(id = "0, 1", expect = ACCEPTABLE, desc = "Thread 1 was done before thread 2 read.")
  @Outcome(id = "1, 0", expect = ACCEPTABLE, desc = "Thread 2 was done before thread 1 read.")
  @Outcome(id = "1, 1", expect = FORBIDDEN, desc = "Each thread read what the other wrote after its own read.")
  @Outcome(id = ".*", expect = FORBIDDEN, desc = "No execution of this program has this outcome.")
  @State
  public static class Opaque extends Locations {

    @Actor
    public void thread1(II_Result r) {
      r.r1 = (int) X.getOpaque(this);
      Y.setOpaque(this, 1);
    }

    @Actor
    public void thread2(II_Result r) {
      r.r2 = (int) Y.getOpaque(this);
      X.setOpaque(this, 1);
    }
  }

  @JCStressTest
  @Program("LB acquire, release")
  @Outcome(id = "0, 0", expect = ACCEPTABLE, desc = "Both reads came before both writes.")
  @Outcome(id = "0, 1", expect = ACCEPTABLE, desc = "Thread 1 was done before thread 2 read.")
  @Outcome(id = "1, 0", expect = ACCEPTABLE, desc = "Thread 2 was done before thread 1 read.")
  @Outcome(id = "1, 1", expect = FORBIDDEN, desc = "Each thread read what the other wrote after its own read.")
  @Outcome(id = ".*", expect = FORBIDDEN, desc = "No execution of this program has this outcome.")
  @State
  public static class AcquireRelease extends Locations {

    @Actor
    public void thread1(II_Result r) {
      r.r1 = (int) X.getAcquire(this);
      Y.setRelease(this, 1);
    }

    @Actor
    public void thread2(II_Result r) {
      r.r2 = (int) Y.getAcquire(this);
      X.setRelease(this, 1);
    }
  }

  @JCStressTest
  @Program("LB volatile")
  @Outcome(id = "0, 0", expect = ACCEPTABLE, desc = "Both reads came before both writes.")
  @Outcome(id = "0, 1", expect = ACCEPTABLE, desc = "Thread 1 was done before thread 2 read.")
  @Outcome(id = "1, 0", expect = ACCEPTABLE, desc = "Thread 2 was done before thread 1 read.")
  @Outcome(id = "1, 1", expect = FORBIDDEN, desc = "Each thread read what the other wrote after its own read.")
  @Outcome(id = ".*", expect = FORBIDDEN, desc = "No execution of this program has this outcome.")
  @State
  public static class Volatile extends Locations {

    @Actor
    public void thread1(II_Result r) {
      r.r1 = (int) X.getVolatile(this);
      Y.setVolatile(this, 1);
    }

    @Actor
    public void thread2(II_Result r) {
      r.r2 = (int) Y.getVolatile(this);
      X.setVolatile(this, 1);
    }
  }
}
