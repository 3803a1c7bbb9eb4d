package org.atomicvalue.checkers.litmus;

import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The outcomes that a test may have.
 *
 * @param byAxioms by the axioms
 * @param inOrder those of them that some execution has in which each read comes after the write that it reads, and each
 *     thread keeps its program order
 * @param byMachine by the machine
 */
public record Outcomes(SortedSet<Outcome> byAxioms, SortedSet<Outcome> inOrder, SortedSet<Outcome> byMachine) {

  Outcomes() {
    this(new TreeSet<>(), new TreeSet<>(), new TreeSet<>());
  }

  /** Adds what a judge says. */
  void add(String judge, Outcome outcome) {
    switch (judge) {
      case "axioms" -> byAxioms.add(outcome);
      case "in order" -> {
        byAxioms.add(outcome);
        inOrder.add(outcome);
      }
      case "machine" -> byMachine.add(outcome);
      default -> throw new IllegalArgumentException("no judge is called " + judge);
    }
  }

  /** Whether axioms and machine allow the same. */
  public boolean agree() {
    return byAxioms.equals(byMachine);
  }

  /** Whether the machine allows just what the axioms allow in order: it lacks nothing but load buffering. */
  public boolean differInLoadBufferingOnly() {
    return !agree() && inOrder.equals(byMachine);
  }
}
