package org.atomicvalue.steps;

import java.util.Map;
import java.util.Optional;
import org.atomicvalue.AtomicValue;
import org.atomicvalue.WaitFreeAtomicValue;

/** Step conformance of each class of the library, for whoever tries it on a changed class file. */
public final class StepsCheckers {

  private static final Map<String, StepsChecker> BY_CLASS = Map.of(
      "AtomicValue",
      new StepsChecker(
          AtomicValue.class,
          Map.of("Claimed", "CLAIMED"),
          "MCAtomicValue", "MCAtomicValue_declared", "MCAtomicValue_initial", "MCAtomicValue_declaredinitial"),
      "WaitFreeAtomicValue",
      new StepsChecker(
          WaitFreeAtomicValue.class,
          Map.of(),
          "MCWaitFreeAtomicValue", "MCWaitFreeAtomicValue_declared", "MCWaitFreeAtomicValue_initial",
          "MCWaitFreeAtomicValue_declaredinitial"));

  private StepsCheckers() {}

  /** @param type the simple name of a class of the library */
  public static StepsChecker of(String type) {
    StepsChecker checker = BY_CLASS.get(type);
    if (checker == null) {
      throw new IllegalArgumentException("the steps of " + type + " are not checked, only of " + BY_CLASS.keySet());
    }
    return checker;
  }

  /** What does the same as the test of this name, such as {@code AtomicValueStepsTest}; empty if none does. */
  public static Optional<StepsChecker> inPlaceOf(String test) {
    return test.endsWith("StepsTest")
        ? Optional.ofNullable(BY_CLASS.get(test.substring(0, test.length() - "StepsTest".length())))
        : Optional.empty();
  }
}
