package org.atomicvalue.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import org.atomicvalue.checkers.evidence.Evidence;
import org.atomicvalue.checkers.evidence.Failure;
import org.atomicvalue.checkers.evidence.FailureListener;
import org.atomicvalue.checkers.evidence.FailureReport;
import org.atomicvalue.checkers.evidence.Link;
import org.atomicvalue.checkers.mutants.SeededBug;
import org.atomicvalue.proof.ProofOfChange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.launcher.TestExecutionListener;

class ReportTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;

  @Test
  void keepsTheSchema() throws Exception {
    assertEquals(Set.of(), ReportSchema.violations(written(SampleReport.passed())));
    assertEquals(Set.of(), ReportSchema.violations(written(SampleReport.failed())));
  }

  @Test
  void theSchemaIsStrict() throws Exception {
    ObjectNode data = (ObjectNode) written(SampleReport.passed());
    data.remove("notProven");
    data.put("mood", "good");
    assertEquals(2, ReportSchema.violations(data).size());
  }

  @Test
  void describesTheRealEnvironmentByTheSchema() throws Exception {
    ReportData sample = SampleReport.passed();
    ReportData real = ReportData.gather();
    assertEquals(Set.of(), ReportSchema.violations(JSON.valueToTree(real)));
    assertEquals(sample.environment().keySet(), real.environment().keySet());
    assertTrue(real.notProven().startsWith("- "), real.notProven());
    assertTrue(real.gaps().contains("### Residual risks"), real.gaps());
  }

  @Test
  void showsTheTablesOfTheAssuranceCaseAsTables() throws Exception {
    ReportData sample = SampleReport.passed();
    String table = "| risk |\n|---|\n| a rule says too little |\n";
    String page = Report.render(written(sample.withoutProof(sample.notProven(), table)));
    assertTrue(page.contains("<td>a rule says too little</td>"));
  }

  @Test
  void saysFirstThatEverythingPassed() throws Exception {
    String page = Report.render(written(SampleReport.passed()));
    assertTrue(page.contains("<h1>Every check passed.</h1>"));
    assertFalse(page.contains("What failed"));
  }

  @Test
  void leadsFromAFailureToItsCounterexample() throws Exception {
    String page = Report.render(written(SampleReport.failed()));
    assertTrue(page.contains("<h1>1 check failed.</h1>"));
    assertTrue(page.contains("Failed: the algorithm refines the contract, and its calls end."));
    assertTrue(page.indexOf("PublishType (AtomicValue.java") < page.indexOf("The chain of evidence</h2>"));
  }

  /**
   * An obligation that is not proved is shown as the solvers refute it: two states, the conjunct, the line of the code.
   */
  @Test
  void showsTheTwoStatesThatRefuteAProof() throws Exception {
    SeededBug bug = SeededBug.readAll(Path.of("spec", "mutants")).stream()
        .filter(each -> each.name().equals("swap-not-atomic")).findFirst().orElseThrow();
    ReportData sample = SampleReport.passed();
    Failure failure = new Failure(Link.PROOF, "ProofTest: AtomicValue: Inv, SwapData",
        ProofOfChange.ofNamed(bug).explanation(), "");
    String page = Report.render(written(ReportData.of(List.of(), List.of(failure), sample.environment())
        .withoutProof(sample.notProven(), sample.gaps())));
    for (String part : List.of("AtomicValue/Inv.SwapData.Knows is NOT proved", "  State:\n", "After SwapData(t",
        "SwapData (AtomicValue.tla:", ", AtomicValue.java:", "must lead to one of Knows: ")) {
      assertTrue(page.contains(part), () -> part + " is not in\n" + page.substring(page.indexOf("What failed")));
    }
  }

  @Test
  void missesALinkThatDidNotRun() throws Exception {
    ReportData passed = SampleReport.passed();
    List<Evidence> evidence = passed.links().stream()
        .filter(link -> link.name() != Link.STEPS)
        .flatMap(link -> link.checks().stream())
        .toList();
    ReportData partial = ReportData.of(evidence, List.of(), passed.environment())
        .withoutProof(passed.notProven(), passed.gaps());
    String page = Report.render(written(partial));
    assertTrue(page.contains("Nothing passed of: steps."));
    assertFalse(page.contains("Every check passed"));
  }

  @Test
  void failuresAreRecordedAndReportedOfItself() {
    assertTrue(ServiceLoader.load(TestExecutionListener.class).stream()
        .anyMatch(each -> each.type() == FailureListener.class));
    assertTrue(
        ServiceLoader.load(FailureReport.class).stream().anyMatch(each -> each.type() == ReportOfFailures.class));
  }

  @Test
  void rendersNoOtherSchema() {
    assertThrows(IllegalArgumentException.class, () -> Report.render(JSON.createObjectNode().put("schema", 2)));
  }

  private JsonNode written(ReportData data) throws IOException {
    Report.write(data, folder);
    return JSON.readTree(folder.resolve("report.json").toFile());
  }
}
