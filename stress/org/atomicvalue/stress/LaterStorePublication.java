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
import org.openjdk.jcstress.infra.results.I_Result;

/**
 * A later store publishes its value as the first one does: whoever loads the value sees the plain writes that came
 * before the store.
 *
 * <pre>
 * initially  value holds old, old.field = -1, box.field = 0
 *
 * thread 1            | thread 2
 * box.field = 1       | b = value.load()
 * value.store(box)    | r1 = b.field
 * </pre>
 */
@Outcome(id = "-1", expect = ACCEPTABLE, desc = "The load came before the store and saw the old box.")
@Outcome(id = "1", expect = ACCEPTABLE, desc = "The load saw the stored box, and its field as it was before the store.")
@Outcome(id = "0", expect = FORBIDDEN, desc = "The load saw the stored box without the field that was written before.")
@Outcome(id = ".*", expect = FORBIDDEN, desc = "No execution of this program has this outcome.")
public final class LaterStorePublication {

  private LaterStorePublication() {}

  @JCStressTest
  @JCStressMeta(LaterStorePublication.class)
  @State
  public static class OfAtomicValue {

    private final AtomicValue<Box> value = new AtomicValue<>();
    private final Box box = new Box(0);

    public OfAtomicValue() {
      value.store(new Box(-1));
    }

    @Actor
    public void thread1() {
      box.field = 1;
      value.store(box);
    }

    @Actor
    public void thread2(I_Result r) {
      r.r1 = value.load().field;
    }
  }

  @JCStressTest
  @JCStressMeta(LaterStorePublication.class)
  @State
  public static class OfWaitFreeAtomicValue {

    private final WaitFreeAtomicValue<Box> value = new WaitFreeAtomicValue<>();
    private final Box box = new Box(0);

    public OfWaitFreeAtomicValue() {
      value.store(new Box(-1));
    }

    @Actor
    public void thread1() {
      box.field = 1;
      value.store(box);
    }

    @Actor
    public void thread2(I_Result r) {
      r.r1 = value.load().field;
    }
  }
}
