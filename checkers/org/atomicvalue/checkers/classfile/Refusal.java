package org.atomicvalue.checkers.classfile;

/**
 * A class file does something that is not understood, so nothing can be said of it: not "equal", and not "different".
 */
public final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1;

  public Refusal(String where, String reason) {
    super(where + ": " + reason);
  }
}
