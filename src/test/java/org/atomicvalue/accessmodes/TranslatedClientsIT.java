package org.atomicvalue.accessmodes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.atomicvalue.accessmodes.ClientQuestions.Asks;
import org.atomicvalue.accessmodes.MemoryModesDocument.Refutation;
import org.atomicvalue.checkers.evidence.Evidence;
import org.atomicvalue.checkers.evidence.Link;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The programs that {@link ModesByAxioms} has the axioms judge are the litmus tests of the algorithms: by the machine,
 * they have the outcomes that the algorithm's own module has, which was not translated. And what is left out there
 * makes no difference: executions that cannot end beyond the contract, and waiting.
 */
class TranslatedClientsIT {

  private static final String TESTS = "OfFewThreads(AllTests)";
  private static final String PUBLICATION = "(DOMAIN Publication!Tests \\intersect OfThreads(2))";

  /** What the seeded bugs of the translation are, one of each algorithm: an access in the mode of another one. */
  private static final Map<Algorithm, List<String>> BUGS = Map.of(
      Algorithm.ATOMIC_VALUE, List.of("m.PublishType)", "m.StoreFirstData)"),
      Algorithm.WAIT_FREE_ATOMIC_VALUE, List.of("m.InstallFirst,", "m.ReadType,"));

  private static final Map<Algorithm, List<Modes>> MODES = new EnumMap<>(Algorithm.class);
  private static final Map<Algorithm, MachineOutcomes> UNTRANSLATED = new EnumMap<>(Algorithm.class);
  private static LitmusRun translated;

  @BeforeAll
  static void runBoth() throws IOException, InterruptedException {
    String text = Files.readString(MemoryModesDocument.FILE);
    ClientQuestions questions = new ClientQuestions(TESTS);
    for (Algorithm algorithm : Algorithm.values()) {
      MODES.put(algorithm, Stream.of(Property.values())
          .flatMap(property -> ModesByAxioms.sufficient(text, algorithm, property).stream()).distinct().toList());
      UNTRANSLATED.put(algorithm, MachineOutcomes.of(algorithm, MODES.get(algorithm), TESTS));
      MODES.get(algorithm).forEach(modes -> questions.ask(Asks.MACHINE, modes, "DOMAIN Tests"));
    }
    translated = questions.run("translated");
  }

  @ParameterizedTest
  @EnumSource
  void machineHasTheSameOutcomes(Algorithm algorithm) {
    int outcomes = 0;
    for (Modes modes : MODES.get(algorithm)) {
      SortedSet<String> tests = ClientQuestions.answered(translated, Asks.MACHINE, modes);
      assertEquals(UNTRANSLATED.get(algorithm).tests(), tests);
      for (String test : tests) {
        SortedSet<String> expected = UNTRANSLATED.get(algorithm).of(modes, test);
        assertEquals(expected, ClientQuestions.answer(translated, Asks.MACHINE, modes, test),
            () -> test + " with " + modes);
        outcomes += expected.size();
      }
    }
    assertTrue(outcomes > 0, "no outcomes");
    new Evidence(Link.ACCESS_MODES, algorithm + ", as the axioms take it", outcomes, "outcomes",
        MODES.get(algorithm).size() + " assignments of modes, programs of two and three threads",
        "the same by the machine as of the algorithm that was not translated", translated.result().seconds()).record();
  }

  @ParameterizedTest
  @EnumSource
  void wrongTranslationIsNoticed(Algorithm algorithm) throws IOException, InterruptedException {
    String module = "ClientPrograms.tla";
    String text = Files.readString(LitmusRun.LITMUS.resolve(module));
    List<String> bug = BUGS.get(algorithm);
    assertEquals(2, text.split(Pattern.quote(bug.get(0)), -1).length, "places that the bug changes");
    Path folder = Files.createDirectories(Path.of("target", "modes-by-axioms", "bug-of-" + algorithm));
    Files.writeString(folder.resolve(module), text.replace(bug.get(0), bug.get(1)));
    Modes modes = MODES.get(algorithm).get(0);
    String test = "FirstStorePublication";
    LitmusRun wrong = new ClientQuestions(TESTS).ask(Asks.MACHINE, modes, "{\"" + test + "\"}")
        .run("wrong_" + algorithm, folder);
    SortedSet<String> outcomes = ClientQuestions.answer(wrong, Asks.MACHINE, modes, test);
    assertFalse(outcomes.isEmpty(), "the wrong translation has no outcome");
    assertNotEquals(UNTRANSLATED.get(algorithm).of(modes, test), outcomes);
    new Evidence(Link.CONTROLS, algorithm + ", wrongly translated for the axioms", 1, "catches", test,
        bug.get(1) + " for " + bug.get(0) + " changes its outcomes by the machine", wrong.result().seconds()).record();
  }

