package org.atomicvalue.checkers.smt;

import java.util.List;
import java.util.Map;

/** What a solver says of a script. */
public sealed interface Answer {

  /**
   * The assertions can all be true.
   *
   * @param values of the terms that were asked for; two values of a sort without a meaning are equal if, and only if,
   *     their terms are
   */
  record Satisfiable(Map<Term, Term> values) implements Answer {
    public Satisfiable {
      values = Map.copyOf(values);
    }
  }

  /**
   * They cannot.
   *
   * @param core names of assertions which alone cannot; empty if no core was asked for
   */
  record Unsatisfiable(List<String> core) implements Answer {
    public Unsatisfiable {
      core = List.copyOf(core);
    }
  }

  /** The solver gave up. */
  record Unknown(String reason) implements Answer {}
}
