package org.atomicvalue.stress.litmus;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;

/**
 * Write-to-read causality: what the second thread learned from the first, does the third learn from the second?
 *
 * <pre>
 * initially  x = y = 0
 *
 * thread 1        | thread 2        | thread 3
 * x = 1           | r1 = x          | r2 = y
 *                 | y = 1           | r3 = x
 * </pre>
 *
 * <p>Message passing by way of a third party. {@code 1, 1, 0} is a thread that has heard from one who has seen {@code
 * x}, and does not see it. Acquire and release forbid it, because happens-before is transitive: a thread releases not
 * only what it wrote, but all that it has acquired. (The last read is plain in that program, so it is happens-before
 * alone that gives it its value.) This is what lets one {@code AtomicValue} hand on what was obtained from another.
 *
 * <p><b>On x86</b> a write becomes visible to all other processors at once, so that {@code 1, 1, 0} again takes a
 * compiler. In opaque mode ARM and POWER may show it, which reorder the accesses of one thread.
 *
 * <p>Derived by TLC from {@code spec/litmus/WriteToReadCausality.tla}, what is possible in each mode:
 *
 * <pre>
 * outcome  plain  opaque  acquire/release  volatile
 * 0, 0, 0  yes    yes     yes              yes
 * 0, 0, 1  yes    yes     yes              yes
 * 0, 1, 0  yes    yes     yes              yes
 * 0, 1, 1  yes    yes     yes              yes
 * 1, 0, 0  yes    yes     yes              yes
 * 1, 0, 1  yes    yes     yes              yes
 * 1, 1, 0  yes    yes     no               no
 * 1, 1, 1  yes    yes     yes              yes
 * </pre>
 *
 * <p>{@code docs/memory-models.md} has what was seen, and on which machine.
 */
public final class L3_WriteToReadCausality {

  private L3_WriteToReadCausality() {}

  @JCStressTest
  @Program("WRC plain")
  @Outcome(
      id = {
        "0, 0, 0", "0, 0, 1", "0, 1, 0", "0, 1, 1", "1, 0, 0", "1, 0, 1"
      },
      expect = ACCEPTABLE,
      desc = "The news stopped on its way, or thread 2 had none.")
  @Outcome(id = "1, 1, 1", expect = ACCEPTABLE, desc = "The news came through to thread 3.")
  @Outcome(
      id = "1, 1, 0",
      expect = ACCEPTABLE_INTERESTING,
      desc = "Thread 3 heard from thread 2, which had seen the write to x, and did not see that write.")
  @Outcome(id = ".*", expect = FORBIDDEN, desc = "No execution of this program has this outcome.")
  @State
  public static class Plain extends Locations {

    @Actor
    public void thread1() {
      X.set(this, 1);
    }

    @Actor
    public void thread2(III_Result r) {
      r.r1 = (int) X.get(this);
      Y.set(this, 1);
    }

    @Actor
    public void thread3(III_Result r) {
      r.r2 = (int) Y.get(this);
      r.r3 = (int) X.get(this);
    }
  }

  @JCStressTest
  @Program("WRC opaque")
  @Outcome(
      id = {
        "0, 0, 0", "0, 0, 1", "0, 1, 0", "0, 1, 1", "1, 0, 0", "1, 0, 1"
      },
      expect = ACCEPTABLE,
      desc = "The news stopped on its way, or thread 2 had none.")
  @Outcome(id = "1, 1, 1", expect = ACCEPTABLE, desc = "The news came through to thread 3.")
  @Outcome(
      id = "1, 1, 0",
      expect = ACCEPTABLE_INTERESTING,
      desc = "Thread 3 heard from thread 2, which had seen the write to x, and did not see that write.")
  @Outcome(id = ".*", expect = FORBIDDEN, desc = "No execution of this program has this outcome.")
  @State
  public static class Opaque extends Locations {

    @Actor
    public void thread1() {
      X.setOpaque(this, 1);
    }

    @Actor
    public void thread2(III_Result r) {
      r.r1 = (int) X.getOpaque(this);
      Y.setOpaque(this, 1);
    }

    @Actor
    public void thread3(III_Result r) {
      r.r2 = (int) Y.getOpaque(this);
      r.r3 = (int) X.getOpaque(this);
    }
  }

  @JCStressTest
  @Program("WRC release, acquire")
  @Outcome(
      id = {
        "0, 0, 0", "0, 0, 1", "0, 1, 0", "0, 1, 1", "1, 0, 0", "1, 0, 1"
      },
      expect = ACCEPTABLE,
      desc = "The news stopped on its way, or thread 2 had none.")
  @Outcome(id = "1, 1, 1", expect = ACCEPTABLE, desc = "The news came through to thread 3.")
  @Outcome(
      id = "1, 1, 0",
      expect = FORBIDDEN,
      desc = "Thread 3 heard from thread 2, which had seen the write to x, and did not see that write.")
  @Outcome(id = ".*", expect = FORBIDDEN, desc = "No execution of this program has this outcome.")
  @State
  public static class AcquireRelease extends Locations {

    @Actor
    public void thread1() {
      X.setRelease(this, 1);
    }

    @Actor
    public void thread2(III_Result r) {
      r.r1 = (int) X.getAcquire(this);
      Y.setRelease(this, 1);
    }

    @Actor
    public void thread3(III_Result r) {
      r.r2 = (int) Y.getAcquire(this);
      r.r3 = (int) X.get(this);
    }
  }

  @JCStressTest
  @Program("WRC volatile")
  @Outcome(
      id = {
        "0, 0, 0", "0, 0, 1", "0, 1, 0", "0, 1, 1", "1, 0, 0", "1, 0, 1"
      },
      expect = ACCEPTABLE,
      desc = "The news stopped on its way, or thread 2 had none.")
  @Outcome(id = "1, 1, 1", expect = ACCEPTABLE, desc = "The news came through to thread 3.")
  @Outcome(
      id = "1, 1, 0",
      expect = FORBIDDEN,
      desc = "Thread 3 heard from thread 2, which had seen the write to x, and did not see that write.")
  @Outcome(id = ".*", expect = FORBIDDEN, desc = "No execution of this program has this outcome.")
  @State
  public static class Volatile extends Locations {

    @Actor
    public void thread1() {
      X.setVolatile(this, 1);
    }

    @Actor
    public void thread2(III_Result r) {
      r.r1 = (int) X.getVolatile(this);
      Y.setVolatile(this, 1);
    }

    @Actor
    public void thread3(III_Result r) {
      r.r2 = (int) Y.getVolatile(this);
      r.r3 = (int) X.getVolatile(this);
    }
  }
}
