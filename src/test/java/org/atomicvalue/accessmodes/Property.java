package org.atomicvalue.accessmodes;

/** What one may demand of an atomic value; each demands what the one before does, and more. */
enum Property {
  PUBLICATION("Publication", "Publication!Tests"),
  COHERENCE("Publication and coherence", "Publication!Tests @@ Coherence!Tests"),
  SEQUENTIAL_CONSISTENCY("Sequential consistency", "AllTests");

  private final String title;
  private final String tests;

  Property(String title, String tests) {
    this.title = title;
    this.tests = tests;
  }

  String title() {
    return title;
  }

  /** The litmus tests that decide it, an expression over {@code spec/litmus/AtomicValueTests.tla}. */
  String tests() {
    return tests;
  }
}
