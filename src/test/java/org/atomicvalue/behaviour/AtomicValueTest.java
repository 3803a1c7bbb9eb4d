package org.atomicvalue.behaviour;

import org.atomicvalue.AtomicValue;
import org.atomicvalue.checkers.evidence.BehaviourEvidence;
import org.junit.jupiter.api.extension.ExtendWith;

/** {@link AtomicValue} keeps the {@linkplain AtomicValueContract rules of its contract}. */
@ExtendWith(BehaviourEvidence.class)
class AtomicValueTest extends AtomicValueContract {

  AtomicValueTest() {
    super(Holder.Kind.ATOMIC_VALUE);
  }
}
