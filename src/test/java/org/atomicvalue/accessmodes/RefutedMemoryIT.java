package org.atomicvalue.accessmodes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.atomicvalue.checkers.evidence.Evidence;
import org.atomicvalue.checkers.evidence.Link;
import org.junit.jupiter.api.Test;

/**
 * The first memory of this project, in {@code spec/litmus/refuted}, is a seeded bug that once was none: the axioms must
 * find that it forbids what Java allows, and allows what Java forbids, and each of the programs in which it does so.
 */
class RefutedMemoryIT {

  private static final Path FOLDER = LitmusRun.LITMUS.resolve("refuted");

  /** What Java allows, and it did not have: in its memory the order of volatile accesses carried weaker ones along. */
  private static final Set<String> TOO_STRONG = Set.of(
      "2+2W plain, volatile swaps",
      "LB plain",
      "volatile data, opaque flag",
      "volatile data, opaque flag, volatile read",
      "volatile data, plain flag",
      "volatile data, release flag, opaque read");

  /**
   * What Java forbids, and it had: visibility did not pass through plain reads, later writes, and updates of others.
   */
  private static final Set<String> TOO_WEAK = Set.of(
      "CoRW plain",
      "IRIW release, volatile read",
      "WRC acquire relay",
      "WRC opaque relay, plain last read",
      "WRC plain relay",
      "release, then acquire update",
      "release, then release update");

  @Test
  void axiomsRefuteIt() throws IOException, InterruptedException {
    LitmusRun axioms = LitmusRun.of("MCLitmusAxioms");
    LitmusRun refuted = LitmusRun.of(FOLDER.resolve("MCRefuted.tla"), FOLDER.resolve("MCRefuted.cfg"), FOLDER);
    SortedSet<String> tooStrong = new TreeSet<>();
    SortedSet<String> tooWeak = new TreeSet<>();
    refuted.outcomes().forEach((test, outcomes) -> {
      SortedSet<String> allowed = axioms.allowed().get(test);
      if (!outcomes.containsAll(allowed)) {
        tooStrong.add(test);
      }
      if (!allowed.containsAll(outcomes)) {
        tooWeak.add(test);
      }
    });
    assertEquals(new TreeSet<>(TOO_STRONG), tooStrong);
    assertEquals(new TreeSet<>(TOO_WEAK), tooWeak);
    assertTrue(axioms.allowed().get("volatile data, plain flag").contains("1, 0"));
    assertFalse(refuted.outcomes().get("volatile data, plain flag").contains("1, 0"));
    new Evidence(Link.CONTROLS, "refuted memory by the axioms", tooStrong.size() + tooWeak.size(), "catches",
        "MCRefuted, " + refuted.outcomes().size() + " programs",
        "too strong in %d programs, too weak in %d".formatted(tooStrong.size(), tooWeak.size()),
        refuted.result().seconds()).record();
  }
}
