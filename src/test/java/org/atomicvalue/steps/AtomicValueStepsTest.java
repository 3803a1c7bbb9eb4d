package org.atomicvalue.steps;

import java.util.List;
import java.util.Map;
import org.atomicvalue.AtomicValue;

/** {@link AtomicValue} and {@code spec/AtomicValue.tla}. */
class AtomicValueStepsTest extends AbstractStepsTest {

  AtomicValueStepsTest() {
    super(
        AtomicValue.class,
        Map.of("Claimed", "CLAIMED"),
        List.of("MCAtomicValue", "MCAtomicValue_declared", "MCAtomicValue_initial", "MCAtomicValue_declaredinitial"),
        List.of("MCAtomicValue_threads", "MCAtomicValue_deep"));
  }
}
