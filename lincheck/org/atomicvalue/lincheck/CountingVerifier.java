package org.atomicvalue.lincheck;

import java.util.concurrent.atomic.AtomicLong;
import org.jetbrains.kotlinx.lincheck.execution.ExecutionResult;
import org.jetbrains.kotlinx.lincheck.execution.ExecutionScenario;
import org.jetbrains.lincheck.datastructures.verifier.LinearizabilityVerifier;
import org.jetbrains.lincheck.datastructures.verifier.Verifier;

/**
 * Verifies linearizability and counts the executions verified, since Lincheck does not report how many there were:
 * model checking ends early when a scenario has no more interleavings.
 */
public final class CountingVerifier implements Verifier {

  private static final AtomicLong EXECUTIONS = new AtomicLong();

  private final Verifier verifier;

  /** Called by Lincheck, and again every few scenarios. */
  public CountingVerifier(Class<?> sequentialSpecification) {
    verifier = new LinearizabilityVerifier(sequentialSpecification);
  }

  @Override
  public boolean verifyResults(ExecutionScenario scenario, ExecutionResult results) {
    EXECUTIONS.incrementAndGet();
    return verifier.verifyResults(scenario, results);
  }

  /** Executions verified in this JVM so far. */
  static long executions() {
    return EXECUTIONS.get();
  }
}
