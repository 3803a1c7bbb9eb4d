package org.atomicvalue.bench;

import java.nio.file.Path;
import java.util.List;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * How much to measure, and where the results go. Many short runs, each in a JVM of its own, rather than few long ones:
 * where the JIT happens to put the code and the JVM its objects differs from JVM to JVM and matters more than time.
 *
 * @param warmups iterations before those that count
 * @param time of each iteration, warm-up or measurement
 * @param periods of {@link ReadMostlyBenchmark}, in microseconds
 */
public record Profile(
    String name, Path folder, int warmups, int measurements, TimeValue time, List<Part> parts, List<Long> periods) {

  private static final String PEERS = "Of(AtomicReference|AtomicValue|WaitFreeAtomicValue)";

  /**
   * Of all classes, except that a control is not measured where it is the same as its reference, and that what fails is
   * not measured with declared types, too.
   */
  private static final String WRITES =
      "OperationsBenchmark\\.(Of(?!CompareAndExchange|LookBeforeExchange)\\w+\\.(store|swap)"
          + "|Of\\w+\\.compareAndSwap"
          + "|Of(?!Declared)\\w+\\.failingCompareAndSwap)$";

  private static final String COMPARE_AND_SWAPS =
      "OperationsBenchmark\\.(Of\\w+\\.compareAndSwap|Of(?!Declared)\\w+\\.failingCompareAndSwap)$";

  static final List<Long> PERIODS = List.of(1L, 10L, 100L, 1_000L, 10_000L);

  /** A first look, in three minutes at most on two processors. Leaves the committed results alone. */
  static final Profile QUICK =
      new Profile(
          "quick",
          Path.of("target", "performance"),
          2,
          3,
          TimeValue.milliseconds(100),
          List.of(
              new Part("OperationsBenchmark\\." + PEERS + "\\.", 3, true),
              new Part("ReadMostlyBenchmark\\.", 1, false),
              new Part("FirstStoreBenchmark\\.", 2, false)),
          PERIODS);

  /** The results in docs/performance.md for the JDK that runs this, in 27 minutes at most on two processors. */
  static final Profile FULL =
      new Profile(
          "full",
          Path.of("docs", "performance"),
          3,
          5,
          TimeValue.milliseconds(200),
          List.of(
              new Part("OperationsBenchmark\\." + PEERS + "\\.load$", 16, true),
              new Part(WRITES, 10, true),
              new Part("ReadMostlyBenchmark\\.", 3, false),
              new Part("FirstStoreBenchmark\\.", 5, false)),
          PERIODS);

  /**
   * Those of compareAndSwap alone, of all classes and controls, in 13 minutes at most on two processors. What it finds
   * takes the place of what {@link #FULL} has found of them, which is kept for the rest.
   */
  static final Profile COMPARE_AND_SWAP =
      new Profile(
          "compare-and-swap",
          FULL.folder,
          FULL.warmups,
          FULL.measurements,
          FULL.time,
          List.of(new Part(COMPARE_AND_SWAPS, 10, true)),
          PERIODS);

  /** Whether it measures part of what {@link #FULL} measures. */
  boolean isPart() {
    return this == COMPARE_AND_SWAP;
  }

  /**
   * Benchmarks that are measured in the same rounds.
   *
   * @param benchmarks a pattern of their names
   * @param rounds how many JVMs measure each of them
   * @param scaled whether to measure with one thread and with one per processor; else the benchmark itself says which
   *     threads it has
   */
  public record Part(String benchmarks, int rounds, boolean scaled) {}

  static Profile named(String name) {
    for (Profile profile : List.of(QUICK, FULL, COMPARE_AND_SWAP)) {
      if (profile.name.equals(name)) {
        return profile;
      }
    }
    throw new IllegalArgumentException(
        "there is no profile \"" + name + "\": pass -Dbench.profile=quick, full or compare-and-swap");
  }
}
