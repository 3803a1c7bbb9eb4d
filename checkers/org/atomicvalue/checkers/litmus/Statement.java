package org.atomicvalue.checkers.litmus;

import java.util.List;

/** A statement of a thread. */
sealed interface Statement {

  record Assign(String register, Expression value) implements Statement {}

  /** A call whose result nobody takes. */
  record Evaluate(Expression value) implements Statement {}

  record Issue(Fence fence) implements Statement {}

  record If(Expression condition, List<Statement> then, List<Statement> otherwise) implements Statement {}
}
