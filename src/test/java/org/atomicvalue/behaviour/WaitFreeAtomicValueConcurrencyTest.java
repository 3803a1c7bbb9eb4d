package org.atomicvalue.behaviour;

import org.atomicvalue.WaitFreeAtomicValue;
import org.atomicvalue.checkers.evidence.BehaviourEvidence;
import org.junit.jupiter.api.extension.ExtendWith;

/** {@link WaitFreeAtomicValue} keeps the {@linkplain ConcurrencyContract promises that it makes to many threads}. */
@ExtendWith(BehaviourEvidence.class)
class WaitFreeAtomicValueConcurrencyTest extends ConcurrencyContract {

  WaitFreeAtomicValueConcurrencyTest() {
    super(Holder.Kind.WAIT_FREE_ATOMIC_VALUE);
  }
}
