package org.atomicvalue.modes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.atomicvalue.mutants.Mutant;
import org.atomicvalue.verification.Evidence;
import org.atomicvalue.verification.Link;
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
 */
class WeakenedCodeIT {

  private static final Path BUGS = Path.of("src", "test", "mutants");

  private static List<Mutant> bugs;
  private static ModeCheck check;

  @BeforeAll
  static void runAllPrograms() throws IOException, InterruptedException {
    bugs = Mutant.readAll(BUGS).stream().filter(bug -> bug.fields().containsKey("Modes")).toList();
    assertFalse(bugs.isEmpty(), () -> "no bug in " + BUGS + " weakens a mode");
    check = new ModeCheck(Property.SEQUENTIAL_CONSISTENCY);
    check.check(bugs.stream().map(WeakenedCodeIT::modes).distinct().toList());
  }

  @TestFactory
  Stream<DynamicTest> theModelRulesItOut() {
    return bugs.stream().map(bug -> DynamicTest.dynamicTest(bug.name() + ": " + bug.field("Modes"), () -> refute(bug)));
  }

  private static void refute(Mutant bug) throws IOException {
    Access access = access(bug);
    assertTrue(bug.applied().stream().anyMatch(line -> line.contains("." + method(bug) + "(this")
            && line.endsWith("// " + access.action())),
        () -> bug.name() + " must make " + access.action() + " by " + method(bug) + ", as its field Modes says");

    String text = Files.readString(MemoryModesDocument.FILE);
    Optional<String> weakest = Stream.of(Property.values())
        .filter(property -> !ModeCheck.isAbove(modes(bug), MemoryModesDocument.minimal(text, property)))
        .map(Property::title)
        .findFirst();
    assertEquals(Optional.of(bug.field("Insufficient-for")), weakest,
        () -> "the weakest property in " + MemoryModesDocument.FILE + " for which " + bug.field("Modes")
            + " is not enough");

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
        bug.field("Modes") + ", all others volatile", "not enough for " + bug.field("Insufficient-for").toLowerCase()
            + ": " + bug.field("Refuted-by"), check.seconds() / bugs.size()).record();
  }

  private static Modes modes(Mutant bug) {
    return Modes.allVolatile().with(access(bug), mode(bug));
  }

  private static Access access(Mutant bug) {
    String action = bug.field("Modes").split("=")[0];
    return Stream.of(Access.values()).filter(access -> access.action().equals(action)).findFirst()
        .orElseThrow(() -> new IllegalStateException(bug.name() + ": there is no access " + action));
  }

  private static String mode(Mutant bug) {
    return bug.field("Modes").split("=")[1];
  }

  /** The method of {@code VarHandle} that reads or writes in the mode of the bug. */
  private static String method(Mutant bug) {
    String verb = switch (access(bug).kind()) {
      case READ -> "get";
      case WRITE -> "set";
      case UPDATE -> throw new IllegalStateException(bug.name() + ": only reads and writes can be weakened so far");
    };
    String mode = mode(bug);
    return mode.equals("plain") ? verb : verb + mode.substring(0, 1).toUpperCase() + mode.substring(1);
  }
}
