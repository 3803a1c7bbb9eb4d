package org.atomicvalue.controls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.atomicvalue.AtomicValue;
import org.atomicvalue.WaitFreeAtomicValue;
import org.atomicvalue.checkers.evidence.Evidence;
import org.atomicvalue.checkers.evidence.Link;
import org.atomicvalue.checkers.mutants.Checker;
import org.atomicvalue.checkers.mutants.JUnitChecker;
import org.atomicvalue.checkers.mutants.JcstressChecker;
import org.atomicvalue.checkers.mutants.LibraryCompiler;
import org.atomicvalue.checkers.mutants.Mutant;
import org.atomicvalue.checkers.mutants.Outcome;
import org.atomicvalue.explorer.PlayableFinding;
import org.atomicvalue.steps.StepsChecker;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.openjdk.jcstress.infra.runners.TestList;

/**
 * Every bug of {@code src/test/mutants}, seeded into the library, is caught by every checker that its diff names. A
 * checker that cannot fail shows nothing when it passes.
 *
 * <p>{@code -Dmutant=NAME,NAME} tries these alone.
 */
public class CodeMutantsIT {

  private static final Path BUGS = Path.of("src", "test", "mutants");
  private static final List<String> ONLY =
      Pattern.compile(",").splitAsStream(System.getProperty("mutant", "")).filter(name -> !name.isEmpty()).toList();
  private static final Pattern CHECKER = Pattern.compile("(\\S+)(?: \\(JDK (\\d+)\\))?");
  private static final Path TARGET = Path.of("target", "mutants").toAbsolutePath();

  public static final Map<String, StepsChecker> STEPS = Map.of(
      "AtomicValueStepsTest",
      new StepsChecker(
          AtomicValue.class,
          Map.of("Claimed", "CLAIMED"),
          "MCAtomicValue", "MCAtomicValue_declared", "MCAtomicValue_initial", "MCAtomicValue_declaredinitial"),
      "WaitFreeAtomicValueStepsTest",
      new StepsChecker(
          WaitFreeAtomicValue.class,
          Map.of(),
          "MCWaitFreeAtomicValue", "MCWaitFreeAtomicValue_declared", "MCWaitFreeAtomicValue_initial",
          "MCWaitFreeAtomicValue_declaredinitial"));

  /** Step conformance, or a litmus test if there is one of that name, else a JUnit test. */
  private static Checker checker(String name) {
    if (STEPS.containsKey(name)) {
      return STEPS.get(name);
    }
    return isLitmusTest(name) ? new JcstressChecker(name) : new JUnitChecker(name);
  }

  public static boolean isLitmusTest(String name) {
    return TestList.tests().stream().anyMatch(test -> test.endsWith("." + name));
  }

  /**
   * The control of the control: it is the seeded bug that makes a checker fail, not the way in which it is run, which is
   * the same for all tests of a class. That litmus tests pass the sound source is what {@code JcstressIT} shows.
   */
  @TestFactory
  Stream<DynamicTest> soundSourcePasses() throws IOException {
    Path source = bugs().get(0).file();
    Path folder = emptied(TARGET.resolve("no-bug"));
    Path classes = LibraryCompiler.compile(source, Files.readAllLines(source), folder);
    Map<String, String> oneOfEachClass = new TreeMap<>();
    bugs().stream()
        .flatMap(bug -> checkers(bug).stream())
        .filter(checker -> !isLitmusTest(checker))
        .forEach(checker -> oneOfEachClass.putIfAbsent(checker.replaceFirst("#.*", ""), checker));
    return oneOfEachClass.values().stream()
        .map(checker -> dynamicTest("no bug: " + checker, () -> passes(checker, classes, folder)));
  }

  @TestFactory
  Stream<DynamicTest> everySeededBugIsCaught() throws IOException {
    return bugs().stream()
        .flatMap(
            bug -> checkers(bug).stream().map(name -> dynamicTest(bug.name() + ": " + name, () -> catches(name, bug))));
  }

  private static void passes(String checker, Path classes, Path folder) throws IOException, InterruptedException {
    Outcome outcome = checker(checker).run(classes, Files.createDirectory(folder.resolve(checker)));
    assertEquals(
        Outcome.Verdict.PASSED,
        outcome.verdict(),
        () -> checker + " must pass the unchanged source before its findings count: " + outcome.finding() + "\n"
            + outcome.output());
    System.out.printf("No bug: passed by %s%n", checker);
  }

  private static void catches(String checker, Mutant bug) throws IOException, InterruptedException {
    long start = System.nanoTime();
    Path folder = emptied(TARGET.resolve(bug.name()).resolve(checker));
    Path classes = LibraryCompiler.compile(bug.file(), bug.applied(), folder);
    Outcome outcome = checker(checker).run(classes, folder);
    double seconds = (System.nanoTime() - start) / 1e9;
    switch (outcome.verdict()) {
      case PASSED -> fail(
          "The bug %s survives: %s passes. Strengthen the checker, or take its name out if it cannot see this bug.%n%s"
              .formatted(bug.name(), checker, outcome.output()));
      case BROKEN, THREW -> fail(
          "%s broke on the bug %s instead of catching it: %s%n%s"
              .formatted(checker, bug.name(), outcome.finding(), outcome.output()));
      case FAILED -> {
        if (checker(checker) instanceof StepsChecker steps) {
          PlayableFinding.requireCommitted(bug, steps.lastFinding());
        }
        System.out.printf("%s: caught by %s in %.1f s: %s%n", bug.name(), checker, seconds, outcome.finding());
        new Evidence(
            Link.CONTROLS,
            bug.name() + " by " + checker,
            1,
            "catches",
            bug.file().getFileName().toString(),
            outcome.finding(),
            seconds)
            .with(Map.of("bug", bug.title()))
            .record();
      }
    }
  }

  private static List<Mutant> bugs() throws IOException {
    List<Mutant> bugs =
        Mutant.readAll(BUGS).stream().filter(bug -> ONLY.isEmpty() || ONLY.contains(bug.name())).toList();
    assertFalse(bugs.isEmpty(), () -> "no seeded bug in " + BUGS);
    return bugs;
  }

  /** Those that can run here: a name may be followed by the JDK that the checker needs, as in {@code (JDK 21)}. */
  public static List<String> checkers(Mutant bug) {
    return Arrays.stream(bug.field("Caught-by").split("\\s*,\\s*"))
        .map(name -> named(bug, name))
        .filter(
            checker -> checker.group(2) == null || Integer.parseInt(checker.group(2)) <= Runtime.version().feature())
        .map(checker -> checker.group(1))
        .toList();
  }

  private static Matcher named(Mutant bug, String checker) {
    Matcher matcher = CHECKER.matcher(checker);
    if (!matcher.matches()) {
      throw new IllegalStateException(bug.name() + " is caught by \"" + checker + "\", which is not a checker's name");
    }
    return matcher;
  }

  /** The folder, without what an earlier build left there. */
  public static Path emptied(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> old = Files.walk(folder)) {
        for (Path path : old.sorted((a, b) -> b.compareTo(a)).toList()) {
          Files.delete(path);
        }
      }
    }
    return Files.createDirectories(folder);
  }
}
