package org.atomicvalue.checkers.litmus;

import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The outcomes that a test may have.
 *
 * @param byAxioms by the axioms
 * @param inOrder those of them that some execution has in which each read comes after the write that it reads, and each
 *     thread keeps its program order
 * @param inStep those of them that such an execution has in which, moreover, what passes the order of volatile accesses
 *     does so meanwhile: after the access that passes it, and before the next one of its thread
 * @param byMachine by the machine
 */
public record Outcomes(
    SortedSet<Outcome> byAxioms,
    SortedSet<Outcome> inOrder,
    SortedSet<Outcome> inStep,
    SortedSet<Outcome> byMachine) {

  Outcomes() {
    this(new TreeSet<>(), new TreeSet<>(), new TreeSet<>(), new TreeSet<>());
  }

  /** Adds what a judge says. */
  void add(String judge, Outcome outcome) {
    switch (judge) {
      case "axioms" -> byAxioms.add(outcome);
      case "in order" -> {
        byAxioms.add(outcome);
        inOrder.add(outcome);
      }
      case "in step" -> {
        byAxioms.add(outcome);
        inOrder.add(outcome);
        inStep.add(outcome);
      }
      case "machine" -> byMachine.add(outcome);
      default -> throw new IllegalArgumentException("no judge is called " + judge);
    }
  }

  /** Whether axioms and machine allow the same. */
  public boolean agree() {
    return byAxioms.equals(byMachine);
  }

  /** Whether the machine has just what the axioms allow step by step, which is what a machine can have. */
  public boolean agreeInStep() {
    return byMachine.equals(inStep);
  }

  /** Whether the axioms allow something only by reads of what is written later. */
  public boolean haveLoadBuffering() {
    return !byAxioms.equals(inOrder);
  }

  /**
   * Whether they allow something without such reads only by volatile accesses that pass their order later than they are
   * made.
   */
  public boolean haveLatePassages() {
    return !inOrder.equals(inStep);
  }
}
