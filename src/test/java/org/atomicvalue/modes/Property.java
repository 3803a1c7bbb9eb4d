package org.atomicvalue.modes;

/** What one may demand of an {@code AtomicValue}; each demands what the one before does, and more. */
enum Property {
  PUBLICATION("Publication", "P!Tests"),
  COHERENCE("Publication and coherence", "P!Tests @@ C!Tests"),
  SEQUENTIAL_CONSISTENCY("Sequential consistency", "P!Tests @@ C!Tests @@ S!Tests");

  private final String title;
  private final String tests;

  Property(String title, String tests) {
    this.title = title;
    this.tests = tests;
  }

  String title() {
    return title;
  }

  /** The litmus tests that decide it, as a function of TLA+. */
  String tests() {
    return tests;
  }
}