  /** The minimal modes for publication, and those next weaker, by the programs about it. */
  private static List<Modes> aboutPublication(String text, Algorithm algorithm) {
    return Stream.concat(MemoryModesDocument.minimal(text, algorithm, Property.PUBLICATION).stream(),
        MemoryModesDocument.refutations(text, algorithm, Property.PUBLICATION).stream().map(Refutation::modes))
        .toList();
  }

  /** Of the programs about publication, and of those that refute the next weaker modes of the other tables. */
  @Test
  void whatIsLeftOutMakesNoDifference() throws IOException, InterruptedException {
    String text = Files.readString(MemoryModesDocument.FILE);
    ClientQuestions questions = new ClientQuestions(TESTS);
    List<Modes> all = new ArrayList<>();
    for (Algorithm algorithm : Algorithm.values()) {
      for (Modes modes : aboutPublication(text, algorithm)) {
        questions.ask(Asks.BEYOND, modes, PUBLICATION).ask(Asks.ALL, modes, PUBLICATION)
            .ask(Asks.MACHINE, modes, PUBLICATION);
        all.add(modes);
      }
      for (Property property : List.of(Property.COHERENCE, Property.SEQUENTIAL_CONSISTENCY)) {
        for (Refutation refutation : MemoryModesDocument.refutations(text, algorithm, property)) {
          String test = "{\"" + refutation.test() + "\"} \\intersect DOMAIN Tests";
          questions.ask(Asks.BEYOND, refutation.modes(), test).ask(Asks.ALL, refutation.modes(), test);
          all.add(refutation.modes());
        }
      }
    }
    LitmusRun answers = questions.run("left_out");
    int outcomes = 0;
    int beyond = 0;
    for (Modes modes : new LinkedHashSet<>(all)) {
      for (String test : ClientQuestions.answered(answers, Asks.ALL, modes)) {
        SortedSet<String> allowed = ClientQuestions.answer(answers, Asks.ALL, modes, test);
        SortedSet<String> expected = new TreeSet<>(allowed);
        expected.removeAll(answers.expected().get(ClientQuestions.key(Asks.ALL, modes, test)));
        assertEquals(expected, ClientQuestions.answer(answers, Asks.BEYOND, modes, test),
            () -> "beyond the contract, of " + test + " with " + modes);
        assertTrue(allowed.containsAll(ClientQuestions.answer(answers, Asks.MACHINE, modes, test)),
            () -> "by the axioms and by the machine, of " + test + " with " + modes);
        outcomes += allowed.size();
        beyond += expected.size();
      }
    }
    assertTrue(beyond > 0, "no outcome beyond the contract");
    new Evidence(Link.ACCESS_MODES, "executions that are left out by the axioms", outcomes, "outcomes",
        "programs about publication of two threads, and of two threads that refute modes",
        "of them %d beyond the contract; the same without".formatted(beyond), answers.result().seconds()).record();
  }

  @Test
  void waitingMakesNoDifference() throws IOException, InterruptedException {
    String text = Files.readString(MemoryModesDocument.FILE);
    ClientQuestions questions = new ClientQuestions(TESTS);
    ClientQuestions patient = new ClientQuestions(TESTS).waiting(1);
    List<Modes> all = aboutPublication(text, Algorithm.ATOMIC_VALUE);
    for (Modes modes : all) {
      questions.ask(Asks.ALL, modes, PUBLICATION);
      patient.ask(Asks.ALL, modes, PUBLICATION);
    }
    LitmusRun answers = questions.run("not_waiting");
    LitmusRun patientAnswers = patient.run("waiting");
    assertFalse(answers.allowed().isEmpty(), "no answers");
    assertEquals(answers.allowed(), patientAnswers.allowed());
    new Evidence(Link.ACCESS_MODES, "waiting, by the axioms", LitmusRun.count(answers.allowed()), "outcomes",
        all.size() + " assignments of modes of AtomicValue, programs about publication of two threads",
        "the same whether or not a thread that has to wait looks again once",
        answers.result().seconds() + patientAnswers.result().seconds()).record();
  }
}
