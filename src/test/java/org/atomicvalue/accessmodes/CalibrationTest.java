package org.atomicvalue.accessmodes;

import java.io.IOException;
import org.atomicvalue.checkers.evidence.Evidence;
import org.atomicvalue.checkers.evidence.Link;
import org.junit.jupiter.api.Test;

/**
 * The memory of {@code spec/AccessModes.tla} does what the literature says of the classic litmus tests: each test in
 * {@code spec/litmus} has, in each combination of modes, exactly the outcomes that it expects, no more and no fewer.
 */
class CalibrationTest {

  @Test
  void classicLitmusTestsHaveTheExpectedOutcomes() throws IOException, InterruptedException {
    LitmusRun run = LitmusRun.of("MCLitmus");
    int outcomes = run.checkOutcomes();
    new Evidence(Link.ACCESS_MODES, "classic litmus tests", outcomes, "outcomes",
        run.outcomes().size() + " programs of at most 4 threads, " + run.states() + " states",
        "exactly those expected", run.result().seconds()).record();
  }
}
