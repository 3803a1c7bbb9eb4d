package org.atomicvalue.accessmodes;

/** What one may demand of an atomic value; each demands what the one before does, and more. */
enum Property {
  PUBLICATION("Publication", "Publication!Tests", false),
  COHERENCE("Publication and coherence", "Publication!Tests @@ Coherence!Tests", false),
  SEQUENTIAL_CONSISTENCY("Sequential consistency", "AllTests", true);

  private final String title;
  private final String tests;
  private final boolean manyThreads;

  Property(String title, String tests, boolean manyThreads) {
    this.title = title;
    this.tests = tests;
    this.manyThreads = manyThreads;
  }

  String title() {
    return title;
  }

  /** The litmus tests that decide it, an expression over {@code spec/litmus/AtomicValueTests.tla}. */
  String tests() {
    return tests;
  }

  /** Whether some of these tests have many threads. */
  boolean hasManyThreads() {
    return manyThreads;
  }
}
