package com.example;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** Room for one message. */
final class Mailbox {

  private static final VarHandle SLOT;

  static {
    try {
      SLOT = MethodHandles.lookup().findVarHandle(Mailbox.class, "slot", Object.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private volatile Object slot;

  /** Puts a message into the mailbox, if that is empty. */
  boolean offer(Object message) {
    return SLOT.compareAndSet(this, null, message); // Offer
  }

  /** Takes the message; null if there is none. */
  Object poll() {
    while (true) {
      Object seen = slot; // Look
      if (seen == null) {
        return null;
      }
      if (SLOT.compareAndSet(this, seen, null)) { // Take
        return seen;
      }
    }
  }
}
