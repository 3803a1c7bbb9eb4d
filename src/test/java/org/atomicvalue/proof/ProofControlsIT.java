package org.atomicvalue.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.atomicvalue.checkers.evidence.Evidence;
import org.atomicvalue.checkers.evidence.Link;
import org.atomicvalue.checkers.evidence.OfLink;
import org.atomicvalue.checkers.evidence.Selection;
import org.atomicvalue.checkers.mutants.Mutant;
import org.atomicvalue.checkers.proof.Obligation;
import org.atomicvalue.checkers.proof.Proof;
import org.atomicvalue.checkers.proof.Prover;
import org.atomicvalue.checkers.proof.Refusal;
import org.atomicvalue.checkers.proof.Verdict;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Puts each seeded bug of {@code spec/mutants} into what is proved: the obligation that its line {@code Proof:} names
 * must fail, by both solvers. Where that line begins with "none", the reason follows, and everything must still hold.
 *
 * <p>{@code -Dmutant=NAME,NAME} runs these alone and prints their counter-examples.
 */
@OfLink(Link.CONTROLS)
class ProofControlsIT {

  private static final String NONE = "none, ";

  @TestFactory
  Stream<DynamicTest> mutants() throws IOException {
    return Selection.of("mutant", ProofMutants.all(), Mutant::name).stream()
        .map(mutant -> dynamicTest(mutant.name() + ": " + mutant.title(), () -> check(mutant)));
  }

  private static void check(Mutant mutant) throws IOException {
    long start = System.nanoTime();
    String expected = mutant.field("Proof");
    Path spec = ProofMutants.folder(mutant.name(), mutant.file().getFileName().toString(), mutant.applied());
    Prover prover = new Prover(Theorems.solvers(), spec);
    if (expected.startsWith(NONE)) {
      for (Theorems theorems : Theorems.ALL) {
        prover.check(theorems.obligations(theorems.proof(spec)),
            verdict -> assertTrue(verdict.holds(), () -> verdict.explanation(theorems::code)));
      }
      return;
    }
    Theorems theorems = Theorems.ALL.stream()
        .filter(each -> expected.startsWith(each.module() + "/")).findFirst()
        .orElseThrow(() -> new IllegalStateException(mutant.name() + " names no module that is proved: " + expected));
    String found;
    try {
      Proof proof = theorems.proof(spec);
      Obligation obligation = theorems.obligations(proof).stream()
          .filter(each -> each.name().equals(expected)).findFirst()
          .orElseThrow(() -> new IllegalStateException("there is no obligation " + expected));
      Verdict verdict = prover.check(obligation);
      found = verdict.explanation(theorems::code);
      assertEquals(List.of(), verdict.opinions().stream()
          .filter(each -> !each.refutes()).map(Verdict.Opinion::solver).toList(),
          () -> "solvers that do not refute " + expected + "\n" + verdict.explanation(theorems::code));
    } catch (Refusal refusal) {
      throw new AssertionError("refused instead of refuted: " + refusal.getMessage(), refusal);
    }
    if (Selection.isNarrowed("mutant")) {
      System.out.println(found);
    }
    new Evidence(Link.CONTROLS, mutant.name() + " by the proof", 1, "catches", "for all", "refutes " + expected,
        (System.nanoTime() - start) / 1e9).with(Map.of("bug", mutant.title(), "counterexample", found)).record();
  }
}
