package org.atomicvalue.stress.litmus;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.IIII_Result;

/**
 * IRIW, independent reads of independent writes: can two readers disagree about which of two writes came first?
 *
 * <pre>
 * initially  x = y = 0
 *
 * thread 1        | thread 2        | thread 3        | thread 4
 * x = 1           | y = 1           | r1 = x          | r3 = y
 *                 |                 | r2 = y          | r4 = x
 * </pre>
 *
 * <p>In {@code 1, 0, 1, 0} thread 3 saw the write to {@code x} when there was none to {@code y}, and thread 4 the
 * reverse. Each reader's reads are in order in acquire mode; and still the readers need not agree, for the writes
 * have nothing to do with each other. Only volatile puts them into one order.
 *
 * <p><b>On x86</b> writes reach all other processors at once, so readers whose reads stay in order agree: {@code 1,
 * 0, 1, 0} takes a compiler, in plain mode. In opaque mode ARM and POWER may show it; with acquire and release POWER,
 * where a write may reach one processor before another. With fewer than four processors the threads take turns
 * besides, and little of the hardware is seen at all.
 *
 * <p>Derived by TLC from {@code spec/litmus/IndependentReads.tla}, what is possible in each mode:
 *
 * <pre>
 * outcome     plain  opaque  acquire/release  volatile
 * 0, 0, 0, 0  yes    yes     yes              yes
 * 0, 0, 0, 1  yes    yes     yes              yes
 * 0, 0, 1, 0  yes    yes     yes              yes
 * 0, 0, 1, 1  yes    yes     yes              yes
 * 0, 1, 0, 0  yes    yes     yes              yes
 * 0, 1, 0, 1  yes    yes     yes              yes
 * 0, 1, 1, 0  yes    yes     yes              yes
 * 0, 1, 1, 1  yes    yes     yes              yes
 * 1, 0, 0, 0  yes    yes     yes              yes
 * 1, 0, 0, 1  yes    yes     yes              yes
 * 1, 0, 1, 0  yes    yes     yes              no
 * 1, 0, 1, 1  yes    yes     yes              yes
 * 1, 1, 0, 0  yes    yes     yes              yes
 * 1, 1, 0, 1  yes    yes     yes              yes
 * 1, 1, 1, 0  yes    yes     yes              yes
 * 1, 1, 1, 1  yes    yes     yes              yes
 * </pre>
 *
 * <p>{@code docs/memory-models.md} has what was seen, and on which machine.
 */
public final class L7_IndependentReads {

  private L7_IndependentReads() {}

  @JCStressTest
  @Program("IRIW plain")
  @Outcome(
      id = {
        "0, 0, 0, 0", "0, 0, 0, 1", "0, 0, 1, 0", "0, 0, 1, 1",
        "0, 1, 0, 0", "0, 1, 0, 1", "0, 1, 1, 0", "0, 1, 1, 1",
        "1, 0, 0, 0", "1, 0, 0, 1", "1, 0, 1, 1", "1, 1, 0, 0",
        "1, 1, 0, 1", "1, 1, 1, 0", "1, 1, 1, 1"
      },
      expect = ACCEPTABLE,
      desc = "What the readers saw agrees with one order of the two writes.")
  @Outcome(
      id = "1, 0, 1, 0",
      expect = ACCEPTABLE_INTERESTING,
      desc = "Thread 3 saw the write to x alone, and thread 4 the write to y alone.")
  @Outcome(id = ".*", expect = FORBIDDEN, desc = "No execution of this program has this outcome.")
  @State
  public static class Plain extends Locations {

    @Actor
    public void thread1() {
      X.set(this, 1);
    }

    @Actor
    public void thread2() {
      Y.set(this, 1);
    }

    @Actor
    public void thread3(IIII_Result r) {
      r.r1 = (int) X.get(this);
      r.r2 = (int) Y.get(this);
    }

    @Actor
    public void thread4(IIII_Result r) {
      r.r3 = (int) Y.get(this);
      r.r4 = (int) X.get(this);
    }
  }

