package org.atomicvalue.accessmodes;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.atomicvalue.checkers.evidence.Evidence;
import org.atomicvalue.checkers.evidence.Link;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The minimal sufficient modes in {@code docs/memory-modes.md} are those that TLC finds: they are sufficient, the
 * strongest modes that are not above one of them are not, and neither is any next weaker one, by the counter-example
 * given.
 *
 * <p>The tables of sequential consistency are compared with {@code -Pdeep} alone.
 *
 * <p>After a change of the algorithm, of the memory or of the litmus tests, {@link MemoryModesDocument} searches anew.
 */
class MemoryModesTest {

  /** The programs of four threads that decide sequential consistency take TLC minutes. */
  private static final boolean DEEP = Boolean.getBoolean("deep");

  static Stream<Arguments> tables() {
    return Stream.of(Algorithm.values())
        .flatMap(algorithm -> Stream.of(Property.values())
            .filter(property -> DEEP || property != Property.SEQUENTIAL_CONSISTENCY)
            .map(property -> Arguments.of(algorithm, property)));
  }

  @ParameterizedTest
  @MethodSource("tables")
  void documentIsUpToDate(Algorithm algorithm, Property property) throws IOException, InterruptedException {
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
