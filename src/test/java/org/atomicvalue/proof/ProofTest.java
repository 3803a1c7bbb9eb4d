package org.atomicvalue.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.atomicvalue.checkers.evidence.Evidence;
import org.atomicvalue.checkers.evidence.Link;
import org.atomicvalue.checkers.evidence.Selection;
import org.atomicvalue.checkers.proof.Action;
import org.atomicvalue.checkers.proof.Formula;
import org.atomicvalue.checkers.proof.Obligation;
import org.atomicvalue.checkers.proof.Proof;
import org.atomicvalue.checkers.proof.Prover;
import org.atomicvalue.checkers.proof.Verdict;
import org.atomicvalue.checkers.smt.Solver;
import org.atomicvalue.checkers.smt.Term;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Proves the contract's properties of the contract, and of both algorithms that they refine it, for any sets that
 * satisfy the assumptions of the modules. One test for each property and action; both solvers must agree.
 *
 * <p>{@code -Dmodule=NAME} proves one module alone. Every question that a solver was asked is left in
 * {@code target/proof}.
 */
class ProofTest {

  private static final String FOR_ALL = "any number of threads, values, types and calls; every state of Inv";

  /** Conjuncts of Inv that no other claim needs, and why they are there. */
  private static final Map<String, String> NOT_NEEDED = Map.of(
      "result \\in [Threads -> Results \\union {NoResult}]",
      "what Inv says of answers implies it; TypeOK is whole, since it says what each variable is",
      "result \\in [Threads -> AllResults \\union {NoResult}]",
      "no property of Updates asks what kind of thing a result is; TypeOK is whole",
      "type \\in Types \\union {Null}",
      "in WaitFreeAtomicValue it follows from TypeAgreesWithData and ValuesAreOfTheDeclaredType; TypeOK is whole");

  @TestFactory
  Stream<DynamicContainer> proof() {
    return Selection.of("module", Theorems.ALL, Theorems::module).stream().map(ProofTest::proof);
  }

  private static DynamicContainer proof(Theorems theorems) {
    long start = System.nanoTime();
    Proof proof = theorems.proof(Theorems.SPEC);
    Prover prover = new Prover(Theorems.solvers(), Theorems.SCRIPTS);
    List<Verdict> verdicts = prover.check(theorems.obligations(proof), verdict -> {});
    double seconds = (System.nanoTime() - start) / 1e9;
    System.out.printf(Locale.ROOT, "%s: %d obligations, %d hold, %.1f s (%s)%n", theorems, verdicts.size(),
        verdicts.stream().filter(Verdict::holds).count(), seconds,
        prover.solvers().stream().map(Solver::name).collect(Collectors.joining(", ")));
    List<DynamicTest> tests = new ArrayList<>();
    if (!theorems.equals(Theorems.UPDATES)) {
      tests.add(dynamicTest("what the contract assumes is assumed", () -> requireAssumptionsOfContract(proof)));
    }
    Map<String, List<Verdict>> byClaim = new LinkedHashMap<>();
    for (Verdict verdict : verdicts) {
      Obligation obligation = verdict.obligation();
      byClaim.computeIfAbsent(obligation.property() + ", " + (obligation.step().isEmpty() ? "Inv" : obligation.step()),
          key -> new ArrayList<>()).add(verdict);
    }
    byClaim.forEach((claim, parts) -> tests.add(dynamicTest(claim, () -> requireAll(theorems, parts))));
    tests.add(dynamicTest("everything", () -> {
      assertTrue(verdicts.stream().allMatch(Verdict::holds), "not everything is proved");
      record(theorems, prover, verdicts, seconds);
    }));
    tests.addAll(vacuity(proof, prover));
    tests.add(dynamicTest("every conjunct of Inv is needed", () -> requireNeeded(proof, verdicts)));
    return dynamicContainer(theorems.module(), tests);
  }

  /** The contract's properties hold of what satisfies its assumptions: an algorithm that refines it must. */
  private static void requireAssumptionsOfContract(Proof proof) {
    Set<String> missing = texts(Theorems.CONTRACT.proof(Theorems.SPEC));
    missing.removeAll(texts(proof));
    assertEquals(Set.of(), missing,
        "assumptions of the contract that are not those of " + proof.specification().name());
  }

