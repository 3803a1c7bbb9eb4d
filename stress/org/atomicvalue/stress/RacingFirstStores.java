package org.atomicvalue.stress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.atomicvalue.AtomicValue;
import org.atomicvalue.WaitFreeAtomicValue;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressMeta;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LLLL_Result;

/**
 * Of two racing first stores of different classes exactly one wins, the other is refused with a {@link
 * ClassCastException}, and afterwards both threads find the winner's value.
 *
 * <pre>
 * initially  value is empty, a = "A" (a String), b = 66 (an Integer)
 *
 * thread 1                                    | thread 2
 * r1 = value.store(a) ? "stored" : "refused"  | r3 = value.store(b) ? "stored" : "refused"
 * r2 = value.load()                           | r4 = value.load()
 * </pre>
 */
@Outcome(
    id = "stored, A, refused, A",
    expect = ACCEPTABLE,
    desc = "Thread 1 stored first, and thread 2 was refused because the value already held a String.")
@Outcome(
    id = "refused, 66, stored, 66",
    expect = ACCEPTABLE,
    desc = "Thread 2 stored first, and thread 1 was refused because the value already held an Integer.")
@Outcome(
    id = "stored, (A|66), stored, (A|66)",
    expect = FORBIDDEN,
    desc = "Both stores succeeded although their values are of different classes.")
@Outcome(id = "refused, .*, refused, .*", expect = FORBIDDEN,
    desc = "Both stores were refused, and so nobody was first.")
@Outcome(
    id = {"stored, A, refused, null", "refused, null, stored, 66"},
    expect = FORBIDDEN,
    desc = "A store was refused because of the class of a value that had not been stored yet.")
@Outcome(id = ".*", expect = FORBIDDEN, desc = "No execution of this program has this outcome.")
public final class RacingFirstStores {

  private RacingFirstStores() {}

  @JCStressTest
  @JCStressMeta(RacingFirstStores.class)
  @State
  public static class OfAtomicValue {

    private final AtomicValue<Object> value = new AtomicValue<>();

    @Actor
    public void thread1(LLLL_Result r) {
      r.r1 = store("A");
      r.r2 = value.load();
    }

    @Actor
    public void thread2(LLLL_Result r) {
      r.r3 = store(66);
      r.r4 = value.load();
    }

    private String store(Object o) {
      try {
        value.store(o);
        return "stored";
      } catch (ClassCastException e) {
        return "refused";
      }
    }
  }

  @JCStressTest
  @JCStressMeta(RacingFirstStores.class)
  @State
  public static class OfWaitFreeAtomicValue {

    private final WaitFreeAtomicValue<Object> value = new WaitFreeAtomicValue<>();

    @Actor
    public void thread1(LLLL_Result r) {
      r.r1 = store("A");
      r.r2 = value.load();
    }

    @Actor
    public void thread2(LLLL_Result r) {
      r.r3 = store(66);
      r.r4 = value.load();
    }

    private String store(Object o) {
      try {
        value.store(o);
        return "stored";
      } catch (ClassCastException e) {
        return "refused";
      }
    }
  }
}
