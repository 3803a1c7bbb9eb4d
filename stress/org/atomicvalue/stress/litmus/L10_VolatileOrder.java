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
 * Volatile orders only the volatile: the data is volatile, and the flag that tells of it is written after it, in some
 * mode. Does a reader who sees the flag find the data?
 *
 * <pre>
 * initially  x = y = 0          (x is the data, y the flag)
 *
 * thread 1                  | thread 2
 * x = 1      (volatile)     | r1 = y     (as said)
 * y = 1      (as said)      | r2 = x     (volatile)
 * </pre>
 *
 * <p>This is message passing with the modes at the wrong places. The order of volatile accesses is an order of those
 * alone: nothing keeps a later plain write from being done before a volatile one, nor a plain read from being done
 * after a volatile read that follows it. So {@code 1, 0} is possible, until the <em>flag</em> is released and acquired;
 * the data might then be plain. A volatile access somewhere before is no fence.
 *
 * <p>The first model of this project did not have {@code 1, 0} in any mode, and was refuted by it.
 *
 * <p><b>On x86</b> the processor keeps the writes in order and the reads too. But a compiler moves plain accesses past
 * volatile ones, and HotSpot does, where they are accesses to fields, as here. Those that go through a {@code
 * VarHandle} it leaves in place.
 *
 * <p>Derived by TLC from {@code spec/litmus/VolatileOrder.tla}, what is possible in each mode:
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
public final class L10_VolatileOrder {

  private L10_VolatileOrder() {}

  @JCStressTest
  @Program("volatile data, plain flag")
  @Outcome(id = "0, 0", expect = ACCEPTABLE, desc = "The reader came before the flag was raised, and before the data.")
  @Outcome(id = "0, 1", expect = ACCEPTABLE, desc = "The reader found the data before it could know that it was there.")
  @Outcome(id = "1, 1", expect = ACCEPTABLE, desc = "The reader saw the flag and then the data.")
  @Outcome(
      id = "1, 0",
      expect = ACCEPTABLE_INTERESTING,
      desc = "The reader saw the flag and then not the data, although that is volatile.")
  @Outcome(id = ".*", expect = FORBIDDEN, desc = "No execution of this program has this outcome.")
  @State
  public static class Plain extends VolatileLocations {

    @Actor
    public void thread1() {
      x = 1;
      y = 1;
    }

    @Actor
    public void thread2(II_Result r) {
      r.r1 = y;
      r.r2 = x;
    }
  }

  @JCStressTest
  @Program("volatile data, opaque flag")
  @Outcome(id = "0, 0", expect = ACCEPTABLE, desc = "The reader came before the flag was raised, and before the data.")
  @Outcome(id = "0, 1", expect = ACCEPTABLE, desc = "The reader found the data before it could know that it was there.")
  @Outcome(id = "1, 1", expect = ACCEPTABLE, desc = "The reader saw the flag and then the data.")
  @Outcome(
      id = "1, 0",
      expect = ACCEPTABLE_INTERESTING,
      desc = "The reader saw the flag and then not the data, although that is volatile.")
  @Outcome(id = ".*", expect = FORBIDDEN, desc = "No execution of this program has this outcome.")
  @State
  public static class Opaque extends VolatileLocations {

    @Actor
    public void thread1() {
      x = 1;
      Y.setOpaque(this, 1);
    }

    @Actor
    public void thread2(II_Result r) {
      r.r1 = (int) Y.getOpaque(this);
      r.r2 = x;
    }
  }

  @JCStressTest
  @Program("volatile data, release, acquire flag")
  @Outcome(id = "0, 0", expect = ACCEPTABLE, desc = "The reader came before the flag was raised, and before the data.")
  @Outcome(id = "0, 1", expect = ACCEPTABLE, desc = "The reader found the data before it could know that it was there.")
  @Outcome(id = "1, 1", expect = ACCEPTABLE, desc = "The reader saw the flag and then the data.")
  @Outcome(
      id = "1, 0",
      expect = FORBIDDEN,
      desc = "The reader saw the flag and then not the data, although that is volatile.")
  @Outcome(id = ".*", expect = FORBIDDEN, desc = "No execution of this program has this outcome.")
  @State
  public static class AcquireRelease extends VolatileLocations {

    @Actor
    public void thread1() {
      x = 1;
      Y.setRelease(this, 1);
    }

    @Actor
    public void thread2(II_Result r) {
      r.r1 = (int) Y.getAcquire(this);
      r.r2 = x;
    }
  }

  @JCStressTest
  @Program("volatile data and flag")
  @Outcome(id = "0, 0", expect = ACCEPTABLE, desc = "The reader came before the flag was raised, and before the data.")
  @Outcome(id = "0, 1", expect = ACCEPTABLE, desc = "The reader found the data before it could know that it was there.")
  @Outcome(id = "1, 1", expect = ACCEPTABLE, desc = "The reader saw the flag and then the data.")
  @Outcome(
      id = "1, 0",
      expect = FORBIDDEN,
      desc = "The reader saw the flag and then not the data, although that is volatile.")
  @Outcome(id = ".*", expect = FORBIDDEN, desc = "No execution of this program has this outcome.")
  @State
  public static class Volatile extends VolatileLocations {

    @Actor
    public void thread1() {
      x = 1;
      Y.setVolatile(this, 1);
    }

    @Actor
    public void thread2(II_Result r) {
      r.r1 = (int) Y.getVolatile(this);
      r.r2 = x;
    }
  }
}
