package com.example;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** Gives out the numbers from 1 up to a limit. */
final class Counter {

  private static final int LIMIT = 3;

  private static final VarHandle COUNT;

  static {
    try {
      COUNT = MethodHandles.lookup().findVarHandle(Counter.class, "count", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private volatile int count;

  int next() {
    while (true) {
      int seen = count; // Read
      if (seen == LIMIT) {
        throw new IllegalStateException("all numbers up to " + LIMIT + " are given out");
      }
      if (COUNT.compareAndSet(this, seen, seen + 1)) { // Add
        return seen + 1;
      }
    }
  }
}
