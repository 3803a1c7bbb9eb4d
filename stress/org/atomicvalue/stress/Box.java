package org.atomicvalue.stress;

/** A value with a plain field, whose visibility depends on the {@code AtomicValue} that it is stored in alone. */
final class Box {

  int field;

  Box(int field) {
    this.field = field;
  }
}
