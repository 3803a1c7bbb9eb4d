package org.atomicvalue.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.atomicvalue.checkers.evidence.Evidence;
import org.atomicvalue.checkers.evidence.Link;
import org.atomicvalue.checkers.evidence.OfLink;
import org.atomicvalue.checkers.evidence.Selection;
import org.atomicvalue.checkers.mutants.SeededBug;
import org.atomicvalue.checkers.proof.Refusal;
import org.atomicvalue.checkers.proof.Verdict;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Puts each seeded bug of {@code spec/mutants} into what is proved: the obligation that its line {@code Proof:} names
 * must fail, by both solvers. Where that line begins with "none", the reason follows, and every obligation must be the same
 * as without the bug, so that everything still holds.
 *
 * <p>{@code -Dmutant=NAME,NAME} runs these alone and prints their counter-examples.
 */
@OfLink(Link.CONTROLS)
class ProofControlsIT {

  @TestFactory
  Stream<DynamicTest> mutants() throws IOException {
    return Selection.of("mutant", ProofMutants.all(), SeededBug::name).stream()
        .map(bug -> dynamicTest(bug.name() + ": " + bug.title(), () -> check(bug)));
  }

  private static void check(SeededBug bug) throws IOException {
    long start = System.nanoTime();
    Optional<String> expected = ProofOfChange.named(bug);
    if (expected.isEmpty()) {
      assertTrue(bug.field("Proof").startsWith("none, "), () -> bug.name() + " gives no reason");
      assertEquals(Set.of(), ProofOfChange.changed(bug), () -> bug.name() + " is to break nothing");
      return;
    }
    String found;
    Map<String, Object> details = new LinkedHashMap<>(Map.of("bug", bug.title()));
    try {
      ProofOfChange.Named named = ProofOfChange.ofNamed(bug);
      found = named.explanation();
      details.put("counterexample", found);
      if (named.isAboutAStep()) {
        details.put("explorer", "proof=" + bug.name());
      }
      assertEquals(List.of(), named.verdict().opinions().stream()
          .filter(each -> !each.refutes()).map(Verdict.Opinion::solver).toList(),
          () -> "solvers that do not refute " + expected.get() + "\n" + named.explanation());
    } catch (Refusal refusal) {
      throw new AssertionError("refused instead of refuted: " + refusal.getMessage(), refusal);
    }
    if (Selection.isNarrowed("mutant")) {
      System.out.println(found);
    }
    new Evidence(Link.CONTROLS, bug.name() + " by the proof", 1, "catches", "for all", "refutes " + expected.get(),
        (System.nanoTime() - start) / 1e9).with(details).record();
  }
}
