package org.atomicvalue.explorer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.atomicvalue.checkers.mutants.SeededBug;
import org.atomicvalue.specification.SpecMutants;
import org.atomicvalue.steps.StepFindings;
import org.junit.jupiter.api.Test;

/**
 * {@code docs/explorer} shows the sources and the seeded bugs of today. {@code ExplorerDataIT} compares what TLC finds
 * out, {@code SpecMutantsIT} the counter-examples.
 */
class ExplorerDataTest {

  @Test
  void theCopiedFilesAreUpToDate() throws IOException {
    assertEquals(List.of(), ExplorerData.outOfDate(ExplorerData.copied()), ExplorerData.RENEW);
  }

  @Test
  void everySeededBugOfTheSpecificationIsThereAndNoOther() throws IOException {
    Set<String> shown = new TreeSet<>();
    for (JsonNode bug : ExplorerData.assigned(PlayableCounterexample.FILE)) {
      shown.add(bug.get("name").asText());
    }
    Set<String> seeded = new TreeSet<>();
    SpecMutants.all().stream().filter(PlayableCounterexample::isPlayable).map(SeededBug::name).forEach(seeded::add);
    assertEquals(seeded, shown, ExplorerData.RENEW);
  }

  /** {@code CodeMutantsIT} compares what step conformance finds in each. */
  @Test
  void everySeededBugOfTheCodeIsThereAsItIs() throws IOException {
    List<JsonNode> shown = new ArrayList<>();
    for (JsonNode bug : ExplorerData.assigned(PlayableFinding.FILE)) {
      ((ObjectNode) bug).remove(List.of("end", "threads", "words", "states", "steps"));
      shown.add(bug);
    }
    List<JsonNode> seeded = new ArrayList<>();
    for (SeededBug bug : StepFindings.bugs()) {
      seeded.add(new ObjectMapper().valueToTree(PlayableFinding.described(bug)));
    }
    assertEquals(seeded, shown, ExplorerData.RENEW);
  }
}
