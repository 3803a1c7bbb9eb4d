package org.atomicvalue.checkers.steps;

/**
 * The class under test, or its binding, breaks a rule without which the comparison would mean nothing. An error, so
 * that it also passes through the class under test.
 */
public final class NotConformable extends AssertionError {

  private static final long serialVersionUID = 1;

  NotConformable(String message) {
    super(message);
  }
}
