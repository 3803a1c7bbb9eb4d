package org.atomicvalue.checkers.proof;

import java.util.HashMap;
import java.util.Map;
import tla2sany.semantic.SemanticNode;

/**
 * What symbols stand for where an expression is evaluated. A parameter stands for an expression in the scope of its
 * caller, to be evaluated where it is used: what a prime around it means is decided there. The {@code @} of EXCEPT, for
 * which SANY has no symbol, goes by the component that it stands in.
 */
final class Scope {

  /** What a symbol stands for, in the state before the step or in the one after it. */
  interface Meaning {
    Symbolic in(boolean next);
  }

  static final Scope EMPTY = new Scope(Map.of());

  private final Map<SemanticNode, Meaning> meanings;

  private Scope(Map<SemanticNode, Meaning> meanings) {
    this.meanings = meanings;
  }

  Scope with(Map<? extends SemanticNode, Meaning> more) {
    Map<SemanticNode, Meaning> all = new HashMap<>(meanings);
    all.putAll(more);
    return new Scope(all);
  }

  /** With a variable that means the same in both states. */
  Scope with(SemanticNode symbol, Symbolic value) {
    return with(Map.of(symbol, (Meaning) next -> value));
  }

  /** Null if it stands for itself. */
  Meaning meaning(SemanticNode symbol) {
    return meanings.get(symbol);
  }
}
