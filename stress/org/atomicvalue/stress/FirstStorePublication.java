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
 * The first store publishes its value: whoever loads the value sees the plain writes that came before the store.
 *
 * <pre>
 * initially  value is empty, box.field = 0
 *
 * thread 1            | thread 2
 * box.field = 1       | b = value.load()
 * value.store(box)    | r1 = (b == null) ? -1 : b.field
 * </pre>
 */
@Outcome(id = "-1", expect = ACCEPTABLE, desc = "The load came before the store and found the value empty.")
@Outcome(id = "1", expect = ACCEPTABLE, desc = "The load saw the stored box, and its field as it was before the store.")
@Outcome(id = "0", expect = FORBIDDEN, desc = "The load saw the stored box without the field that was written before.")
@Outcome(id = ".*", expect = FORBIDDEN, desc = "No execution of this program has this outcome.")
public final class FirstStorePublication {

  private FirstStorePublication() {}

  @JCStressTest
  @JCStressMeta(FirstStorePublication.class)
  @State
  public static class OfAtomicValue {

    private final AtomicValue<Box> value = new AtomicValue<>();
    private final Box box = new Box(0);

    @Actor
    public void thread1() {
      box.field = 1;
      value.store(box);
    }

    @Actor
    public void thread2(I_Result r) {
      Box b = value.load();
      r.r1 = b == null ? -1 : b.field;
    }
  }

  @JCStressTest
  @JCStressMeta(FirstStorePublication.class)
  @State
  public static class OfWaitFreeAtomicValue {

    private final WaitFreeAtomicValue<Box> value = new WaitFreeAtomicValue<>();
    private final Box box = new Box(0);

    @Actor
    public void thread1() {
      box.field = 1;
      value.store(box);
    }

    @Actor
    public void thread2(I_Result r) {
      Box b = value.load();
      r.r1 = b == null ? -1 : b.field;
    }
  }
}
