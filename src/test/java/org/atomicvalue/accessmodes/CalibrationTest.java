package org.atomicvalue.accessmodes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import org.atomicvalue.checkers.evidence.Evidence;
import org.atomicvalue.checkers.evidence.Link;
import org.junit.jupiter.api.Test;

/**
 * Each litmus test of the course, in {@code spec/litmus}, has in each combination of modes exactly the outcomes that it
 * expects, no more and no fewer: by the axioms of {@code spec/JavaAxioms.tla}, and by the machine of
 * {@code spec/AccessModes.tla} but for the load buffering that it leaves out.
 */
class CalibrationTest {

  @Test
  void axiomsAllowTheExpectedOutcomes() throws IOException, InterruptedException {
    Calibration axioms = Calibration.ofAxioms();
    assertEquals(axioms.expected(), axioms.found());
    new Evidence(Link.ACCESS_MODES, "classic litmus tests, by the axioms", LitmusRun.count(axioms.found()), "outcomes",
        axioms.found().size() + " programs of at most 4 threads, all candidate executions",
        "exactly those expected", axioms.run().result().seconds()).record();
  }

  @Test
  void machineHasTheExpectedOutcomesButForLoadBuffering() throws IOException, InterruptedException {
    Calibration machine = Calibration.ofMachine();
    assertEquals(machine.expected(), machine.found());
    new Evidence(Link.ACCESS_MODES, "classic litmus tests, by the machine", LitmusRun.count(machine.found()),
        "outcomes", machine.found().size() + " programs of at most 4 threads, " + machine.run().states() + " states",
        "exactly those expected, but for load buffering by plain accesses", machine.run().result().seconds()).record();
  }
}
