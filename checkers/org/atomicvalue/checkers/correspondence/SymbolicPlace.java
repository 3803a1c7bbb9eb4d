package org.atomicvalue.checkers.correspondence;

import java.util.List;
import org.atomicvalue.checkers.smt.Term;

/**
 * A place in a class, and what a thread {@code t} that stands there does next, as terms over the specification's state
 * before and, with a prime, after it. Symbols that begin with "?" may be either.
 *
 * @param operation in whose code the place is
 * @param label the action of the specification that is compared with it; {@code Request} for the beginning
 * @param facts what is known of whoever stands there, besides the label and the operation
 */
public record SymbolicPlace(Operation operation, String label, Term facts, List<Step> steps) {

  public SymbolicPlace {
    steps = List.copyOf(steps);
  }

  /**
   * One way to the next access or to the end.
   *
   * @param taken when
   * @param does what is then true; false if it is never taken
   */
  public record Step(Term taken, Term does) {}

  @Override
  public String toString() {
    return operation.simpleName() + ", " + label;
  }
}
