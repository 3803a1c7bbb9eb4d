package org.atomicvalue;

import org.atomicvalue.verification.BehaviourEvidence;
import org.junit.jupiter.api.extension.ExtendWith;

/** {@link WaitFreeAtomicValue} keeps the {@linkplain AtomicValueContract rules of its contract}. */
@ExtendWith(BehaviourEvidence.class)
class WaitFreeAtomicValueTest extends AtomicValueContract {

  WaitFreeAtomicValueTest() {
    super(Holder.Kind.WAIT_FREE_ATOMIC_VALUE);
  }
}
