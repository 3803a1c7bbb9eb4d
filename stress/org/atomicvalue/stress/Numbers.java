package org.atomicvalue.stress;

/** How the tests write what they load. */
final class Numbers {

  private Numbers() {}

  /** The number loaded, or 0 if there was none. */
  static int orZero(Integer loaded) {
    return loaded == null ? 0 : loaded;
  }
}
