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
 * Store buffering: each thread writes its own location and reads the other's. Can both miss the other's write?
 *
 * <pre>
 * initially  x = y = 0
 *
 * thread 1        | thread 2
 * x = 1           | y = 1
 * r1 = y          | r2 = x
 * </pre>
 *
 * <p>Here acquire and release do not help. They say what follows <em>if</em> a write is seen; nobody has seen
 * anything in {@code 0, 0}. What forbids it is one order of all accesses of all threads, and that only volatile
 * gives. It is the difference between publication and <em>sequential consistency</em>: two threads that each raise a
 * flag and then look for the other's (Dekker's algorithm) need the second. {@code AtomicValue} promises it; see
 * {@code StoreBuffering} and {@code LaterStoreBuffering} in the package above.
 *
 * <p><b>On x86</b> this is the one reordering that the processor does: a write waits in the store buffer while later
 * reads go ahead. So {@code 0, 0} is seen in all modes but volatile, whose writes wait for the buffer to drain.
 *
 * <p>Derived by TLC from {@code spec/litmus/StoreBuffering.tla}, what is possible in each mode:
 *
 * <pre>
 * outcome  plain  opaque  acquire/release  volatile
 * 0, 0     yes    yes     yes              no
 * 0, 1     yes    yes     yes              yes
 * 1, 0     yes    yes     yes              yes
 * 1, 1     yes    yes     yes              yes
 * </pre>
 *
 * <p>{@code docs/memory-models.md} has what was seen, and on which machine.
 */
public final class L6_StoreBuffering {

  private L6_StoreBuffering() {}

  @JCStressTest
  @Program("SB plain")
  @Outcome(id = "0, 1", expect = ACCEPTABLE, desc = "Thread 1 was done before thread 2 wrote.")
  @Outcome(id = "1, 0", expect = ACCEPTABLE, desc = "Thread 2 was done before thread 1 wrote.")
  @Outcome(id = "1, 1", expect = ACCEPTABLE, desc = "Both writes came before both reads.")
  @Outcome(
      id = "0, 0",
      expect = ACCEPTABLE_INTERESTING,
      desc = "Each thread read before the other's write, and yet after its own.")
  @Outcome(id = ".*", expect = FORBIDDEN, desc = "No execution of this program has this outcome.")
  @State
  public static class Plain extends Locations {

    @Actor
    public void thread1(II_Result r) {
      X.set(this, 1);
      r.r1 = (int) Y.get(this);
    }

    @Actor
    public void thread2(II_Result r) {
      Y.set(this, 1);
      r.r2 = (int) X.get(this);
    }
  }

  @JCStressTest
  @Program("SB opaque")
  @Outcome(id = "0, 1", expect = ACCEPTABLE, desc = "Thread 1 was done before thread 2 wrote.")
  @Outcome(id = "1, 0", expect = ACCEPTABLE, desc = "Thread 2 was done before thread 1 wrote.")
  @Outcome(id = "1, 1", expect = ACCEPTABLE, desc = "Both writes came before both reads.")
  @Outcome(
      id = "0, 0",
      expect = ACCEPTABLE_INTERESTING,
      desc = "Each thread read before the other's write, and yet after its own.")
  @Outcome(id = ".*", expect = FORBIDDEN, desc = "No execution of this program has this outcome.")
  @State
  public static class Opaque extends Locations {

    @Actor
    public void thread1(II_Result r) {
      X.setOpaque(this, 1);
      r.r1 = (int) Y.getOpaque(this);
    }

    @Actor
    public void thread2(II_Result r) {
      Y.setOpaque(this, 1);
      r.r2 = (int) X.getOpaque(this);
    }
  }

  @JCStressTest
  @Program("SB release, acquire")
  @Outcome(id = "0, 1", expect = ACCEPTABLE, desc = "Thread 1 was done before thread 2 wrote.")
  @Outcome(id = "1, 0", expect = ACCEPTABLE, desc = "Thread 2 was done before thread 1 wrote.")
  @Outcome(id = "1, 1", expect = ACCEPTABLE, desc = "Both writes came before both reads.")
  @Outcome(
      id = "0, 0",
      expect = ACCEPTABLE_INTERESTING,
      desc = "Each thread read before the other's write, and yet after its own.")
  @Outcome(id = ".*", expect = FORBIDDEN, desc = "No execution of this program has this outcome.")
  @State
  public static class AcquireRelease extends Locations {

    @Actor
    public void thread1(II_Result r) {
      X.setRelease(this, 1);
      r.r1 = (int) Y.getAcquire(this);
    }

    @Actor
    public void thread2(II_Result r) {
      Y.setRelease(this, 1);
      r.r2 = (int) X.getAcquire(this);
    }
  }

  @JCStressTest
  @Program("SB volatile")
  @Outcome(id = "0, 1", expect = ACCEPTABLE, desc = "Thread 1 was done before thread 2 wrote.")
  @Outcome(id = "1, 0", expect = ACCEPTABLE, desc = "Thread 2 was done before thread 1 wrote.")
  @Outcome(id = "1, 1", expect = ACCEPTABLE, desc = "Both writes came before both reads.")
  @Outcome(id = "0, 0", expect = FORBIDDEN, desc = "Each thread read before the other's write, and yet after its own.")
  @Outcome(id = ".*", expect = FORBIDDEN, desc = "No execution of this program has this outcome.")
  @State
  public static class Volatile extends Locations {

    @Actor
    public void thread1(II_Result r) {
      X.setVolatile(this, 1);
      r.r1 = (int) Y.getVolatile(this);
    }

    @Actor
    public void thread2(II_Result r) {
      Y.setVolatile(this, 1);
      r.r2 = (int) X.getVolatile(this);
    }
  }
}
