package org.atomicvalue;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Future;
import org.atomicvalue.conformance.StateGraph;
import org.atomicvalue.conformance.StepConformance;
import org.atomicvalue.conformance.SteppedClass;
import org.atomicvalue.verification.Evidence;
import org.atomicvalue.verification.Link;
import org.junit.jupiter.api.Test;

/**
 * The class file of {@link WaitFreeAtomicValue} takes exactly the steps of {@code spec/WaitFreeAtomicValue.tla}: its graph of states and
 * labelled transitions equals TLC's, in the bounds of the models in which TLC checks the specification.
 */
class WaitFreeAtomicValueStepsTest {

  private static final Path SOURCE = Path.of("src/main/java/org/atomicvalue/WaitFreeAtomicValue.java");

  private static final RegisterSteps TWO_THREADS = new RegisterSteps("WaitFreeAtomicValue", "MCWaitFreeAtomicValue");
  private static final RegisterSteps THREE_THREADS = new RegisterSteps("WaitFreeAtomicValue", "MCWaitFreeAtomicValue_threads");

  // TLC works on both while the class is explored.
  private static final Future<StateGraph> SPEC_OF_TWO_THREADS = TWO_THREADS.spec().start();
  private static final Future<StateGraph> SPEC_OF_THREE_THREADS = THREE_THREADS.spec().start();

  @Test
  void twoThreads() throws Exception {
    check(TWO_THREADS, SPEC_OF_TWO_THREADS);
  }

  @Test
  void threeThreads() throws Exception {
    check(THREE_THREADS, SPEC_OF_THREE_THREADS);
  }

  private static void check(RegisterSteps steps, Future<StateGraph> spec) throws Exception {
    long start = System.nanoTime();
    SteppedClass subject = SteppedClass.load(WaitFreeAtomicValue.class, SOURCE);
    StepConformance.Result result = steps.check(subject, Map.of(), spec);
    System.out.println("WaitFreeAtomicValue against " + steps.model() + ".cfg: " + result);
    new Evidence(Link.STEPS, "WaitFreeAtomicValue, " + steps.model(), result.edges(), "edges", steps.bounds(),
        result.toString(), (System.nanoTime() - start) / 1e9).record();
  }
}
