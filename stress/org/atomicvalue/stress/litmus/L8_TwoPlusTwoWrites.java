package org.atomicvalue.stress.litmus;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/**
 * 2+2W: two threads write two locations in opposite orders. Can both locations keep the earlier write of each?
 *
 * <pre>
 * initially  x = y = 0
 *
 * thread 1        | thread 2        | after both
 * x = 1           | y = 1           | r1 = x
 * y = 2           | x = 2           | r2 = y
 * </pre>
 *
 * <p>Writes alone. If all four had one order, the last of them would be a 2, and stay. {@code 1, 1} means that each 1
 * came after the other thread's 2, which came after that thread's 1: a cycle. Release writes do not forbid it: a
 * release is of use only to one who acquires, and nobody reads.
 *
 * <p><b>On x86</b> writes leave the store buffer in order, so {@code 1, 1} takes a compiler, in plain mode. ARM and
 * POWER may reorder opaque writes. Their release writes happen to forbid it; Java does not.
 *
 * <p>Derived by TLC from {@code spec/litmus/TwoPlusTwoWrites.tla}, what is possible in each mode:
 *
 * <pre>
 * outcome  plain  opaque  release  volatile
 * 1, 1     yes    yes     yes      no
 * 1, 2     yes    yes     yes      yes
 * 2, 1     yes    yes     yes      yes
 * 2, 2     yes    yes     yes      yes
 * </pre>
 *
 * <p>{@code docs/memory-models.md} has what was seen, and on which machine.
 */
public final class L8_TwoPlusTwoWrites {

  private L8_TwoPlusTwoWrites() {}

  @JCStressTest
  @Program("2+2W plain")
  @Outcome(id = "1, 2", expect = ACCEPTABLE, desc = "Thread 2 was done before thread 1 began to write.")
  @Outcome(id = "2, 1", expect = ACCEPTABLE, desc = "Thread 1 was done before thread 2 began to write.")
  @Outcome(id = "2, 2", expect = ACCEPTABLE, desc = "The threads' first writes came before their second ones.")
  @Outcome(
      id = "1, 1",
      expect = ACCEPTABLE_INTERESTING,
      desc = "Each thread's first write came after the other's second.")
  @Outcome(id = ".*", expect = FORBIDDEN, desc = "No execution of this program has this outcome.")
  @State
  public static class Plain extends Locations {

    @Actor
    public void thread1() {
      X.set(this, 1);
      Y.set(this, 2);
    }

    @Actor
    public void thread2() {
      Y.set(this, 1);
      X.set(this, 2);
    }

    @Arbiter
    public void afterBoth(II_Result r) {
      r.r1 = x;
      r.r2 = y;
    }
  }

  @JCStressTest
  @Program("2+2W opaque")
  @Outcome(id = "1, 2", expect = ACCEPTABLE, desc = "Thread 2 was done before thread 1 began to write.")
  @Outcome(id = "2, 1", expect = ACCEPTABLE, desc = "Thread 1 was done before thread 2 began to write.")
  @Outcome(id = "2, 2", expect = ACCEPTABLE, desc = "The threads' first writes came before their second ones.")
  @Outcome(
      id = "1, 1",
      expect = ACCEPTABLE_INTERESTING,
      desc = "Each thread's first write came after the other's second.")
  @Outcome(id = ".*", expect = FORBIDDEN, desc = "No execution of this program has this outcome.")
  @State
  public static class Opaque extends Locations {

    @Actor
    public void thread1() {
      X.setOpaque(this, 1);
      Y.setOpaque(this, 2);
    }

    @Actor
    public void thread2() {
      Y.setOpaque(this, 1);
      X.setOpaque(this, 2);
    }

    @Arbiter
    public void afterBoth(II_Result r) {
      r.r1 = x;
      r.r2 = y;
    }
  }

  @JCStressTest
  @Program("2+2W release")
  @Outcome(id = "1, 2", expect = ACCEPTABLE, desc = "Thread 2 was done before thread 1 began to write.")
  @Outcome(id = "2, 1", expect = ACCEPTABLE, desc = "Thread 1 was done before thread 2 began to write.")
  @Outcome(id = "2, 2", expect = ACCEPTABLE, desc = "The threads' first writes came before their second ones.")
  @Outcome(
      id = "1, 1",
      expect = ACCEPTABLE_INTERESTING,
      desc = "Each thread's first write came after the other's second.")
  @Outcome(id = ".*", expect = FORBIDDEN, desc = "No execution of this program has this outcome.")
  @State
  public static class Release extends Locations {

    @Actor
    public void thread1() {
      X.setRelease(this, 1);
      Y.setRelease(this, 2);
    }

    @Actor
    public void thread2() {
      Y.setRelease(this, 1);
      X.setRelease(this, 2);
    }

    @Arbiter
    public void afterBoth(II_Result r) {
      r.r1 = x;
      r.r2 = y;
    }
  }

  @JCStressTest
  @Program("2+2W volatile")
  @Outcome(id = "1, 2", expect = ACCEPTABLE, desc = "Thread 2 was done before thread 1 began to write.")
  @Outcome(id = "2, 1", expect = ACCEPTABLE, desc = "Thread 1 was done before thread 2 began to write.")
  @Outcome(id = "2, 2", expect = ACCEPTABLE, desc = "The threads' first writes came before their second ones.")
  @Outcome(id = "1, 1", expect = FORBIDDEN, desc = "Each thread's first write came after the other's second.")
  @Outcome(id = ".*", expect = FORBIDDEN, desc = "No execution of this program has this outcome.")
  @State
  public static class Volatile extends Locations {

    @Actor
    public void thread1() {
      X.setVolatile(this, 1);
      Y.setVolatile(this, 2);
    }

    @Actor
    public void thread2() {
      Y.setVolatile(this, 1);
      X.setVolatile(this, 2);
    }

    @Arbiter
    public void afterBoth(II_Result r) {
      r.r1 = x;
      r.r2 = y;
    }
  }
}
