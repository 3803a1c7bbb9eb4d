package org.atomicvalue.conformance;

/** The class under test, or its binding, breaks a rule without which the comparison would mean nothing. */
public final class NotConformable extends RuntimeException {

  private static final long serialVersionUID = 1;

  NotConformable(String message) {
    super(message);
  }
}
