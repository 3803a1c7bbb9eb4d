package org.atomicvalue.classfile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.atomicvalue.checkers.evidence.Evidence;
import org.atomicvalue.checkers.evidence.Link;
import org.atomicvalue.checkers.evidence.OfLink;
import org.atomicvalue.checkers.evidence.Selection;
import org.atomicvalue.checkers.mutants.Judgement;
import org.atomicvalue.checkers.mutants.LibraryCompiler;
import org.atomicvalue.checkers.mutants.SeededBug;
import org.atomicvalue.steps.StepsCheckers;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The proof of the class file fails for every bug that is seeded into the code, those in {@code beyond-the-bounds}
 * among them: bugs that depend on a class that no check uses, on a count, on the thread, on the clock, on names. A bug
 * is <em>refuted</em>, by a state in which the class does something else than the specification, or <em>refused</em>,
 * as something that is not understood; its diff says which, and what the report says.
 *
 * <p>{@code -Dmutant=NAME,NAME} tries these alone. {@code -Ddeep=true} shows of each bug beyond the bounds that step
 * conformance within bounds does not see it.
 */
@OfLink(Link.CONTROLS)
class ClassFileMutantsIT {

  private static final Path MUTANTS = Path.of("src", "test", "mutants");
  private static final Path BEYOND = MUTANTS.resolve("beyond-the-bounds");
  private static final Path TARGET = Path.of("target", "mutants", "class-file").toAbsolutePath();

  @TestFactory
  Stream<DynamicTest> everyBugIsRefutedOrRefused() throws IOException {
    return bugs().stream().map(bug -> dynamicTest(bug.name(), () -> falls(bug)));
  }

  @TestFactory
  Stream<DynamicTest> whatIsBeyondTheBoundsIsNotSeenWithinThem() throws IOException {
    return Boolean.getBoolean("deep")
        ? Selection.of("mutant", bugs(), SeededBug::name).stream()
            .filter(bug -> bug.fields().containsKey("Steps"))
            .map(bug -> dynamicTest(bug.name(), () -> isNotSeenBySteps(bug)))
        : Stream.of();
  }

  private static void falls(SeededBug bug) throws IOException {
    long start = System.nanoTime();
    Path classes =
        LibraryCompiler.compile(bug.file(), bug.applied(), Files.createDirectories(TARGET.resolve(bug.name())));
    ClassFileVerdict verdict = ClassFileVerdict.of(bug, classes);
    assertNotEquals(ClassFileVerdict.Kind.PROVED, verdict.kind(),
        () -> bug.name() + " survives: " + bug.title());
    String kind = verdict.kind().name().toLowerCase(Locale.ROOT);
    System.out.printf("%s: %s: %s%n", bug.name(), kind, verdict.firstLine());
    if (bug.fields().containsKey("Class-file")) {
      assertEquals(bug.field("Class-file"), kind, () -> bug.name() + ": " + verdict.report());
      assertTrue(Pattern.compile(bug.field("Says")).matcher(verdict.report()).find(),
          () -> "the report on " + bug.name() + " does not say \"" + bug.field("Says") + "\":\n" + verdict.report());
    }
    new Evidence(Link.CONTROLS, bug.name() + " by the proof of the class file", 1, "catches",
        bug.file().getFileName().toString(), kind + ": " + verdict.firstLine(), (System.nanoTime() - start) / 1e9)
        .with(Map.of("bug", bug.title(), "counterexample", verdict.report()))
        .record();
  }

  private static void isNotSeenBySteps(SeededBug bug) throws IOException, InterruptedException {
    Path folder = Files.createDirectories(TARGET.resolve(bug.name()));
    Path classes = LibraryCompiler.compile(bug.file(), bug.applied(), folder);
    Judgement judgement = StepsCheckers.of(type(bug)).run(classes, folder);
    System.out.printf("%s within bounds: %s %s%n", bug.name(), judgement.verdict(), judgement.finding());
    String expected = bug.field("Steps");
    if (!expected.equals(judgement.verdict() == Judgement.Verdict.PASSED ? "equal" : "refused")) {
      fail(bug.name() + " is " + judgement.verdict() + " within bounds, not " + expected + ": " + judgement.finding());
    }
  }

  private static List<SeededBug> bugs() throws IOException {
    List<SeededBug> bugs = new ArrayList<>(SeededBug.readAll(MUTANTS));
    bugs.addAll(SeededBug.readAll(BEYOND));
    return Selection.of("mutant", bugs, SeededBug::name);
  }

  private static String type(SeededBug bug) {
    return bug.file().getFileName().toString().replace(".java", "");
  }
}
