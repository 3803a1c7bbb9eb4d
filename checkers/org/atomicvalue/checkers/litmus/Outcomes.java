package org.atomicvalue.checkers.litmus;

import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The outcomes that a test may have.
 *
 * @param byAxioms by the axioms
 * @param byMachine by the machine
 */
public record Outcomes(SortedSet<Outcome> byAxioms, SortedSet<Outcome> byMachine) {

  Outcomes() {
    this(new TreeSet<>(), new TreeSet<>());
  }

  /** Whether axioms and machine allow the same. */
  public boolean agree() {
    return byAxioms.equals(byMachine);
  }

  /** Those that one of the two allows, or both. */
  public SortedSet<Outcome> all() {
    SortedSet<Outcome> all = new TreeSet<>(byAxioms);
    all.addAll(byMachine);
    return all;
  }
}
