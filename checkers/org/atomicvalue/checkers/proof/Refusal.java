package org.atomicvalue.checkers.proof;

import tla2sany.semantic.SemanticNode;
import tla2sany.st.Location;

/** A part of a module that the translation does not understand, and therefore says nothing of. */
public final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final String what;
  private final boolean placed;

  Refusal(String what, SemanticNode where) {
    super("not understood: " + what + ", in " + describe(where));
    this.what = what;
    this.placed = true;
  }

  Refusal(String what) {
    super("not understood: " + what);
    this.what = what;
    this.placed = false;
  }

  /** The same with a place, if it has none yet. */
  Refusal at(SemanticNode where) {
    return placed ? this : new Refusal(what, where);
  }

  static String describe(SemanticNode node) {
    Location location = node.getLocation();
    return location.source() + ".tla, line " + location.beginLine() + ", column " + location.beginColumn();
  }
}
