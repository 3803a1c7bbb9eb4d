package org.atomicvalue.checkers.tlc;

/** How a run of TLC ended. */
public enum Outcome {
  /** Every behaviour of the model has every property. */
  OK,
  ASSUMPTION_VIOLATED,
  DEADLOCK,
  /** An invariant or another safety property is violated. */
  SAFETY_VIOLATED,
  LIVENESS_VIOLATED,
  ASSERTION_VIOLATED,
  /** The model could not be parsed or evaluated, or TLC itself failed. */
  ERROR;

  static Outcome of(int exitCode) {
    return switch (exitCode) {
      case 0 -> OK;
      case 10 -> ASSUMPTION_VIOLATED;
      case 11 -> DEADLOCK;
      case 12 -> SAFETY_VIOLATED;
      case 13 -> LIVENESS_VIOLATED;
      case 14 -> ASSERTION_VIOLATED;
      default -> ERROR;
    };
  }
}
