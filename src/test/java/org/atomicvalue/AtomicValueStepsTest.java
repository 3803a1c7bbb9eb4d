package org.atomicvalue;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.atomicvalue.conformance.StateGraph;
import org.atomicvalue.conformance.StepConformance;
import org.atomicvalue.conformance.SteppedClass;
import org.atomicvalue.verification.Evidence;
import org.atomicvalue.verification.Link;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/**
 * The class file of {@link AtomicValue} takes exactly the steps of {@code spec/AtomicValue.tla}: its graph of states and
 * labelled transitions equals TLC's, in the bounds of the models in which TLC checks the specification.
 */
class AtomicValueStepsTest {

  private static final Path SOURCE = Path.of("src/main/java/org/atomicvalue/AtomicValue.java");

  private static final RegisterSteps TWO_THREADS = new RegisterSteps("AtomicValue", "MCAtomicValue");
  private static final RegisterSteps THREE_THREADS = new RegisterSteps("AtomicValue", "MCAtomicValue_threads");

  // TLC works on both while the class is explored.
  private static final ExecutorService TLC = Executors.newFixedThreadPool(2);
  private static final Future<StateGraph> SPEC_OF_TWO_THREADS = TLC.submit(TWO_THREADS.spec()::explore);
  private static final Future<StateGraph> SPEC_OF_THREE_THREADS = TLC.submit(THREE_THREADS.spec()::explore);

  @AfterAll
  static void stop() {
    TLC.shutdownNow();
  }

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
    SteppedClass subject = SteppedClass.load(AtomicValue.class, SOURCE);
    StepConformance.Result result = steps.check(subject, Map.of("Claimed", "CLAIMED"), spec);
    System.out.println("AtomicValue against " + steps.model() + ".cfg: " + result);
    new Evidence(Link.STEPS, "AtomicValue, " + steps.model(), result.edges(), "edges", steps.bounds(),
        result.toString(), (System.nanoTime() - start) / 1e9).record();
  }
}
