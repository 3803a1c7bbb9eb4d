package org.atomicvalue.accessmodes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.atomicvalue.checkers.evidence.Evidence;
import org.atomicvalue.checkers.evidence.Link;
import org.atomicvalue.checkers.litmus.Litmus;
import org.atomicvalue.checkers.litmus.LitmusModel;
import org.atomicvalue.checkers.litmus.LitmusParser;
import org.atomicvalue.checkers.litmus.Outcome;
import org.atomicvalue.checkers.litmus.Outcomes;
import org.atomicvalue.checkers.mutants.SeededBug;
import org.atomicvalue.stress.InitialValuePublication;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * An initial value, published by a data race: the programs in {@code spec/litmus/initial} make the accesses of the
 * constructor of each class, its release fence, a plain write of the new holder's reference, a read of that in some
 * mode, and the accesses of {@code load}. By both models whoever reads the reference in acquire or volatile mode finds
 * the value. To a plain or opaque reader they promise nothing: that he does not read what is in an object before he has
 * read where it is, an address dependency, is in neither.
 *
 * <p>Without the fence, which is a seeded bug of each class, nobody is promised anything.
 */
class InitialValueTest {

  private static final Path PROGRAMS = LitmusRun.LITMUS.resolve("initial");
  private static final Path BUGS = Path.of("src", "test", "mutants", "beyond-the-bounds");
  private static final String FENCE = "VarHandle.releaseFence();";

  private static final List<String> MODES = List.of("plain", "opaque", "acquire", "volatile");
  private static final SortedSet<String> WITH_THE_VALUE = new TreeSet<>(List.of("-1", "1"));
  private static final SortedSet<String> EMPTY_TOO = new TreeSet<>(List.of("-1", "0", "1"));

  /** With and without the fence. */
  private static final Map<String, Outcomes> FENCED = new LinkedHashMap<>();
  private static final Map<String, Outcomes> UNFENCED = new LinkedHashMap<>();

  @BeforeAll
  static void askBothModels() throws Exception {
    List<String> names = new ArrayList<>();
    List<Litmus> tests = new ArrayList<>();
    for (Algorithm algorithm : Algorithm.values()) {
      for (String mode : MODES) {
        String name = name(algorithm, mode);
        String text = Files.readString(PROGRAMS.resolve(name + ".litmus"));
        assertTrue(text.contains(FENCE), name);
        names.add(name);
        tests.add(LitmusParser.parse(name, text));
        tests.add(LitmusParser.parse(name + " without fence", text.replace(FENCE, "")));
      }
    }
    List<LitmusModel.Answer> answers = LitmusFiles.model(Path.of("target", "litmus", "initial")).ask(tests);
    for (int i = 0; i < names.size(); i++) {
      FENCED.put(names.get(i), ((LitmusModel.Answer.Found) answers.get(2 * i)).outcomes());
      UNFENCED.put(names.get(i), ((LitmusModel.Answer.Found) answers.get(2 * i + 1)).outcomes());
    }
  }

  private static String name(Algorithm algorithm, String mode) {
    return "InitialValue-" + algorithm.className() + "+" + mode;
  }

  @ParameterizedTest
  @EnumSource
  void readersThatAcquireTheReferenceFindTheValue(Algorithm algorithm) {
    for (String mode : MODES) {
      Outcomes outcomes = FENCED.get(name(algorithm, mode));
      SortedSet<String> expected = acquires(mode) ? WITH_THE_VALUE : EMPTY_TOO;
      assertEquals(expected, strings(outcomes.byAxioms()), () -> algorithm + ", " + mode + ", by the axioms");
      assertEquals(expected, strings(outcomes.byMachine()), () -> algorithm + ", " + mode + ", by the machine");
    }
    new Evidence(Link.ACCESS_MODES, "initial value of " + algorithm, MODES.size(), "programs",
        "publication by a data race; readers of the reference in every mode",
        "there for acquire and volatile readers, by both models; nothing is promised to plain and opaque ones", 0)
        .record();
  }

  /**
   * The jcstress test reads the reference in plain mode, and forbids even there what the models forbid to acquire
   * readers.
   */
  @ParameterizedTest
  @EnumSource
  void stressTestForbidsWhatAcquireReadersNeverFind(Algorithm algorithm) {
    Annotations.of(new LibraryProgram(InitialValuePublication.class).test(algorithm))
        .assertAccept(strings(FENCED.get(name(algorithm, "acquire")).byAxioms()));
  }

  @ParameterizedTest
  @EnumSource
  void missingFenceIsNoticed(Algorithm algorithm) throws IOException {
    SeededBug bug = SeededBug.readAll(BUGS).stream()
        .filter(each -> each.file().endsWith(algorithm.className() + ".java"))
        .filter(each -> each.name().endsWith("no-fence-after-construction"))
        .findFirst().orElseThrow(() -> new AssertionError(BUGS + " has no such bug of " + algorithm));
    List<String> without = Files.readAllLines(bug.file()).stream().filter(line -> !line.contains(FENCE)).toList();
    assertEquals(without, bug.applied(), "the bug is that the fence is missing");
    for (String mode : MODES) {
      Outcomes outcomes = UNFENCED.get(name(algorithm, mode));
      assertEquals(EMPTY_TOO, strings(outcomes.byAxioms()), () -> algorithm + ", " + mode + ", by the axioms");
      assertEquals(EMPTY_TOO, strings(outcomes.byMachine()), () -> algorithm + ", " + mode + ", by the machine");
    }
    new Evidence(Link.CONTROLS, bug.name() + " by both models of memory", 1, "catches",
        "publication by a data race, the reference read in acquire or volatile mode",
        "a holder without its initial value",
        0).record();
  }

  private static boolean acquires(String mode) {
    return mode.equals("acquire") || mode.equals("volatile");
  }

  private static SortedSet<String> strings(SortedSet<Outcome> outcomes) {
    return outcomes.stream().map(Outcome::toString).collect(Collectors.toCollection(TreeSet::new));
  }
}
