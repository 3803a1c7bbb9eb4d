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
 * Coherence: one thread reads the same location twice. Can it see the new value first and the old one then?
 *
 * <pre>
 * initially  x = 0
 *
 * thread 1        | thread 2
 * x = 1           | r1 = x
 *                 | r2 = x
 * </pre>
 *
 * <p>One location alone, and still {@code 1, 0} is allowed in plain mode: the compiler may take the two reads for any
 * two reads, and do the second one first or use an older result for it. From opaque mode on each location is
 * <em>coherent</em>: its writes have one order, and no thread reads backwards in it. That is all that opaque adds.
 *
 * <p>The second read goes to the same object by another reference ({@code same}), for a compiler that knew them to be
 * equal would read only once.
 *
 * <p><b>On x86</b>, as on every processor in use, two reads of one location stay in order, so {@code 1, 0} is a
 * compiler's work wherever it is seen.
 *
 * <p>Derived by TLC from {@code spec/litmus/Coherence.tla}, what is possible in each mode:
 *
 * <pre>
 * outcome  plain  opaque  acquire/release  volatile
 * 0, 0     yes    yes     yes              yes
 * 0, 1     yes    yes     yes              yes
 * 1, 0     yes    no      no               no
 * 1, 1     yes    yes     yes              yes
 * </pre>
 *
 * <p>{@code docs/memory-models.md} has what was seen, and on which machine.
 */
public final class L2_CoherentReads {

  private L2_CoherentReads() {}

  @JCStressTest
  @Program("CoRR plain")
  @Outcome(id = "0, 0", expect = ACCEPTABLE, desc = "Both reads came before the write.")
  @Outcome(id = "0, 1", expect = ACCEPTABLE, desc = "The write came between the reads.")
  @Outcome(id = "1, 1", expect = ACCEPTABLE, desc = "Both reads came after the write.")
  @Outcome(id = "1, 0", expect = ACCEPTABLE_INTERESTING, desc = "The second read saw an older value than the first.")
  @Outcome(id = ".*", expect = FORBIDDEN, desc = "No execution of this program has this outcome.")
  @State
  public static class Plain extends Locations {

    private final Locations same = this;

    @Actor
    public void thread1() {
      X.set(this, 1);
    }

    @Actor
    public void thread2(II_Result r) {
      r.r1 = (int) X.get(this);
      r.r2 = (int) X.get(same);
    }
  }

  @JCStressTest
  @Program("CoRR opaque")
  @Outcome(id = "0, 0", expect = ACCEPTABLE, desc = "Both reads came before the write.")
  @Outcome(id = "0, 1", expect = ACCEPTABLE, desc = "The write came between the reads.")
  @Outcome(id = "1, 1", expect = ACCEPTABLE, desc = "Both reads came after the write.")
  @Outcome(id = "1, 0", expect = FORBIDDEN, desc = "The second read saw an older value than the first.")
  @Outcome(id = ".*", expect = FORBIDDEN, desc = "No execution of this program has this outcome.")
  @State
  public static class Opaque extends Locations {

    private final Locations same = this;

    @Actor
    public void thread1() {
      X.setOpaque(this, 1);
    }

    @Actor
    public void thread2(II_Result r) {
      r.r1 = (int) X.getOpaque(this);
      r.r2 = (int) X.getOpaque(same);
    }
  }

  @JCStressTest
  @Program("CoRR release, acquire")
  @Outcome(id = "0, 0", expect = ACCEPTABLE, desc = "Both reads came before the write.")
  @Outcome(id = "0, 1", expect = ACCEPTABLE, desc = "The write came between the reads.")
  @Outcome(id = "1, 1", expect = ACCEPTABLE, desc = "Both reads came after the write.")
  @Outcome(id = "1, 0", expect = FORBIDDEN, desc = "The second read saw an older value than the first.")
  @Outcome(id = ".*", expect = FORBIDDEN, desc = "No execution of this program has this outcome.")
  @State
  public static class AcquireRelease extends Locations {

    private final Locations same = this;

    @Actor
    public void thread1() {
      X.setRelease(this, 1);
    }

    @Actor
    public void thread2(II_Result r) {
      r.r1 = (int) X.getAcquire(this);
      r.r2 = (int) X.getAcquire(same);
    }
  }

  @JCStressTest
  @Program("CoRR volatile")
  @Outcome(id = "0, 0", expect = ACCEPTABLE, desc = "Both reads came before the write.")
  @Outcome(id = "0, 1", expect = ACCEPTABLE, desc = "The write came between the reads.")
  @Outcome(id = "1, 1", expect = ACCEPTABLE, desc = "Both reads came after the write.")
  @Outcome(id = "1, 0", expect = FORBIDDEN, desc = "The second read saw an older value than the first.")
  @Outcome(id = ".*", expect = FORBIDDEN, desc = "No execution of this program has this outcome.")
  @State
  public static class Volatile extends Locations {

    private final Locations same = this;

    @Actor
    public void thread1() {
      X.setVolatile(this, 1);
    }

    @Actor
    public void thread2(II_Result r) {
      r.r1 = (int) X.getVolatile(this);
      r.r2 = (int) X.getVolatile(same);
    }
  }
}