  private static Set<String> texts(Proof proof) {
    return proof.specification().assumptions().stream().map(Formula::text)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static void requireAll(Theorems theorems, List<Verdict> verdicts) {
    List<String> failures = verdicts.stream()
        .filter(verdict -> !verdict.holds())
        .map(verdict -> verdict.explanation(theorems::code))
        .toList();
    assertTrue(failures.isEmpty(), () -> "\n" + String.join("\n", failures));
  }

  private static void record(Theorems theorems, Prover prover, List<Verdict> verdicts, double seconds) {
    new Evidence(Link.PROOF, theorems.module(), verdicts.size(), "obligations", FOR_ALL, "proved by both solvers",
        seconds)
        .with(Map.of(
            "solvers", prover.solvers().stream().map(Solver::name).toList(),
            "properties", theorems.properties()))
        .record();
  }

  /** What is proved of states and steps that do not exist is nothing. */
  private static List<DynamicTest> vacuity(Proof proof, Prover prover) {
    List<DynamicTest> tests = new ArrayList<>();
    for (Action action : proof.actions()) {
      tests.add(dynamicTest(action.name() + " can be taken from a state of Inv with two threads and two types", () -> {
        List<Formula> formulas = new ArrayList<>(proof.step(action));
        formulas.addAll(twoThreadsAndTypes());
        requireSatisfiable(proof, prover, action.name() + ".enabled", formulas);
      }));
    }
    Map<String, Term> holders = new LinkedHashMap<>();
    Term declared = Term.not(Term.equal(Term.symbol("Declared"), Term.symbol("Null")));
    Term initial = Term.not(Term.equal(Term.symbol("Initial"), Term.symbol("Null")));
    holders.put("empty", Term.and(Term.not(declared), Term.not(initial)));
    holders.put("declared", Term.and(declared, Term.not(initial)));
    holders.put("initial", Term.and(Term.not(declared), initial));
    holders.put("declared and initial", Term.and(declared, initial));
    holders.forEach((name, term) -> tests.add(dynamicTest("a holder that is " + name + " exists", () -> {
      List<Formula> formulas = new ArrayList<>(twoThreadsAndTypes());
      formulas.add(proof.specification().formula("Init"));
      formulas.add(new Formula(name, name, "ProofTest", term));
      requireSatisfiable(proof, prover, "Init." + name.replace(' ', '-'), formulas);
    })));
    return tests;
  }

  private static void requireSatisfiable(Proof proof, Prover prover, String name, List<Formula> formulas) {
    List<Formula> all = new ArrayList<>(proof.specification().assumptions());
    all.addAll(formulas);
    assertTrue(
        prover.isSatisfiable(
            Obligation.Question.of(proof.specification(), proof.specification().name() + "/" + name, all)),
        () -> "there is no such state, so what is proved of it says nothing: " + name);
  }

  private static List<Formula> twoThreadsAndTypes() {
    return List.of(
        new Formula("two threads", "two threads", "ProofTest", two("Threads", Term.TRUE)),
        new Formula("two types", "two types", "ProofTest",
            two("Values", Term.not(Term.equal(
                Term.apply("TypeOf", Term.symbol("a!1")), Term.apply("TypeOf", Term.symbol("b!2")))))));
  }

  /** Two elements of a set, a and b, that differ, and more. */
  private static Term two(String set, Term more) {
    Term a = Term.symbol("a!1");
    Term b = Term.symbol("b!2");
    return Term.exists(List.of(new Term.Variable("a!1", "Value")),
        Term.and(Term.apply(set, a), Term.exists(List.of(new Term.Variable("b!2", "Value")),
            Term.and(Term.apply(set, b), Term.not(Term.equal(a, b)), more))));
  }

  /** A conjunct of Inv from which nothing follows but itself is no part of the argument. */
  private static void requireNeeded(Proof proof, List<Verdict> verdicts) {
    Set<String> unneeded = new TreeSet<>();
    for (Formula conjunct : proof.invariant()) {
      boolean needed = verdicts.stream()
          .anyMatch(verdict -> !(verdict.obligation().property().equals("Inv")
              && verdict.obligation().conjunct().equals(conjunct.name()))
              && verdict.core().contains("[" + conjunct.name() + "]"));
      if (!needed && !NOT_NEEDED.containsKey(conjunct.text())) {
        unneeded.add(conjunct.name());
      }
    }
    assertEquals(Set.of(), unneeded, "conjuncts of Inv that no other claim needs: " + proof.specification().name());
  }
}
