package org.atomicvalue.classfile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.atomicvalue.checkers.classfile.Refusal;
import org.atomicvalue.checkers.correspondence.Comparison;
import org.atomicvalue.checkers.correspondence.Difference;
import org.atomicvalue.checkers.evidence.Evidence;
import org.atomicvalue.checkers.evidence.Link;
import org.atomicvalue.checkers.evidence.OfLink;
import org.atomicvalue.checkers.evidence.Selection;
import org.atomicvalue.checkers.mutants.LibraryCompiler;
import org.atomicvalue.checkers.mutants.Mutant;
import org.atomicvalue.checkers.mutants.Outcome;
import org.atomicvalue.steps.StepsCheckers;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The proof of the class file fails for every bug that is seeded into the code, those in {@code beyond-the-bounds} among
 * them: bugs that depend on a class that no check uses, on a count, on the thread, on the clock, on names. A bug is
 * <em>refuted</em>, by a state in which the class does something else than the specification, or <em>refused</em>, as
 * something that is not understood; its diff says which, and what the report says.
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
        ? Selection.of("mutant", bugs(), Mutant::name).stream()
            .filter(bug -> bug.fields().containsKey("Steps"))
            .map(bug -> dynamicTest(bug.name(), () -> isNotSeenBySteps(bug)))
        : Stream.of();
  }

  private static void falls(Mutant bug) throws IOException {
    long start = System.nanoTime();
    Path classes =
        LibraryCompiler.compile(bug.file(), bug.applied(), Files.createDirectories(TARGET.resolve(bug.name())));
    String verdict;
    String report;
    try {
      Comparison.Result result = ClassFileProof.of(type(bug)).prove(classFile(classes, bug));
      verdict = "refuted";
      report = "the names in the source are not those of the steps";
      assertTrue(!result.labels().equals(Labels.of(classes.resolveSibling("src").resolve(sourceFile(bug)))),
          () -> bug.name() + " survives: " + bug.title() + " " + result);
    } catch (Difference difference) {
      verdict = "refuted";
      report = difference.getMessage();
    } catch (Refusal refusal) {
      verdict = "refused";
      report = refusal.getMessage();
    }
    System.out.printf("%s: %s: %s%n", bug.name(), verdict, report.lines().findFirst().orElse(""));
    String text = report;
    if (bug.fields().containsKey("Class-file")) {
      assertEquals(bug.field("Class-file"), verdict, () -> bug.name() + ": " + text);
      assertTrue(Pattern.compile(bug.field("Says")).matcher(report).find(),
          () -> "the report on " + bug.name() + " does not say \"" + bug.field("Says") + "\":\n" + text);
    }
    new Evidence(Link.CONTROLS, bug.name() + " by the proof of the class file", 1, "catches",
        bug.file().getFileName().toString(), verdict + ": " + report.lines().findFirst().orElse(""),
        (System.nanoTime() - start) / 1e9)
        .with(Map.of("bug", bug.title()))
        .record();
  }

  private static void isNotSeenBySteps(Mutant bug) throws IOException, InterruptedException {
    Path folder = Files.createDirectories(TARGET.resolve(bug.name()));
    Path classes = LibraryCompiler.compile(bug.file(), bug.applied(), folder);
    Outcome outcome = StepsCheckers.of(type(bug)).run(classes, folder);
    System.out.printf("%s within bounds: %s %s%n", bug.name(), outcome.verdict(), outcome.finding());
    String expected = bug.field("Steps");
    if (!expected.equals(outcome.verdict() == Outcome.Verdict.PASSED ? "equal" : "refused")) {
      fail(bug.name() + " is " + outcome.verdict() + " within bounds, not " + expected + ": " + outcome.finding());
    }
  }

  private static List<Mutant> bugs() throws IOException {
    List<Mutant> bugs = new ArrayList<>(Mutant.readAll(MUTANTS));
    bugs.addAll(Mutant.readAll(BEYOND));
    return Selection.of("mutant", bugs, Mutant::name);
  }

  private static String type(Mutant bug) {
    return bug.file().getFileName().toString().replace(".java", "");
  }

  private static Path sourceFile(Mutant bug) {
    return Path.of("src", "main", "java").relativize(bug.file());
  }

  private static byte[] classFile(Path classes, Mutant bug) throws IOException {
    return Files.readAllBytes(classes.resolve("org").resolve("atomicvalue").resolve(type(bug) + ".class"));
  }
}
