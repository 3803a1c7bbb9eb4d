package org.atomicvalue.accessmodes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.atomicvalue.checkers.evidence.Evidence;
import org.atomicvalue.checkers.evidence.Link;
import org.atomicvalue.checkers.evidence.OfLink;
import org.atomicvalue.checkers.evidence.Selection;
import org.atomicvalue.checkers.mutants.SeededBug;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The seeded bugs of the code that only weaken the mode of an access are ruled out by the model, whether or not a
 * machine at hand can show them. Such a bug in {@code src/test/mutants} has these fields too:
 *
 * <pre>
 * Modes: LoadData=opaque
 * Insufficient-for: Publication
 * Refuted-by: LaterStorePublication with outcome 0
 * </pre>
 *
 * The changed line has that mode; by the tables of {@code docs/memory-modes.md} this property is the weakest for
 * which it is not enough; and the programs (separated by semicolons) have these outcomes, against the contract.
 *
 * <p>{@code -Dmutant=NAME,NAME} tries these alone.
 */
@OfLink(Link.CONTROLS)
class WeakenedCodeIT {

  private static final Path BUGS = Path.of("src", "test", "mutants");

  private static List<SeededBug> bugs;
  private static final Map<Algorithm, ModeCheck> CHECKS = new EnumMap<>(Algorithm.class);

  @BeforeAll
  static void runAllPrograms() throws IOException, InterruptedException {
    List<SeededBug> all = SeededBug.readAll(BUGS).stream().filter(bug -> bug.fields().containsKey("Modes")).toList();
    bugs = Selection.of("mutant", all, SeededBug::name);
    for (Algorithm algorithm : Algorithm.values()) {
      List<Modes> modes = bugs.stream().filter(bug -> algorithm(bug) == algorithm).map(WeakenedCodeIT::modes).toList();
      if (modes.isEmpty() && Selection.isNarrowed("mutant")) {
        continue;
      }
      assertFalse(modes.isEmpty(), () -> "no bug in " + BUGS + " weakens a mode of " + algorithm);
      ModeCheck check = new ModeCheck(algorithm, Property.SEQUENTIAL_CONSISTENCY);
      check.check(modes);
      CHECKS.put(algorithm, check);
    }
  }

  @TestFactory
  Stream<DynamicTest> theModelRulesItOut() {
    return bugs.stream().map(bug -> DynamicTest.dynamicTest(bug.name() + ": " + bug.field("Modes"), () -> refute(bug)));
  }

  private static void refute(SeededBug bug) throws IOException {
    Access access = access(bug);
    Pattern weakened = Pattern.compile(".*\\." + method(bug) + "\\(this.*// " + access.action());
    assertTrue(bug.applied().stream().anyMatch(line -> weakened.matcher(line).matches()),
        () -> bug.name() + " must make " + access.action() + " by " + method(bug) + ", as its field Modes says");

    String text = Files.readString(MemoryModesDocument.FILE);
    Optional<String> weakest = Stream.of(Property.values())
        .filter(property -> !ModeCheck.isAbove(modes(bug), MemoryModesDocument.minimal(text, algorithm(bug), property)))
        .map(Property::title)
        .findFirst();
    assertEquals(Optional.of(bug.field("Insufficient-for")), weakest,
        () -> "the weakest property in " + MemoryModesDocument.FILE + " for which " + bug.field("Modes")
            + " is not enough");

    ModeCheck check = CHECKS.get(algorithm(bug));
    List<String> violations = check.violations().stream()
        .filter(modes(bug)::have)
        .map(violation -> violation.test() + " with outcome " + violation.outcome())
        .sorted()
        .toList();
    for (String refutation : bug.field("Refuted-by").split(";\\s*")) {
      assertTrue(violations.contains(refutation),
          () -> bug.name() + " says that it is refuted by " + refutation + ", and TLC finds " + violations);
    }
    System.out.printf("%s: ruled out by the model: %s%n", bug.name(), bug.field("Refuted-by"));
    new Evidence(Link.CONTROLS, bug.name() + " by access modes", 1, "catches",
        bug.field("Modes") + ", all others volatile",
        "not enough for " + bug.field("Insufficient-for").toLowerCase(Locale.ROOT)
            + ": " + bug.field("Refuted-by"),
        check.seconds()).record();
  }

  private static Modes modes(SeededBug bug) {
    return Modes.allVolatile(algorithm(bug)).with(access(bug), mode(bug));
  }

  private static Algorithm algorithm(SeededBug bug) {
    return Algorithm.of(bug.file().getFileName().toString().replace(".java", ""));
  }

  private static Access access(SeededBug bug) {
    String action = bug.field("Modes").split("=")[0];
    return algorithm(bug).access(action);
  }

  private static String mode(SeededBug bug) {
    return bug.field("Modes").split("=")[1];
  }

  /** The method of {@code VarHandle} that makes the access in the mode of the bug, as a regular expression. */
  private static String method(SeededBug bug) {
    String verb = switch (access(bug).kind()) {
      case READ -> "get";
      case WRITE -> "set";
      case UPDATE -> "(getAndSet|compareAndExchange)";
    };
    String mode = mode(bug);
    return mode.equals("plain") ? verb : verb + mode.substring(0, 1).toUpperCase(Locale.ROOT) + mode.substring(1);
  }
}
