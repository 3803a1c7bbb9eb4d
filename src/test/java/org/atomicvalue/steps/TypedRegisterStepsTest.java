package org.atomicvalue.steps;

import java.util.Map;
import org.atomicvalue.behaviour.TypedRegister;
import org.atomicvalue.checkers.evidence.Evidence;
import org.atomicvalue.checkers.evidence.Link;
import org.atomicvalue.checkers.steps.StepConformance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The sequential {@link TypedRegister}, which is Lincheck's specification, and {@code spec/TypedRegister.tla}, which is
 * TLC's, are the same: each effect of the one is the run of a method of the other.
 */
class TypedRegisterStepsTest {

  @ParameterizedTest
  @ValueSource(strings = {"MCTypedRegister", "MCTypedRegister_declared"})
  void sameContract(String model) throws Exception {
    long start = System.nanoTime();
    RegisterSteps steps = new RegisterSteps("TypedRegister", model);
    StepConformance.Result result = steps.checkSequential(TypedRegister.class, steps.spec().small().explore());
    System.out.printf("Steps of TypedRegister and of %s: %s%n", steps.model(), result);
    new Evidence(Link.STEPS, "TypedRegister and " + steps.model(), result.edges(), "edges", steps.bounds(),
        result.toString(), (System.nanoTime() - start) / 1e9).with(Map.of("states", result.states())).record();
  }
}
