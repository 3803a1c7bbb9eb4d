package com.example;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.function.Supplier;

/** A value that is made once, by the first who asks for it; should that fail, the next one tries. */
final class Once {

  private enum State { NEW, RUNNING, DONE }

  private static final VarHandle STATE;

  static {
    try {
      STATE = MethodHandles.lookup().findVarHandle(Once.class, "state", State.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private volatile State state = State.NEW;
  private volatile Object value;

  /** @param supplier makes the value, which is not null */
  Object get(Supplier<?> supplier) {
    while (!STATE.compareAndSet(this, State.NEW, State.RUNNING)) { // Claim
      if (state == State.DONE) { // Look
        return value; // Read
      }
      Thread.onSpinWait(); // Wait
    }
    Object made = null;
    try {
      made = supplier.get(); // Make
      value = made; // Store
      return made;
    } finally {
      state = made == null ? State.NEW : State.DONE; // Settle
    }
  }
}
