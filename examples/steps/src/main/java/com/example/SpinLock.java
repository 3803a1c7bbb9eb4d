package com.example;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** A lock whose waiters spin. */
final class SpinLock {

  private static final VarHandle LOCKED;

  static {
    try {
      LOCKED = MethodHandles.lookup().findVarHandle(SpinLock.class, "locked", boolean.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private volatile boolean locked;

  void lock() {
    while (!LOCKED.compareAndSet(this, false, true)) { // Acquire
      Thread.onSpinWait(); // Wait
    }
  }

  boolean tryLock() {
    return LOCKED.compareAndSet(this, false, true); // TryAcquire
  }

  void unlock() {
    locked = false; // Release
  }
}
