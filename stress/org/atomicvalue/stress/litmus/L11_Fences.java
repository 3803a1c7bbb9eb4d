package org.atomicvalue.stress.litmus;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import java.lang.invoke.VarHandle;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/**
 * Fences: message passing by plain accesses, with a release fence between the writes, an acquire fence between the
 * reads, both, or none.
 *
 * <pre>
 * initially  x = y = 0          (x is the data, y the flag)
 *
 * thread 1                  | thread 2
 * x = 1                     | r1 = y
 * releaseFence()            | acquireFence()
 * y = 1                     | r2 = x
 * </pre>
 *
 * <p>The columns are the fences that there are: none, that of thread 1, that of thread 2, both. A release fence makes
 * all writes after it carry what its thread has done and read before; an acquire fence makes known to all that comes
 * after it what the reads before it have found. It takes both, or the mode in the place of one of them, to rule out
 * {@code 1, 0}. What no acquire or release does, store buffering, takes a full fence in each thread.
 *
 * <p><b>On x86</b> both fences are no instruction at all. They keep the compiler from moving accesses across, which is
 * all that could go wrong here.
 *
 * <p>Derived by TLC from {@code spec/litmus/MessagePassing.tla} and {@code spec/litmus/Fences.tla}, what is possible
 * with which fences:
 *
 * <pre>
 * outcome  plain  release  acquire  acquire/release
 * 0, 0     yes    yes      yes      yes
 * 0, 1     yes    yes      yes      yes
 * 1, 0     yes    yes      yes      no
 * 1, 1     yes    yes      yes      yes
 * </pre>
 *
 * <p>{@code docs/memory-models.md} has what was seen, and on which machine.
 */
public final class L11_Fences {

  private L11_Fences() {}

  @JCStressTest
  @Program("MP plain")
  @Outcome(id = "0, 0", expect = ACCEPTABLE, desc = "The reader came before the flag was raised, and before the data.")
  @Outcome(id = "0, 1", expect = ACCEPTABLE, desc = "The reader found the data before it could know that it was there.")
  @Outcome(id = "1, 1", expect = ACCEPTABLE, desc = "The reader saw the flag and then the data.")
  @Outcome(id = "1, 0", expect = ACCEPTABLE_INTERESTING, desc = "The reader saw the flag and then not the data.")
  @Outcome(id = ".*", expect = FORBIDDEN, desc = "No execution of this program has this outcome.")
  @State
  public static class Plain extends Locations {

    @Actor
    public void thread1() {
      X.set(this, 1);
      Y.set(this, 1);
    }

    @Actor
    public void thread2(II_Result r) {
      r.r1 = (int) Y.get(this);
      r.r2 = (int) X.get(this);
    }
  }

  @JCStressTest
  @Program("MP release fence")
  @Outcome(id = "0, 0", expect = ACCEPTABLE, desc = "The reader came before the flag was raised, and before the data.")
  @Outcome(id = "0, 1", expect = ACCEPTABLE, desc = "The reader found the data before it could know that it was there.")
  @Outcome(id = "1, 1", expect = ACCEPTABLE, desc = "The reader saw the flag and then the data.")
  @Outcome(id = "1, 0", expect = ACCEPTABLE_INTERESTING, desc = "The reader saw the flag and then not the data.")
  @Outcome(id = ".*", expect = FORBIDDEN, desc = "No execution of this program has this outcome.")
  @State
  public static class Release extends Locations {

    @Actor
    public void thread1() {
      X.set(this, 1);
      VarHandle.releaseFence();
      Y.set(this, 1);
    }

    @Actor
    public void thread2(II_Result r) {
      r.r1 = (int) Y.get(this);
      r.r2 = (int) X.get(this);
    }
  }

  @JCStressTest
  @Program("MP acquire fence")
  @Outcome(id = "0, 0", expect = ACCEPTABLE, desc = "The reader came before the flag was raised, and before the data.")
  @Outcome(id = "0, 1", expect = ACCEPTABLE, desc = "The reader found the data before it could know that it was there.")
  @Outcome(id = "1, 1", expect = ACCEPTABLE, desc = "The reader saw the flag and then the data.")
  @Outcome(id = "1, 0", expect = ACCEPTABLE_INTERESTING, desc = "The reader saw the flag and then not the data.")
  @Outcome(id = ".*", expect = FORBIDDEN, desc = "No execution of this program has this outcome.")
  @State
  public static class Acquire extends Locations {

    @Actor
    public void thread1() {
      X.set(this, 1);
      Y.set(this, 1);
    }

    @Actor
    public void thread2(II_Result r) {
      r.r1 = (int) Y.get(this);
      VarHandle.acquireFence();
      r.r2 = (int) X.get(this);
    }
  }

  @JCStressTest
  @Program("MP release and acquire fence")
  @Outcome(id = "0, 0", expect = ACCEPTABLE, desc = "The reader came before the flag was raised, and before the data.")
  @Outcome(id = "0, 1", expect = ACCEPTABLE, desc = "The reader found the data before it could know that it was there.")
  @Outcome(id = "1, 1", expect = ACCEPTABLE, desc = "The reader saw the flag and then the data.")
  @Outcome(id = "1, 0", expect = FORBIDDEN, desc = "The reader saw the flag and then not the data.")
  @Outcome(id = ".*", expect = FORBIDDEN, desc = "No execution of this program has this outcome.")
  @State
  public static class AcquireRelease extends Locations {

    @Actor
    public void thread1() {
      X.set(this, 1);
      VarHandle.releaseFence();
      Y.set(this, 1);
    }

    @Actor
    public void thread2(II_Result r) {
      r.r1 = (int) Y.get(this);
      VarHandle.acquireFence();
      r.r2 = (int) X.get(this);
    }
  }
}
