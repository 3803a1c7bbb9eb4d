package org.atomicvalue.accessmodes;

import java.util.Locale;

/** Programs in which the machine of {@code spec/AccessModes.tla} is compared with {@code spec/JavaAxioms.tla}. */
enum ProgramSet {
  READS_AND_WRITES(
      "2 threads of 1 or 2 reads and writes in all modes, 2 locations",
      "MCTwoThreads",
      18_632,
      "MCKinds <- ReadsAndWrites",
      "MCBetween <- NoFence"),
  ACCESSES(
      "2 threads of 1 or 2 accesses of every kind in all modes, 2 locations",
      "MCTwoThreads",
      279_312,
      "MCKinds <- AllKinds",
      "MCBetween <- NoFence"),
  FENCES(
      "2 threads of 1 or 2 reads, writes and swaps in all modes, any fence or none between, 2 locations",
      "MCTwoThreads",
      1_356_060,
      "MCKinds <- WithoutExchange",
      "MCBetween <- AllFences"),
  EVERYTHING(
      "2 threads of 1 or 2 accesses of every kind in all modes, any fence or none between, 2 locations",
      "MCTwoThreads",
      4_262_160,
      "MCKinds <- AllKinds",
      "MCBetween <- AllFences"),
  SHAPES("13 classic shapes of 3 and 4 threads in all modes", "MCClassicShapes", 34_816);

  private final String bounds;
  private final String model;
  private final long programs;
  private final String[] constants;

  ProgramSet(String bounds, String model, long programs, String... constants) {
    this.bounds = bounds;
    this.model = model;
    this.programs = programs;
    this.constants = constants;
  }

  /** Such as {@code reads-and-writes}. */
  String title() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  String bounds() {
    return bounds;
  }

  /** The module in {@code spec/litmus} that has them. */
  String model() {
    return model;
  }

  /** How many they are. */
  long programs() {
    return programs;
  }

  /** Those with the numbers {@code first}, {@code first + every} and so on, as the constants of a configuration. */
  String constants(int first, int every) {
    return "  " + String.join("\n  ", constants) + "\n  MCEvery = " + every + "\n  MCFirst = " + first + "\n";
  }
}
