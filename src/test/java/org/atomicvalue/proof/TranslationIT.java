package org.atomicvalue.proof;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.atomicvalue.checkers.evidence.Evidence;
import org.atomicvalue.checkers.evidence.Link;
import org.atomicvalue.checkers.proof.Obligation;
import org.atomicvalue.checkers.proof.Proof;
import org.atomicvalue.checkers.proof.Prover;
import org.atomicvalue.checkers.proof.Refusal;
import org.atomicvalue.checkers.proof.Specification;
import org.atomicvalue.checkers.proof.WrongTranslation;
import org.atomicvalue.checkers.smt.Solver;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** {@link TranslationTest} with two threads, and with bugs seeded into the translator. */
class TranslationIT {

  @TestFactory
  Stream<DynamicTest> theStepsOfNextAreTheEdgesOfTlc() {
    return SmallWorlds.algorithms().map(theorems -> dynamicTest(
        theorems + ", two threads, one value", () -> SmallWorlds.compareSteps(theorems, 2)));
  }

  /**
   * Each wrong translation is found out: by a refusal, by what TLC finds, or by a claim that cannot be proved any more.
   * {@code -Ddeep=true} asks that of both algorithms, else the one suffices that notices first.
   */
  @TestFactory
  Stream<DynamicTest> aWrongTranslationIsNoticed() {
    return Stream.of(WrongTranslation.values()).map(bug -> dynamicTest(bug.name(), () -> {
      List<String> catches = new ArrayList<>();
      for (Theorems theorems : SmallWorlds.algorithms().toList()) {
        if (catches.isEmpty() || Boolean.getBoolean("deep")) {
          found(bug, theorems).ifPresent(finding -> catches.add(theorems + ": " + finding));
        }
      }
      System.out.println(bug + ": " + catches);
      assertTrue(!catches.isEmpty(), "nobody notices " + bug);
      new Evidence(Link.CONTROLS, bug + " by the proof", catches.size(), "catches", "the algorithms",
          String.join("; ", catches), 0).record();
    }));
  }

  private static Optional<String> found(WrongTranslation bug, Theorems theorems)
      throws IOException, InterruptedException {
    try {
      Specification specification = Specification.readWith(bug, Theorems.SPEC, theorems.module());
      int states = SmallWorlds.states(specification);
      if (states != SmallWorlds.expectedStates(theorems)) {
        return Optional.of(states + " states of Inv instead of " + SmallWorlds.expectedStates(theorems));
      }
      if (SmallWorlds.difference(specification, SmallWorlds.oneThread(theorems)).isPresent()) {
        return Optional.of("steps that are not TLC's");
      }
      Prover prover = new Prover(List.of(Solver.z3(Theorems.LIMIT)), SmallWorlds.FOLDER.resolve(bug.name()));
      for (Obligation obligation : theorems.obligations(new Proof(specification))) {
        if (!prover.check(obligation).holds()) {
          return Optional.of("cannot prove " + obligation.name());
        }
      }
      return Optional.empty();
    } catch (Refusal refusal) {
      return Optional.of(refusal.getMessage());
    }
  }
}
