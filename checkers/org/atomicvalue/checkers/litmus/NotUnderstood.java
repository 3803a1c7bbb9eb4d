package org.atomicvalue.checkers.litmus;

/** A file has something in it that is no part of the format as it is understood here; the message is one line. */
public final class NotUnderstood extends Exception {

  private static final long serialVersionUID = 1;

  private NotUnderstood(String message) {
    super(message);
  }

  static NotUnderstood at(String file, Position where, String met, String understood) {
    return new NotUnderstood("%s:%s: met %s; would understand %s".formatted(file, where, met, understood));
  }
}
