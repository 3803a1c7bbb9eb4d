package org.atomicvalue.checkers.steps;

/** Classes that are nested in another one, for one test. */
final class NestedSample {

  private NestedSample() {}

  /** Nothing of it is public. */
  private static final class Nothing {
    static final Object VALUE = new Object();
  }

  static final class Gate {
    private volatile boolean closed;

    private Gate() {}

    void close() {
      closed = true; // Close
    }

    void open() {
      closed = false; // Open
    }

    boolean isOpen() {
      return !closed; // Look
    }
  }

  static final class Neighbour {
    Object m() {
      return Nothing.VALUE;
    }
  }
}
