package org.atomicvalue.accessmodes;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.stream.Stream;
import org.atomicvalue.checkers.evidence.Evidence;
import org.atomicvalue.checkers.evidence.Link;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/**
 * The outcomes that the jcstress tests in {@code stress/} accept and forbid are derived, not believed: each program
 * there has one of the same name in {@code spec/litmus}, which TLC runs over the memory of {@code
 * spec/AccessModes.tla}, by the algorithm of each class of the library, with the modes that the code uses. Whatever
 * outcome it has there the annotations accept, and all else they forbid. {@code InitialValuePublication} alone, where a
 * holder is made while others look for it, is derived in {@link InitialValueTest}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class DerivedOutcomes {

  private final String variant;
  private final List<Algorithm> algorithms;
  private final Map<Algorithm, LitmusRun> runs = new EnumMap<>(Algorithm.class);

  /**
   * @param variant of the models of the algorithms
   * @param algorithms whose programs are run
   */
  DerivedOutcomes(String variant, List<Algorithm> algorithms) {
    this.variant = variant;
    this.algorithms = List.copyOf(algorithms);
  }

  @BeforeAll
  void runAllPrograms() throws IOException, InterruptedException {
    for (Algorithm algorithm : algorithms) {
      runs.put(algorithm, LitmusRun.of("MC" + algorithm.module() + variant));
    }
  }

  /** Over weak memory, with the modes of the code, every operation still seems to be one indivisible step. */
  @TestFactory
  Stream<DynamicTest> programsHaveTheOutcomesOfTheContract() {
    return algorithms.stream().map(algorithm -> DynamicTest.dynamicTest(
        algorithm.toString(), () -> haveTheOutcomesOfTheContract(algorithm)));
  }

  private void haveTheOutcomesOfTheContract(Algorithm algorithm) {
    LitmusRun run = runs.get(algorithm);
    int outcomes = run.checkOutcomes();
    new Evidence(Link.ACCESS_MODES, algorithm + " with the modes of the code" + variant.replace('_', ' '), outcomes,
        "outcomes", run.outcomes().size() + " programs of at most 4 threads, " + run.states() + " states",
        "exactly those of the contract", run.result().seconds()).record();
  }

  @TestFactory
  List<DynamicTest> annotationsAreThoseDerived() throws IOException {
    List<DynamicTest> tests = LibraryProgram.all().stream()
        .filter(program -> runs.values().stream().anyMatch(run -> run.outcomes().containsKey(program.name())))
        .flatMap(program -> algorithms.stream().map(algorithm -> DynamicTest.dynamicTest(
            program.name() + ", " + algorithm, () -> compare(program, algorithm))))
        .toList();
    assertFalse(tests.isEmpty());
    return tests;
  }

  private void compare(LibraryProgram program, Algorithm algorithm) {
    SortedSet<String> derived = runs.get(algorithm).outcomes().get(program.name());
    Annotations.of(program.test(algorithm)).assertAccept(derived);
    new Evidence(Link.ACCESS_MODES, "outcomes of " + program.name() + ", " + algorithm, derived.size(), "outcomes",
        "the jcstress test against the program in spec/litmus", "accepted and derived outcomes agree", 0).record();
  }
}
