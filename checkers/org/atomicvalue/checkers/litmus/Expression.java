package org.atomicvalue.checkers.litmus;

import java.util.List;

/** An expression in a thread; its value is an int, and truth is 0 or 1. */
sealed interface Expression {

  /** A number, or true or false. */
  record Constant(int value) implements Expression {}

  record Register(String name) implements Expression {}

  /** {@code X.getAcquire()}; the arguments are evaluated first, from left to right. */
  record Call(String location, Access access, List<Expression> arguments) implements Expression {}

  record Unary(String operator, Expression operand) implements Expression {}

  /** @param position of the operator */
  record Binary(String operator, Expression left, Expression right, Position position) implements Expression {}

  /** Whether it accesses memory. */
  default boolean accessesMemory() {
    if (this instanceof Call) {
      return true;
    } else if (this instanceof Unary unary) {
      return unary.operand.accessesMemory();
    } else if (this instanceof Binary binary) {
      return binary.left.accessesMemory() || binary.right.accessesMemory();
    }
    return false;
  }
}
