package org.atomicvalue;

import java.util.function.UnaryOperator;
import org.atomicvalue.verification.BehaviourEvidence;
import org.junit.jupiter.api.extension.ExtendWith;

/** {@link WaitFreeAtomicValue} keeps the {@linkplain AtomicValueContract rules of its contract}. */
@ExtendWith(BehaviourEvidence.class)
class WaitFreeAtomicValueTest extends AtomicValueContract {

  @Override
  Holder newHolder() {
    return new HolderOfWaitFreeAtomicValue(new WaitFreeAtomicValue<>());
  }

  private record HolderOfWaitFreeAtomicValue(WaitFreeAtomicValue<Object> value) implements Holder {

    @Override
    public Object load() {
      return value.load();
    }

    @Override
    public void store(Object newValue) {
      value.store(newValue);
    }

    @Override
    public Object swap(Object newValue) {
      return value.swap(newValue);
    }

    @Override
    public boolean compareAndSwap(Object expected, Object newValue) {
      return value.compareAndSwap(expected, newValue);
    }

    @Override
    public Object getAndUpdate(UnaryOperator<Object> update) {
      return value.getAndUpdate(update);
    }

    @Override
    public Object updateAndGet(UnaryOperator<Object> update) {
      return value.updateAndGet(update);
    }

    @Override
    public String toString() {
      return value.toString();
    }
  }
}
