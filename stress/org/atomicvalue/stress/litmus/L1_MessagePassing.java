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
 * Message passing: one thread writes data, then raises a flag; another sees the flag. Does it see the data?
 *
 * <pre>
 * initially  x = y = 0          (x is the data, y the flag)
 *
 * thread 1        | thread 2
 * x = 1           | r1 = y
 * y = 1           | r2 = x
 * </pre>
 *
 * <p>This is how one thread hands something to another, and what goes wrong with a torn configuration: {@code 1, 0}
 * is a reader who finds the new flag and the old data. In plain and in opaque mode nothing ties the two variables
 * together. A release write of the flag carries along what its thread did before, and whoever reads it by an acquire
 * read has it from then on: the first <em>happens-before</em> the second. The data may then be plain, as it is here
 * in the last two programs.
 *
 * <p><b>On x86</b> the processor keeps writes in order and reads in order, so it never shows {@code 1, 0}; a compiler
 * may, which moves plain accesses. ARM and POWER may show it in opaque mode too.
 *
 * <p>Derived by TLC from {@code spec/litmus/MessagePassing.tla}, what is possible in each mode:
 *
 * <pre>
 * outcome  plain  opaque  acquire/release  volatile
 * 0, 0     yes    yes     yes              yes
 * 0, 1     yes    yes     yes              yes
 * 1, 0     yes    yes     no               no
 * 1, 1     yes    yes     yes              yes
 * </pre>
 *
 * <p>{@code docs/memory-models.md} has what was seen, and on which machine.
 */
public final class L1_MessagePassing {

  private L1_MessagePassing() {}

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
  @Program("MP opaque")
  @Outcome(id = "0, 0", expect = ACCEPTABLE, desc = "The reader came before the flag was raised, and before the data.")
  @Outcome(id = "0, 1", expect = ACCEPTABLE, desc = "The reader found the data before it could know that it was there.")
  @Outcome(id = "1, 1", expect = ACCEPTABLE, desc = "The reader saw the flag and then the data.")
  @Outcome(id = "1, 0", expect = ACCEPTABLE_INTERESTING, desc = "The reader saw the flag and then not the data.")
  @Outcome(id = ".*", expect = FORBIDDEN, desc = "No execution of this program has this outcome.")
  @State
  public static class Opaque extends Locations {

    @Actor
    public void thread1() {
      X.setOpaque(this, 1);
      Y.setOpaque(this, 1);
    }

    @Actor
    public void thread2(II_Result r) {
      r.r1 = (int) Y.getOpaque(this);
      r.r2 = (int) X.getOpaque(this);
    }
  }

  @JCStressTest
  @Program("MP release, acquire")
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
      Y.setRelease(this, 1);
    }

    @Actor
    public void thread2(II_Result r) {
      r.r1 = (int) Y.getAcquire(this);
      r.r2 = (int) X.get(this);
    }
  }

  @JCStressTest
  @Program("MP volatile")
  @Outcome(id = "0, 0", expect = ACCEPTABLE, desc = "The reader came before the flag was raised, and before the data.")
  @Outcome(id = "0, 1", expect = ACCEPTABLE, desc = "The reader found the data before it could know that it was there.")
  @Outcome(id = "1, 1", expect = ACCEPTABLE, desc = "The reader saw the flag and then the data.")
  @Outcome(id = "1, 0", expect = FORBIDDEN, desc = "The reader saw the flag and then not the data.")
  @Outcome(id = ".*", expect = FORBIDDEN, desc = "No execution of this program has this outcome.")
  @State
  public static class Volatile extends Locations {

    @Actor
    public void thread1() {
      X.set(this, 1);
      Y.setVolatile(this, 1);
    }

    @Actor
    public void thread2(II_Result r) {
      r.r1 = (int) Y.getVolatile(this);
      r.r2 = (int) X.get(this);
    }
  }
}
