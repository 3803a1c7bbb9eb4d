package org.atomicvalue.explorer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.atomicvalue.checkers.mutants.Audience;
import org.atomicvalue.checkers.mutants.SeededBug;
import org.atomicvalue.checkers.tlc.TlcResult;

/** The explorer plays what the negative controls find: TLC's counter-examples, and what step conformance objects to. */
public final class PageIsUpToDate implements Audience {

  private static final ObjectMapper JSON = new ObjectMapper();

  @Override
  public String claim() {
    return "the explorer shows it";
  }

  @Override
  public boolean isAskedAbout(SeededBug bug) {
    return PlayableCounterexample.isPlayable(bug);
  }

  @Override
  public void requireUpToDate(SeededBug bug, Object finding) throws IOException {
    if (finding instanceof TlcResult result) {
      requireShown(PlayableCounterexample.FILE, bug, JSON.valueToTree(PlayableCounterexample.of(bug, result)));
    } else if (finding instanceof AssertionError difference) {
      requireShown(PlayableFinding.FILE, bug, JSON.valueToTree(PlayableFinding.of(bug, Optional.of(difference))));
    } else {
      throw new IllegalArgumentException("the explorer plays no " + finding.getClass() + ", found in " + bug.name());
    }
  }

  private static void requireShown(Path file, SeededBug bug, JsonNode now) throws IOException {
    for (JsonNode shown : ExplorerData.assigned(file)) {
      if (shown.get("name").asText().equals(bug.name())) {
        // That is a function of the states, so it need not be computed again.
        ((ObjectNode) shown).remove(PlayableCounterexample.CONTRACTS);
        if (!shown.equals(now)) {
          throw new AssertionError("%s shows something else of %s than is found now; %s%n  there: %s%n  now:   %s"
              .formatted(file, bug.name(), ExplorerData.RENEW, shown, now));
        }
        return;
      }
    }
    throw new AssertionError(file + " does not show " + bug.name() + "; " + ExplorerData.RENEW);
  }
}
