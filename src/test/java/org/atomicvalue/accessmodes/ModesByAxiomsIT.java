package org.atomicvalue.accessmodes;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.atomicvalue.accessmodes.ClientQuestions.Asks;
import org.atomicvalue.accessmodes.MemoryModesDocument.Refutation;
import org.atomicvalue.checkers.evidence.Evidence;
import org.atomicvalue.checkers.evidence.Link;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The programs of four threads, and {@code SwapConservation}, which has by far the most executions of those of two. */
class ModesByAxiomsIT extends ModesByAxioms {

  /** One program of four threads is needed, to refute acquire mode where {@code AtomicValue} loads the value. */
  private static final String FEW_THREADS =
      "{t \\in DOMAIN (%s) : Len(AllTests[t].program) < 4 \\/ t = \"IndependentLaterReads\"} \\ {\"SwapConservation\"}";

  ModesByAxiomsIT() {
    super("AllTests", "(OfThreads(4) \\union {\"SwapConservation\"})", "programs of four threads and SwapConservation",
        List.of(0, 1, 4));
  }

  /** The tables have no program of four threads for {@code WaitFreeAtomicValue}. */
  @Override
  List<Refutation> further(Algorithm algorithm) {
    Modes modes = Modes.allVolatile(algorithm).with(algorithm.access("LoadData"), "acquire");
    return List.of(new Refutation(modes, "IndependentLaterReads", "1, 0, 1, 0"));
  }

  /**
   * The strongest modes that are not above a minimal one are refuted, and so all others that are not: by the form of
   * the axioms a stronger mode never allows more.
   */
  @ParameterizedTest
  @EnumSource
  void nothingElseIsSufficientByTheAxioms(Algorithm algorithm) throws IOException, InterruptedException {
    String text = Files.readString(MemoryModesDocument.FILE);
    for (Property property : Property.values()) {
      List<Modes> beside = new ModeCheck(algorithm, property)
          .strongestBeside(MemoryModesDocument.minimal(text, algorithm, property));
      ClientQuestions questions =
          new ClientQuestions(property.hasManyThreads() ? "AllTests" : "OfFewThreads(AllTests)");
      beside.forEach(modes -> questions.ask(Asks.REFUTING, modes, FEW_THREADS.formatted(property.tests())));
      LitmusRun run = questions.run("beside_%s_%s".formatted(algorithm, property));
      assertFalse(beside.isEmpty());
      assertAll(beside.stream().map(modes -> () -> assertFalse(
          ClientQuestions.answered(run, Asks.REFUTING, modes).stream()
              .allMatch(test -> ClientQuestions.answer(run, Asks.REFUTING, modes, test).isEmpty()),
          () -> modes + " is sufficient by the axioms, and not above one that is listed")));
      new Evidence(Link.ACCESS_MODES,
          algorithm + ", no fewer fences by the axioms for " + property.title().toLowerCase(Locale.ROOT),
          beside.size(), "assignments of modes",
          "the strongest that are not above a minimal one, of " + Modes.count(algorithm) + "; a program each",
          "refuted by the axioms", run.result().seconds()).record();
    }
  }

  /**
   * What the axioms allow and the machine does not have: with the fewest fences for publication all of three first
   * stores of two classes are stored, by load buffering. One thread reads in the cache a class that another writes
   * there since it has found the first one's value, which that one writes since it has read the class. Publication does
   * not forbid it; whatever else is sufficient for something excludes it.
   */
  @ParameterizedTest
  @EnumSource
  void classesMixByLoadBufferingWithTheFewestFencesForPublication(Algorithm algorithm)
      throws IOException, InterruptedException {
    String test = "ThreeFirstStores";
    String text = Files.readString(MemoryModesDocument.FILE);
    ClientQuestions questions = new ClientQuestions("(\"%s\" :> Coherence!%s)".formatted(test, test));
    for (Property property : Property.values()) {
      for (Modes modes : sufficient(text, algorithm, property)) {
        questions.ask(Asks.ALL, modes, "DOMAIN Tests").ask(Asks.MACHINE, modes, "DOMAIN Tests");
      }
    }
    LitmusRun run = questions.run("classes_" + algorithm);
    Set<String> contract = Set.of("stored, stored, refused", "refused, refused, stored");
    Set<String> mixed = algorithm == Algorithm.WAIT_FREE_ATOMIC_VALUE ? Set.of("stored, stored, stored") : Set.of();
    int assignments = 0;
    for (Property property : Property.values()) {
      for (Modes modes : sufficient(text, algorithm, property)) {
        Set<String> expected = new TreeSet<>(contract);
        if (property == Property.PUBLICATION) {
          expected.addAll(mixed);
        }
        String key = ClientQuestions.key(Asks.ALL, modes, test);
        assertEquals(contract, ClientQuestions.answer(run, Asks.MACHINE, modes, test), () -> "machine, " + modes);
        assertEquals(expected, ClientQuestions.answer(run, Asks.ALL, modes, test), () -> "axioms, " + modes);
        assertEquals(contract, run.inOrder().get(key), () -> "axioms without load buffering, " + modes);
        assignments++;
      }
    }
    new Evidence(Link.ACCESS_MODES, algorithm + ", first stores of two classes by the axioms", assignments,
        "assignments of modes", "three first stores of two classes",
        mixed.isEmpty() ? "one class" : "one class, but for load buffering with the fewest fences for publication",
        run.result().seconds()).record();
  }
}
