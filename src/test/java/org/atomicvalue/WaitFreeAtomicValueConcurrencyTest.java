package org.atomicvalue;

import org.atomicvalue.verification.BehaviourEvidence;
import org.junit.jupiter.api.extension.ExtendWith;

/** {@link WaitFreeAtomicValue} keeps the {@linkplain ConcurrencyContract promises that it makes to many threads}. */
@ExtendWith(BehaviourEvidence.class)
class WaitFreeAtomicValueConcurrencyTest extends ConcurrencyContract {

  WaitFreeAtomicValueConcurrencyTest() {
    super(Holder.Kind.WAIT_FREE_ATOMIC_VALUE);
  }
}
