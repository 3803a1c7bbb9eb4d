package org.atomicvalue.checkers.tlc;

/** How a run of TLC ended. */
public enum TlcOutcome {
  /** Every behaviour of the model has every property, within what TLC was asked to look at. */
  OK,
  ASSUMPTION_VIOLATED,
  DEADLOCK,
  /** An invariant or another safety property is violated. */
  SAFETY_VIOLATED,
  LIVENESS_VIOLATED,
  ASSERTION_VIOLATED,
  /** TLC found nothing wrong, but warned of something because of which it may have missed what is wrong. */
  DOUBTFUL,
  /** TLC was stopped because its time was up, and had found nothing wrong until then. */
  TIME_IS_UP,
  /** The model could not be parsed or evaluated, or TLC itself failed. */
  ERROR;

  /** Whether TLC found that the model lacks a property. */
  public boolean isViolation() {
    return switch (this) {
      case ASSUMPTION_VIOLATED, DEADLOCK, SAFETY_VIOLATED, LIVENESS_VIOLATED, ASSERTION_VIOLATED -> true;
      case OK, DOUBTFUL, TIME_IS_UP, ERROR -> false;
    };
  }
}
