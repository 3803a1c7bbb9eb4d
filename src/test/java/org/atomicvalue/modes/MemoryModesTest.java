package org.atomicvalue.modes;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.atomicvalue.verification.Evidence;
import org.atomicvalue.verification.Link;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The minimal sufficient modes in {@code docs/memory-modes.md} are those that TLC finds: they are sufficient, the
 * strongest modes that are not above one of them are not, and neither is any next weaker one, by the counter-example
 * given.
 *
 * <p>After a change of the algorithm, of the memory or of the litmus tests, {@link MemoryModesDocument} searches anew.
 */
class MemoryModesTest {

  @ParameterizedTest
  @EnumSource
  void documentIsUpToDate(Property property) throws IOException, InterruptedException {
    String text = Files.readString(MemoryModesDocument.FILE);
    List<Modes> minimal = MemoryModesDocument.minimal(text, property);
    List<Modes> beside = ModeCheck.strongestBeside(minimal);
    ModeCheck check = new ModeCheck(property);
    check.check(MemoryModesDocument.questions(minimal));

    assertAll(minimal.stream().map(modes -> () ->
        assertFalse(check.isRefuted(modes), () -> modes + " is not sufficient: " + check.violations())));
    assertAll(beside.stream().map(modes -> () ->
        assertTrue(check.isRefuted(modes), () -> modes + " is sufficient too, and not above one that is listed")));
    assertEquals(MemoryModesDocument.render(minimal, check), MemoryModesDocument.section(text, property),
        "the generated section of " + MemoryModesDocument.FILE);
    assertTrue(ModeCheck.isAbove(Modes.allVolatile(), minimal), "the modes of the code are sufficient");

    new Evidence(Link.ACCESS_MODES, "fewest fences for " + property.title().toLowerCase(), check.states(),
        "distinct states", MemoryModesDocument.questions(minimal).size() + " assignments of modes, from which "
            + Modes.all().size() + " follow", minimal.size() + " minimal ones, as in docs/memory-modes.md",
        check.seconds()).record();
  }
}
