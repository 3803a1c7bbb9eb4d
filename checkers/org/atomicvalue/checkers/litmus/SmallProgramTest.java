package org.atomicvalue.checkers.litmus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.atomicvalue.checkers.evidence.Link;
import org.atomicvalue.checkers.evidence.OfLink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Generated programs: all are there, once, and each becomes the test in Java and the litmus test that it is. */
@OfLink(Link.HARDWARE)
class SmallProgramTest {

  private static final String MIXED =
      "X.setVolatile(1); fullFence(); Y.getAndSetAcquire(2); | Y.getOpaque(); X.getVolatile();";

  @ParameterizedTest
  @ValueSource(strings = {MIXED, "X.set(1); Y.set(2); | Y.get(); X.get();", "X.get(); X.get(); | X.get(); X.set(4);"})
  void textIsRead(String text) {
    assertEquals(text, SmallProgram.of(text).toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"X.set(1); | X.get(); X.get();", "X.set(7); Y.set(2); | Y.get(); X.get();", "X.fly(); Y.get(); | "})
  void otherTextIsRefused(String text) {
    assertThrows(IllegalArgumentException.class, () -> SmallProgram.of(text));
  }

  @Test
  void symmetricProgramsHaveOneRepresentative() {
    SmallProgram program = SmallProgram.of(MIXED);
    assertEquals(4, new TreeSet<>(program.symmetric().stream().map(SmallProgram::toString).toList()).size());
    program.symmetric().forEach(other -> assertEquals(program.representative(), other.representative()));
    assertTrue(program.symmetric().contains(SmallProgram.of(
        "X.getOpaque(); Y.getVolatile(); | Y.setVolatile(3); fullFence(); X.getAndSetAcquire(4);")));
  }

  @Test
  void allChoicesOfKindsAndLocationsAreThereOnce() {
    // 6 accesses at each of 4 places; by Burnside's lemma 6^4 / 4, and half of the 6^2 that are their own mirror
    // images.
    assertEquals((6 * 6 * 6 * 6 + 2 * 6 * 6) / 4, SmallPrograms.strongest().size());
  }

  @Test
  void tellingProgramsExcludeSomethingFirst() {
    SmallProgram strong = SmallProgram.of("X.setOpaque(1); X.set(2); | X.get(); X.get();");
    SmallProgram stronger = SmallProgram.of("X.setRelease(1); X.set(2); | X.get(); X.get();");
    SmallProgram weakest = SmallProgram.of("X.set(1); X.set(2); | X.get(); X.get();");
    Map<SmallProgram, SortedSet<Outcome>> allowed = new LinkedHashMap<>();
    allowed.put(weakest, outcomes("0, 0, 1", "0, 0, 2"));
    allowed.put(strong, outcomes("0, 0, 2"));
    allowed.put(stronger, outcomes("0, 0, 2"));
    assertEquals(List.of(weakest.representative(), strong.representative()), SmallPrograms.telling(allowed));
  }

  @Test
  void modelInWhichAStrongerModeAllowsMoreIsRefused() {
    Map<SmallProgram, SortedSet<Outcome>> allowed = new LinkedHashMap<>();
    allowed.put(SmallProgram.of("X.set(1); X.set(2); | X.get(); X.get();"), outcomes("0, 0, 1"));
    allowed.put(SmallProgram.of("X.setOpaque(1); X.set(2); | X.get(); X.get();"), outcomes("0, 0, 1", "0, 0, 2"));
    IllegalStateException refused =
        assertThrows(IllegalStateException.class, () -> SmallPrograms.telling(allowed));
    assertEquals("X.setOpaque(1); X.set(2); | X.get(); X.get(); is allowed [0, 0, 1, 0, 0, 2], and "
        + "X.set(1); X.set(2); | X.get(); X.get();, which is weaker, only [0, 0, 1]", refused.getMessage());
  }

  private static SortedSet<Outcome> outcomes(String... texts) {
    SortedSet<Outcome> outcomes = new TreeSet<>();
    for (String text : texts) {
      outcomes.add(Outcome.of(text));
    }
    return outcomes;
  }

  @Test
  void litmusTestObservesAllResults() {
    Litmus test = SmallProgram.of(MIXED).litmus();
    assertEquals("[0:r2, 1:r3, 1:r4, [x], [y]]", test.observed().toString());
    assertTrue(TlaProgram.of(test).startsWith("Program(<<<<"), TlaProgram.of(test));
  }

  @Test
  void javaAccessesFieldsWhereItCan() {
    String mixed = new StressSource("P", SmallProgram.of(MIXED)).text();
    assertTrue(mixed.contains("  volatile int x;\n  int y;\n"), mixed);
    assertTrue(
        mixed.contains("    x = 1;\n    VarHandle.fullFence();\n    r.r1 = (int) Y.getAndSetAcquire(this, 2);\n"),
        mixed);
    assertTrue(mixed.contains("    r.r2 = (int) Y.getOpaque(this);\n    r.r3 = x;\n"), mixed);
    assertTrue(mixed.contains("public void last(IIIII_Result r) {\n    r.r4 = x;\n    r.r5 = y;\n"), mixed);
    String handles =
        new StressSource("P", SmallProgram.of("X.setVolatile(1); X.set(2); | X.get(); X.getVolatile();")).text();
    assertTrue(handles.contains("  int x;\n"), handles);
    assertTrue(handles.contains("    X.setVolatile(this, 1);\n    x = 2;\n"), handles);
  }
}
