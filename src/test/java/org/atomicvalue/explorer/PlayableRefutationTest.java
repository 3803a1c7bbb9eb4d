package org.atomicvalue.explorer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.atomicvalue.checkers.mutants.SeededBug;
import org.atomicvalue.proof.ProofOfChange;
import org.atomicvalue.specification.SpecMutants;
import org.junit.jupiter.api.Test;

/** What docs/explorer plays of the proof is what the solvers find. */
class PlayableRefutationTest {

  @Test
  void theTwoStatesOfASwapThatIsNotAtomicAreThoseThatTheSolverFinds() throws IOException {
    SeededBug bug = SpecMutants.all().stream()
        .filter(each -> each.name().equals("swap-not-atomic") && each.file().endsWith("AtomicValue.tla"))
        .findFirst().orElseThrow();
    Map<String, Object> refutation = PlayableRefutation.of(bug).orElseThrow();
    assertEquals(new ObjectMapper().valueToTree(refutation), shown().get(bug.name()), ExplorerData.RENEW);
    assertEquals("AtomicValue/Inv.SwapData.Knows", refutation.get("breaks"));
  }

  @Test
  void everyBugThatBreaksAStepOfAnAlgorithmIsThereAsItIsToday() throws IOException {
    Map<String, JsonNode> shown = shown();
    Set<String> named = new TreeSet<>();
    for (SeededBug bug : SpecMutants.all()) {
      String name = ProofOfChange.named(bug).orElse("");
      if (name.matches("(WaitFree)?AtomicValue/.*") && !name.matches(".*[.]Init([.].*)?")) {
        named.add(bug.name());
        assertTrue(shown.containsKey(bug.name()), () -> bug.name() + " is not shown; " + ExplorerData.RENEW);
        assertEquals(name, shown.get(bug.name()).get("breaks").asText(), ExplorerData.RENEW);
        assertEquals(bug.title(), shown.get(bug.name()).get("title").asText(), ExplorerData.RENEW);
      }
    }
    assertEquals(named, shown.keySet(), ExplorerData.RENEW);
  }

  private static Map<String, JsonNode> shown() throws IOException {
    Map<String, JsonNode> shown = new TreeMap<>();
    ExplorerData.assigned(PlayableRefutation.FILE).forEach(bug -> shown.put(bug.get("name").asText(), bug));
    return shown;
  }
}
