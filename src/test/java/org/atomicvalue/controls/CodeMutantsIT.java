package org.atomicvalue.controls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.atomicvalue.checkers.evidence.Evidence;
import org.atomicvalue.checkers.evidence.Link;
import org.atomicvalue.checkers.evidence.Selection;
import org.atomicvalue.checkers.mutants.Audience;
import org.atomicvalue.checkers.mutants.Judgement;
import org.atomicvalue.checkers.mutants.LibraryCompiler;
import org.atomicvalue.checkers.mutants.SeededBug;
import org.atomicvalue.steps.StepsCheckers;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/**
 * Every bug of {@code src/test/mutants}, seeded into the library, is caught by a checker that its diff names, and every
 * kind of checker catches some. A checker that cannot fail shows nothing when it passes.
 *
 * <p>{@code -Ddeep=true} tries every bug with every checker that it names, {@code -Dmutant=NAME,NAME} does so with
 * these alone.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CodeMutantsIT {

  private static final Path TARGET = Path.of("target", "mutants").toAbsolutePath();

  /** What step conformance has found, by the name of the bug. */
  private final Map<String, AssertionError> findings = new HashMap<>();

  /**
   * The control of the control: it is the seeded bug that makes a checker fail, not the way in which it is run, which
   * is the same for all tests of a class. That litmus tests pass the sound source is what {@code JcstressIT} shows.
   */
  @TestFactory
  Stream<DynamicTest> soundSourcePasses() throws IOException {
    return soundSourcePasses(checker -> !SeededBugs.races(checker));
  }

  @TestFactory
  @Tag("races")
  Stream<DynamicTest> soundSourcePassesWhereThreadsRace() throws IOException {
    return soundSourcePasses(SeededBugs::races);
  }

  private static Stream<DynamicTest> soundSourcePasses(Predicate<String> checkers) throws IOException {
    Path source = bugs().get(0).file();
    Path folder = SeededBugs.emptied(TARGET.resolve("no-bug"));
    Path classes = LibraryCompiler.compile(source, Files.readAllLines(source), folder);
    Map<String, String> oneOfEachClass = new TreeMap<>();
    SeededBugs.controls(bugs()).stream()
        .map(SeededBugs.Control::checker)
        .filter(checkers.and(checker -> !SeededBugs.isLitmusTest(checker)))
        .forEach(checker -> oneOfEachClass.putIfAbsent(checker.replaceFirst("#.*", ""), checker));
    return oneOfEachClass.values().stream()
        .map(checker -> dynamicTest("no bug: " + checker, () -> passes(checker, classes, folder)));
  }

  @TestFactory
  Stream<DynamicTest> everySeededBugIsCaught() throws IOException {
    return SeededBugs.controls(bugs()).stream()
        .filter(control -> !SeededBugs.races(control.checker()))
        .flatMap(control -> tests(control.checker(), control.bug()));
  }

  @TestFactory
  @Tag("races")
  Stream<DynamicTest> everySeededBugIsCaughtWhereThreadsRace() throws IOException {
    return SeededBugs.controls(bugs()).stream()
        .filter(control -> SeededBugs.races(control.checker()))
        .flatMap(control -> tests(control.checker(), control.bug()));
  }

  /** That the checker catches the bug; and, of step conformance, that those who show the finding show this one. */
  private Stream<DynamicTest> tests(String checker, SeededBug bug) {
    DynamicTest control = dynamicTest(bug.name() + ": " + checker, () -> catches(checker, bug));
    if (StepsCheckers.inPlaceOf(checker).isEmpty()) {
      return Stream.of(control);
    }
    return Stream.concat(Stream.of(control), Audience.of(bug).stream().map(audience -> dynamicTest(
        bug.name() + ": " + audience.claim(), () -> {
          assumeTrue(findings.containsKey(bug.name()), "step conformance has found nothing that could be shown");
          audience.requireUpToDate(bug, findings.get(bug.name()));
        })));
  }

  private static void passes(String checker, Path classes, Path folder) throws IOException, InterruptedException {
    Judgement judgement = SeededBugs.checker(checker).run(classes, Files.createDirectory(folder.resolve(checker)));
    assertEquals(
        Judgement.Verdict.PASSED,
        judgement.verdict(),
        () -> checker + " must pass the unchanged source before its findings count: " + judgement.finding() + "\n"
            + judgement.output());
    System.out.printf("No bug: passed by %s%n", checker);
  }

  private void catches(String checker, SeededBug bug) throws IOException, InterruptedException {
    long start = System.nanoTime();
    Path folder = SeededBugs.emptied(TARGET.resolve(bug.name()).resolve(checker));
    Path classes = LibraryCompiler.compile(bug.file(), bug.applied(), folder);
    Judgement judgement = SeededBugs.checker(checker).run(classes, folder);
    double seconds = (System.nanoTime() - start) / 1e9;
    switch (judgement.verdict()) {
      case PASSED -> fail(
          "The bug %s survives: %s passes. Strengthen the checker, or take its name out if it cannot see this bug.%n%s"
              .formatted(bug.name(), checker, judgement.output()));
      case BROKEN, THREW -> fail(
          "%s broke on the bug %s instead of catching it: %s%n%s"
              .formatted(checker, bug.name(), judgement.finding(), judgement.output()));
      case FAILED -> {
        StepsCheckers.inPlaceOf(checker).ifPresent(steps -> findings.put(bug.name(), steps.lastFinding()));
        System.out.printf(Locale.ROOT, "%s: caught by %s in %.1f s: %s%n", bug.name(), checker, seconds,
            judgement.finding());
        new Evidence(
            Link.CONTROLS,
            bug.name() + " by " + checker,
            1,
            "catches",
            bug.file().getFileName().toString(),
            judgement.finding(),
            seconds)
            .with(Map.of("bug", bug.title()))
            .record();
      }
    }
  }

  private static List<SeededBug> bugs() throws IOException {
    return Selection.of("mutant", SeededBugs.all(), SeededBug::name);
  }
}
