package org.atomicvalue.checkers.correspondence;

import java.util.List;
import org.atomicvalue.checkers.smt.Term;

/** Whatever satisfies the hypotheses satisfies the conclusion. */
record Claim(String name, List<Term> hypotheses, Term conclusion) {

  Claim {
    hypotheses = List.copyOf(hypotheses);
  }
}
