package org.atomicvalue.accessmodes;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import org.atomicvalue.checkers.evidence.Evidence;
import org.atomicvalue.checkers.evidence.Link;

/** A table of {@code docs/memory-modes.md} is what TLC finds. */
final class MinimalModes {

  private MinimalModes() {}

  /**
   * The modes in the table are sufficient, the strongest modes that are not above one of them are not, and neither is any
   * next weaker one, by the counter-example given.
   */
  static void check(Algorithm algorithm, Property property) throws IOException, InterruptedException {
    String text = Files.readString(MemoryModesDocument.FILE);
    List<Modes> minimal = MemoryModesDocument.minimal(text, algorithm, property);
    ModeCheck check = new ModeCheck(algorithm, property);
    List<Modes> beside = check.strongestBeside(minimal);
    List<Modes> questions = check.questions(minimal);
    check.check(questions);

    assertAll(minimal.stream().map(
        modes -> () -> assertFalse(check.isRefuted(modes), () -> modes + " is not sufficient: " + check.violations())));
    assertAll(beside.stream().map(modes -> () -> assertTrue(check.isRefuted(modes),
        () -> modes + " is sufficient too, and not above one that is listed")));
    assertEquals(MemoryModesDocument.render(minimal, check), MemoryModesDocument.section(text, algorithm, property),
        "the generated section of " + MemoryModesDocument.FILE);
    assertTrue(ModeCheck.isAbove(Modes.allVolatile(algorithm), minimal), "the modes of the code are sufficient");

    new Evidence(Link.ACCESS_MODES, algorithm + ", fewest fences for " + property.title().toLowerCase(Locale.ROOT),
        check.states(),
        "distinct states", questions.size() + " assignments of modes, from which "
            + Modes.count(algorithm) + " follow",
        minimal.size() + " minimal ones, as in docs/memory-modes.md",
        check.seconds()).record();
  }
}