  @JCStressTest
  @Program("IRIW opaque")
  @Outcome(
      id = {
        "0, 0, 0, 0", "0, 0, 0, 1", "0, 0, 1, 0", "0, 0, 1, 1",
        "0, 1, 0, 0", "0, 1, 0, 1", "0, 1, 1, 0", "0, 1, 1, 1",
        "1, 0, 0, 0", "1, 0, 0, 1", "1, 0, 1, 1", "1, 1, 0, 0",
        "1, 1, 0, 1", "1, 1, 1, 0", "1, 1, 1, 1"
      },
      expect = ACCEPTABLE,
      desc = "What the readers saw agrees with one order of the two writes.")
  @Outcome(
      id = "1, 0, 1, 0",
      expect = ACCEPTABLE_INTERESTING,
      desc = "Thread 3 saw the write to x alone, and thread 4 the write to y alone.")
  @Outcome(id = ".*", expect = FORBIDDEN, desc = "No execution of this program has this outcome.")
  @State
  public static class Opaque extends Locations {

    @Actor
    public void thread1() {
      X.setOpaque(this, 1);
    }

    @Actor
    public void thread2() {
      Y.setOpaque(this, 1);
    }

    @Actor
    public void thread3(IIII_Result r) {
      r.r1 = (int) X.getOpaque(this);
      r.r2 = (int) Y.getOpaque(this);
    }

    @Actor
    public void thread4(IIII_Result r) {
      r.r3 = (int) Y.getOpaque(this);
      r.r4 = (int) X.getOpaque(this);
    }
  }

  @JCStressTest
  @Program("IRIW release, acquire")
  @Outcome(
      id = {
        "0, 0, 0, 0", "0, 0, 0, 1", "0, 0, 1, 0", "0, 0, 1, 1",
        "0, 1, 0, 0", "0, 1, 0, 1", "0, 1, 1, 0", "0, 1, 1, 1",
        "1, 0, 0, 0", "1, 0, 0, 1", "1, 0, 1, 1", "1, 1, 0, 0",
        "1, 1, 0, 1", "1, 1, 1, 0", "1, 1, 1, 1"
      },
      expect = ACCEPTABLE,
      desc = "What the readers saw agrees with one order of the two writes.")
  @Outcome(
      id = "1, 0, 1, 0",
      expect = ACCEPTABLE_INTERESTING,
      desc = "Thread 3 saw the write to x alone, and thread 4 the write to y alone.")
  @Outcome(id = ".*", expect = FORBIDDEN, desc = "No execution of this program has this outcome.")
  @State
  public static class AcquireRelease extends Locations {

    @Actor
    public void thread1() {
      X.setRelease(this, 1);
    }

    @Actor
    public void thread2() {
      Y.setRelease(this, 1);
    }

    @Actor
    public void thread3(IIII_Result r) {
      r.r1 = (int) X.getAcquire(this);
      r.r2 = (int) Y.getAcquire(this);
    }

    @Actor
    public void thread4(IIII_Result r) {
      r.r3 = (int) Y.getAcquire(this);
      r.r4 = (int) X.getAcquire(this);
    }
  }

  @JCStressTest
  @Program("IRIW volatile")
  @Outcome(
      id = {
        "0, 0, 0, 0", "0, 0, 0, 1", "0, 0, 1, 0", "0, 0, 1, 1",
        "0, 1, 0, 0", "0, 1, 0, 1", "0, 1, 1, 0", "0, 1, 1, 1",
        "1, 0, 0, 0", "1, 0, 0, 1", "1, 0, 1, 1", "1, 1, 0, 0",
        "1, 1, 0, 1", "1, 1, 1, 0", "1, 1, 1, 1"
      },
      expect = ACCEPTABLE,
      desc = "What the readers saw agrees with one order of the two writes.")
  @Outcome(
      id = "1, 0, 1, 0",
      expect = FORBIDDEN,
      desc = "Thread 3 saw the write to x alone, and thread 4 the write to y alone.")
  @Outcome(id = ".*", expect = FORBIDDEN, desc = "No execution of this program has this outcome.")
  @State
  public static class Volatile extends Locations {

    @Actor
    public void thread1() {
      X.setVolatile(this, 1);
    }

    @Actor
    public void thread2() {
      Y.setVolatile(this, 1);
    }

    @Actor
    public void thread3(IIII_Result r) {
      r.r1 = (int) X.getVolatile(this);
      r.r2 = (int) Y.getVolatile(this);
    }

    @Actor
    public void thread4(IIII_Result r) {
      r.r3 = (int) Y.getVolatile(this);
      r.r4 = (int) X.getVolatile(this);
    }
  }
}
