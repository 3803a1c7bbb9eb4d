package org.atomicvalue.behaviour;

import org.atomicvalue.AtomicValue;
import org.atomicvalue.checkers.evidence.BehaviourEvidence;
import org.junit.jupiter.api.extension.ExtendWith;

/** {@link AtomicValue} keeps the {@linkplain ConcurrencyContract promises that it makes to many threads}. */
@ExtendWith(BehaviourEvidence.class)
class AtomicValueConcurrencyTest extends ConcurrencyContract {

  AtomicValueConcurrencyTest() {
    super(Holder.Kind.ATOMIC_VALUE);
  }
}
