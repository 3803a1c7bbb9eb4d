package org.atomicvalue.lincheck;

import java.util.Locale;
import java.util.Map;
import org.atomicvalue.checkers.evidence.Evidence;
import org.atomicvalue.checkers.evidence.Link;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.Options;
import org.jetbrains.lincheck.datastructures.StressOptions;
import org.junit.jupiter.api.Test;

/** The checks that every class with the contract of {@link org.atomicvalue.behaviour.TypedRegister} must pass. */
abstract class RegisterLincheckTest {

  static {
    // Were it loaded after Lincheck's agent has come, Lincheck would later complain that it cannot take its changes
    // back.
    NamedValue.values();
  }

  private static final boolean DEEP = Boolean.getBoolean("deep");
  private static final int ACTORS_PER_THREAD = Integer.getInteger("lincheck.actorsPerThread", DEEP ? 4 : 3);

  private final String subject;
  private final Class<? extends RegisterOperations> operations;

  /**
   * @param subject the class under test
   * @param operations the operations on it
   */
  RegisterLincheckTest(Class<?> subject, Class<? extends RegisterOperations> operations) {
    this.subject = subject.getSimpleName();
    this.operations = operations;
  }

  @Test
  void modelCheckingTwoThreads() {
    check("model checking", new ModelCheckingOptions(), operations, 2, 20, 200, "linearizable");
  }

  @Test
  void modelCheckingThreeThreads() {
    check("model checking", new ModelCheckingOptions(), operations, 3, 20, 200, "linearizable");
  }

  @Test
  void stressTwoThreads() {
    check("stress", new StressOptions(), operations, 2, 20, 250, "linearizable");
  }

  @Test
  void stressThreeThreads() {
    check("stress", new StressOptions(), operations, 3, 20, 250, "linearizable");
  }

  /** Runs one check, which throws if Lincheck finds a counter-example, and records what it did. */
  final <O extends Options<O, ?>> void check(
      String strategy, O options, Class<?> operations, int threads, int iterations, int invocations, String result) {
    int scenarios = Integer.getInteger("lincheck.iterations", DEEP ? 3 * iterations : iterations);
    int atMost = Integer.getInteger("lincheck.invocations", DEEP ? 6 * invocations : invocations);
    long verifiedBefore = CountingVerifier.executions();
    long start = System.nanoTime();
    options
        .threads(threads)
        .actorsPerThread(ACTORS_PER_THREAD)
        .actorsBefore(1)
        .actorsAfter(1)
        .iterations(scenarios)
        .invocationsPerIteration(atMost)
        .sequentialSpecification(TypedRegisterOperations.class)
        .verifier(CountingVerifier.class)
        .check(operations);
    double seconds = (System.nanoTime() - start) / 1e9;
    long executions = CountingVerifier.executions() - verifiedBefore;
    String name = subject + ", " + strategy + ", " + threads + " threads";
    String bounds =
        "%d scenarios of 1 + %d x %d + 1 operations, at most %d executions each"
            .formatted(scenarios, threads, ACTORS_PER_THREAD, atMost);
    System.out.printf(Locale.ROOT, "Lincheck: %s: %s in %,d executions, %.1f s%n", name, result, executions, seconds);
    new Evidence(Link.LINEARIZABILITY, name, executions, "executions", bounds, result, seconds)
        .with(Map.of("scenarios", scenarios, "invocations", atMost))
        .record();
  }
}
