package org.atomicvalue.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.stream.Stream;
import org.atomicvalue.checkers.evidence.Evidence;
import org.atomicvalue.checkers.evidence.Link;
import org.atomicvalue.checkers.proof.Specification;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Is what the solvers decide what TLC checks? Here with one thread; {@code TranslationIT} compares more. */
class TranslationTest {

  @TestFactory
  Stream<DynamicTest> asManyStatesSatisfyTheInvariantAsTlcFinds() {
    return SmallWorlds.algorithms().map(theorems -> dynamicTest(theorems.module(), () -> {
      int expected = SmallWorlds.expectedStates(theorems);
      assertEquals(expected, SmallWorlds.states(Specification.read(Theorems.SPEC, theorems.module())));
      new Evidence(Link.PROOF, theorems + ": Inv as TLC has it", expected, "states",
          "1 thread, 2 values of 2 types, all calls", "as many as TLC finds", 0).record();
    }));
  }

  @TestFactory
  Stream<DynamicTest> theStepsOfNextAreTheEdgesOfTlc() {
    return SmallWorlds.algorithms().map(theorems -> dynamicTest(
        theorems + ", one thread, two values", () -> SmallWorlds.compareSteps(theorems, 1)));
  }
}
