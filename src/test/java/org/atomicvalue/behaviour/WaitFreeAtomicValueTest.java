package org.atomicvalue.behaviour;

import org.atomicvalue.WaitFreeAtomicValue;
import org.atomicvalue.checkers.evidence.BehaviourEvidence;
import org.junit.jupiter.api.extension.ExtendWith;

/** {@link WaitFreeAtomicValue} keeps the {@linkplain AtomicValueContract rules of its contract}. */
@ExtendWith(BehaviourEvidence.class)
class WaitFreeAtomicValueTest extends AtomicValueContract {

  WaitFreeAtomicValueTest() {
    super(Holder.Kind.WAIT_FREE_ATOMIC_VALUE);
  }
}
