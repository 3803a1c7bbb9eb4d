package org.atomicvalue.lincheck;

/**
 * The values that the operations are called with: two that are equal but not identical, one of another class, and null.
 *
 * <p>Lincheck generates, prints and compares these names; the operations translate them to and from the values, by
 * identity. So a result that is merely equal to the right one is a wrong result.
 */
public enum NamedValue {
  NONE(null),
  CIRCLE(new Circle(1)),
  EQUAL_CIRCLE(new Circle(1)),
  SQUARE(new Square(1));

  private final Object value;

  NamedValue(Object value) {
    this.value = value;
  }

  Object value() {
    return value;
  }

  /**
   * The name of a value, found without a loop over shared memory, which Lincheck would take for steps to interleave.
   */
  static NamedValue of(Object value) {
    if (value == null) {
      return NONE;
    }
    if (value == CIRCLE.value) {
      return CIRCLE;
    }
    if (value == EQUAL_CIRCLE.value) {
      return EQUAL_CIRCLE;
    }
    if (value == SQUARE.value) {
      return SQUARE;
    }
    throw new AssertionError("not a value that was ever passed: " + value);
  }

  /** An update function: a circle becomes the other one, a square stays, and {@code first} takes the place of null. */
  static Object successor(Object value, NamedValue first) {
    if (value == null) {
      return first.value;
    }
    if (value == CIRCLE.value) {
      return EQUAL_CIRCLE.value;
    }
    return value == EQUAL_CIRCLE.value ? CIRCLE.value : value;
  }

  private record Circle(int radius) {}

  private record Square(int side) {}
}
