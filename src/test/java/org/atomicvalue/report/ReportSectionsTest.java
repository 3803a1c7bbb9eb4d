package org.atomicvalue.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.atomicvalue.checkers.evidence.Evidence;
import org.atomicvalue.checkers.evidence.Figures;
import org.atomicvalue.checkers.evidence.Link;
import org.atomicvalue.report.ReportData.Seen;
import org.junit.jupiter.api.Test;

class ReportSectionsTest {

  @Test
  void anOutcomeThatIsNotDerivedButSeenIsForbidden() {
    Map<String, Seen> outcomes = Map.of(
        "0, 0", new Seen("FORBIDDEN", 3, "no"),
        "1, 1", new Seen("ACCEPTABLE", 1_000_000, "yes"),
        ".*", new Seen("FORBIDDEN", 0, null));
    List<LitmusSection.Outcome> shown = LitmusSection.of(Map.of("org.atomicvalue.stress.Test$OfAtomicValue", outcomes))
        .get(0)
        .outcomes();
    assertEquals(Map.of("0, 0", "forbidden", "1, 1", "seen"),
        Map.of(shown.get(0).outcome(), shown.get(0).state(), shown.get(1).outcome(), shown.get(1).state()));
    assertEquals(2, shown.size());
  }

  @Test
  void theRareIsSeenBesideTheFrequent() {
    assertEquals("0", Figures.bar(0, 1_000_000));
    assertEquals("100.0", Figures.bar(1_000_000, 1_000_000));
    assertTrue(Double.parseDouble(Figures.bar(100, 1_000_000)) > 30);
  }

  @Test
  void largeStateGraphsAreNotDrawn() {
    assertEquals(1, ModelsSection.graphs(List.of(model(ModelsSection.LARGEST_GRAPH))).size());
    assertEquals(0, ModelsSection.graphs(List.of(model(ModelsSection.LARGEST_GRAPH + 1))).size());
  }

  private static Evidence model(int states) {
    List<Map<String, Object>> nodes = IntStream.range(0, states)
        .mapToObj(i -> Map.<String, Object>of("label", "state " + i, "states", 1))
        .toList();
    return new Evidence(Link.SPECIFICATION, "model", states, "distinct states", "", "ok", 1)
        .with(Map.of("graph", Map.of("nodes", nodes, "edges", List.of())));
  }

  @Test
  void catchesAreCountedByTechnique() {
    List<String> checkers = List.of("AtomicValueTest", "HaltedThreadTest#some", "AtomicValueStepsTest",
        "step conformance", "AtomicValueLincheckTest#some", "SwapConservation.OfAtomicValue", "TLC", "access modes",
        "litmus tests", "the proof", "the proof of the class file");
    ControlsSection controls = ControlsSection.of(checkers.stream()
        .map(checker -> new Evidence(Link.CONTROLS, "bug by " + checker, 1, "catches", "", "found", 1)
            .with(Map.of("bug", "a bug")))
        .toList());
    assertEquals("JUnit 2, steps 2, class file 1, Lincheck 1, jcstress 1, TLC 1, proof 1, access modes 2",
        String.join(", ", controls.bugs().get(0).cells().stream()
            .map(cell -> cell.technique() + " " + cell.count())
            .toList()));
  }

  @Test
  void withoutAKillMatrixThePageSaysHowToMakeIt() throws Exception {
    ReportData data = SampleReport.passed().with(Map.of(), null, List.of());
    assertNull(new ReportPage(data).killMatrix());
    String page = Report.render(new ObjectMapper().valueToTree(data));
    assertTrue(page.contains("exec:exec@kill-matrix"));
  }
}
