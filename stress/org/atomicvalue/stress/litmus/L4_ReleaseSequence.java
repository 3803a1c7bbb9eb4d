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
 * Release sequences: the flag is released, and then written once more in some mode.
 *
 * <pre>
 * initially  x = y = 0
 *
 * thread 1                  | thread 2
 * x = 1      (plain)        | r1 = y     (acquire)
 * y = 1      (release)      | r2 = x     (plain)
 * y = 2      (as said)      |
 * </pre>
 *
 * <p>The columns are the modes of the last write. A reader who sees the flag 2 has not read from the release write,
 * but from the one after it. If that one is weaker, nothing has been released to this reader, though a release came
 * before: {@code 2, 0}. (In C11 the earlier release would still count, by what is called a release sequence. In Java
 * only a read-modify-write, which has read from the release write, continues it.) The rule to remember: never follow a
 * release write by a weaker write of the same variable. Hence {@code AtomicValue}'s later stores, which overwrite a
 * word that the first store has published, release as well.
 *
 * <p><b>On x86</b> the writes stay in order, and a compiler may not move a write of {@code x} down over the release,
 * so {@code 2, 0} takes a reordering in thread 2, which the acquire read excludes. Do not expect it here, nor on ARM,
 * where the release write orders the earlier one before all that follow it in coherence order. It is a matter of what
 * is promised.
 *
 * <p>Derived by TLC from {@code spec/litmus/ReleaseSequence.tla}, what is possible in each mode:
 *
 * <pre>
 * outcome  plain  opaque  release  volatile
 * 0, 0     yes    yes     yes      yes
 * 0, 1     yes    yes     yes      yes
 * 1, 1     yes    yes     yes      yes
 * 2, 0     yes    yes     no       no
 * 2, 1     yes    yes     yes      yes
 * </pre>
 *
 * <p>{@code docs/memory-models.md} has what was seen, and on which machine.
 */
public final class L4_ReleaseSequence {

  private L4_ReleaseSequence() {}

  @JCStressTest
  @Program("release, then plain")
  @Outcome(id = "0, 0", expect = ACCEPTABLE, desc = "The reader came before the flag was raised, and before the data.")
  @Outcome(id = "0, 1", expect = ACCEPTABLE, desc = "The reader found the data before it could know that it was there.")
  @Outcome(id = "1, 1", expect = ACCEPTABLE, desc = "The reader saw the release write, and the data.")
  @Outcome(id = "2, 1", expect = ACCEPTABLE, desc = "The reader saw the last write, and the data.")
  @Outcome(
      id = "2, 0",
      expect = ACCEPTABLE_INTERESTING,
      desc = "The reader saw the last write, and not the data that came before the release.")
  @Outcome(id = ".*", expect = FORBIDDEN, desc = "No execution of this program has this outcome.")
  @State
  public static class Plain extends Locations {

    @Actor
    public void thread1() {
      X.set(this, 1);
      Y.setRelease(this, 1);
      Y.set(this, 2);
    }

    @Actor
    public void thread2(II_Result r) {
      r.r1 = (int) Y.getAcquire(this);
      r.r2 = (int) X.get(this);
    }
  }

  @JCStressTest
  @Program("release, then opaque")
  @Outcome(id = "0, 0", expect = ACCEPTABLE, desc = "The reader came before the flag was raised, and before the data.")
  @Outcome(id = "0, 1", expect = ACCEPTABLE, desc = "The reader found the data before it could know that it was there.")
  @Outcome(id = "1, 1", expect = ACCEPTABLE, desc = "The reader saw the release write, and the data.")
  @Outcome(id = "2, 1", expect = ACCEPTABLE, desc = "The reader saw the last write, and the data.")
  @Outcome(
      id = "2, 0",
      expect = ACCEPTABLE_INTERESTING,
      desc = "The reader saw the last write, and not the data that came before the release.")
  @Outcome(id = ".*", expect = FORBIDDEN, desc = "No execution of this program has this outcome.")
  @State
  public static class Opaque extends Locations {

    @Actor
    public void thread1() {
      X.set(this, 1);
      Y.setRelease(this, 1);
      Y.setOpaque(this, 2);
    }

    @Actor
    public void thread2(II_Result r) {
      r.r1 = (int) Y.getAcquire(this);
      r.r2 = (int) X.get(this);
    }
  }

  @JCStressTest
  @Program("release, then release")
  @Outcome(id = "0, 0", expect = ACCEPTABLE, desc = "The reader came before the flag was raised, and before the data.")
  @Outcome(id = "0, 1", expect = ACCEPTABLE, desc = "The reader found the data before it could know that it was there.")
  @Outcome(id = "1, 1", expect = ACCEPTABLE, desc = "The reader saw the release write, and the data.")
  @Outcome(id = "2, 1", expect = ACCEPTABLE, desc = "The reader saw the last write, and the data.")
  @Outcome(
      id = "2, 0",
      expect = FORBIDDEN,
      desc = "The reader saw the last write, and not the data that came before the release.")
  @Outcome(id = ".*", expect = FORBIDDEN, desc = "No execution of this program has this outcome.")
  @State
  public static class Release extends Locations {

    @Actor
    public void thread1() {
      X.set(this, 1);
      Y.setRelease(this, 1);
      Y.setRelease(this, 2);
    }

    @Actor
    public void thread2(II_Result r) {
      r.r1 = (int) Y.getAcquire(this);
      r.r2 = (int) X.get(this);
    }
  }

  @JCStressTest
  @Program("release, then volatile")
  @Outcome(id = "0, 0", expect = ACCEPTABLE, desc = "The reader came before the flag was raised, and before the data.")
  @Outcome(id = "0, 1", expect = ACCEPTABLE, desc = "The reader found the data before it could know that it was there.")
  @Outcome(id = "1, 1", expect = ACCEPTABLE, desc = "The reader saw the release write, and the data.")
  @Outcome(id = "2, 1", expect = ACCEPTABLE, desc = "The reader saw the last write, and the data.")
  @Outcome(
      id = "2, 0",
      expect = FORBIDDEN,
      desc = "The reader saw the last write, and not the data that came before the release.")
  @Outcome(id = ".*", expect = FORBIDDEN, desc = "No execution of this program has this outcome.")
  @State
  public static class Volatile extends Locations {

    @Actor
    public void thread1() {
      X.set(this, 1);
      Y.setRelease(this, 1);
      Y.setVolatile(this, 2);
    }

    @Actor
    public void thread2(II_Result r) {
      r.r1 = (int) Y.getAcquire(this);
      r.r2 = (int) X.get(this);
    }
  }
}
