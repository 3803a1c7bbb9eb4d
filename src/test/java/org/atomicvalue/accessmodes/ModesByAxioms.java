package org.atomicvalue.accessmodes;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedSet;
import org.atomicvalue.accessmodes.ClientQuestions.Asks;
import org.atomicvalue.accessmodes.MemoryModesDocument.Refutation;
import org.atomicvalue.checkers.evidence.Evidence;
import org.atomicvalue.checkers.evidence.Link;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The minimal modes in {@code docs/memory-modes.md}, which {@link MemoryModesTest} finds sufficient by the machine, are
 * judged by the axioms too, which allow more: no program may have an outcome by them that the contract does not have.
 * And what the machine refutes, they must refute.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ModesByAxioms {

  private final String tests;
  private final String programs;
  private final String bounds;
  private final List<Integer> programsOf;
  private String text;
  private LitmusRun answers;
  private double unrecorded;

  /**
   * @param tests an expression over {@code AtomicValueTests}: litmus tests
   * @param programs the names of those that are looked at, as a set in TLA+
   * @param bounds the same in words
   * @param programsOf how many of them each property is about, so that none is left out unnoticed
   */
  ModesByAxioms(String tests, String programs, String bounds, List<Integer> programsOf) {
    this.tests = tests;
    this.programs = programs;
    this.bounds = bounds;
    this.programsOf = programsOf;
  }

  @BeforeAll
  void askAxioms() throws IOException, InterruptedException {
    text = Files.readString(MemoryModesDocument.FILE);
    ClientQuestions questions = new ClientQuestions(tests);
    for (Algorithm algorithm : Algorithm.values()) {
      for (Property property : Property.values()) {
        for (Modes modes : sufficient(text, algorithm, property)) {
          questions.ask(Asks.BEYOND, modes, "DOMAIN (%s) \\intersect %s".formatted(property.tests(), programs));
        }
        for (Refutation refutation : refutations(algorithm, property)) {
          questions.ask(Asks.REFUTING, refutation.modes(),
              "{\"%s\"} \\intersect %s".formatted(refutation.test(), programs));
        }
      }
    }
    answers = questions.run(getClass().getSimpleName());
    unrecorded = answers.result().seconds();
  }

  /** The minimal modes, and of the strongest property those of the code. */
  static List<Modes> sufficient(String text, Algorithm algorithm, Property property) {
    List<Modes> modes = new ArrayList<>(MemoryModesDocument.minimal(text, algorithm, property));
    if (property == Property.SEQUENTIAL_CONSISTENCY) {
      modes.add(Modes.allVolatile(algorithm));
    }
    return modes;
  }

  /** Weaker modes than those of the code that must be refuted too. */
  List<Refutation> further(Algorithm algorithm) {
    return List.of();
  }

  private List<Refutation> refutations(Algorithm algorithm, Property property) {
    List<Refutation> refutations = new ArrayList<>(MemoryModesDocument.refutations(text, algorithm, property));
    if (property == Property.SEQUENTIAL_CONSISTENCY) {
      refutations.addAll(further(algorithm));
    }
    return refutations;
  }

  @ParameterizedTest
  @EnumSource
  void minimalModesAreSufficientByTheAxioms(Algorithm algorithm) {
    for (Property property : Property.values()) {
      List<Modes> sufficient = sufficient(text, algorithm, property);
      assertFalse(sufficient.isEmpty(), () -> "no minimal modes for " + property.title());
      int asked = 0;
      for (Modes modes : sufficient) {
        SortedSet<String> tests = ClientQuestions.answered(answers, Asks.BEYOND, modes);
        assertEquals(programsOf.get(property.ordinal()), tests.size(), () -> "programs for " + property.title());
        assertAll(tests.stream().map(test -> () -> assertEquals(Set.of(),
            ClientQuestions.answer(answers, Asks.BEYOND, modes, test),
            () -> "beyond the contract, of " + test + " with " + modes)));
        asked += tests.size();
      }
      if (asked > 0) {
        new Evidence(Link.ACCESS_MODES, evidence(algorithm, "fewest fences", property), asked, "programs with modes",
            bounds + "; " + (sufficient.size() == 1 ? "one assignment" : sufficient.size() + " assignments")
                + " of modes",
            "no outcome beyond the contract", seconds()).record();
      }
    }
  }

  /** As it must be, since the axioms allow all that the machine has. */
  @ParameterizedTest
  @EnumSource
  void weakerModesAreRefutedByTheAxioms(Algorithm algorithm) {
    int all = 0;
    for (Property property : Property.values()) {
      List<Refutation> refutations = refutations(algorithm, property).stream()
          .filter(each -> ClientQuestions.answered(answers, Asks.REFUTING, each.modes()).contains(each.test()))
          .toList();
      assertAll(refutations.stream().map(each -> () -> assertTrue(
          ClientQuestions.answer(answers, Asks.REFUTING, each.modes(), each.test()).contains(each.outcome()),
          () -> "the axioms do not allow what the machine has: " + each)));
      if (!refutations.isEmpty()) {
        new Evidence(Link.CONTROLS, evidence(algorithm, "too few fences", property), refutations.size(), "catches",
            bounds + "; modes that are too weak by one access", "the outcomes by which the machine refutes them",
            seconds()).record();
      }
      all += refutations.size();
    }
    assertTrue(all > 0, "no refutations");
  }

  /** How long TLC took, once: its one run answers everything. */
  private double seconds() {
    double seconds = unrecorded;
    unrecorded = 0;
    return seconds;
  }

  private String evidence(Algorithm algorithm, String what, Property property) {
    return "%s, %s by the axioms for %s, %s".formatted(
        algorithm, what, property.title().toLowerCase(Locale.ROOT), bounds);
  }
}
