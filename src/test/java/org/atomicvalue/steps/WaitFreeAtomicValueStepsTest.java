package org.atomicvalue.steps;

import java.util.List;
import java.util.Map;
import org.atomicvalue.WaitFreeAtomicValue;

/** {@link WaitFreeAtomicValue} and {@code spec/WaitFreeAtomicValue.tla}. */
class WaitFreeAtomicValueStepsTest extends AbstractStepsTest {

  WaitFreeAtomicValueStepsTest() {
    super(
        WaitFreeAtomicValue.class,
        Map.of(),
        List.of("MCWaitFreeAtomicValue", "MCWaitFreeAtomicValue_declared", "MCWaitFreeAtomicValue_initial",
            "MCWaitFreeAtomicValue_declaredinitial"),
        List.of("MCWaitFreeAtomicValue_threads"));
  }
}
