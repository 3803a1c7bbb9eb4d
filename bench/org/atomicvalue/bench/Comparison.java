package org.atomicvalue.bench;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/**
 * The time of an operation of {@code AtomicValue} as a multiple of that of {@code AtomicReference}, both from one run
 * of JMH. The margin of the ratio is the root of the sum of the squares of the two relative errors that JMH gives at its
 * confidence of 99.9 %.
 *
 * @param operation the benchmark class and, where threads do different things, what the thread does
 * @param value the time of {@code AtomicValue}
 * @param reference the time of {@code AtomicReference}
 * @param unit of both times, "ns/op"
 */
record Comparison(String operation, Result<?> value, Result<?> reference, String unit) {

  private static final String VALUE = "atomicValue";
  private static final String REFERENCE = "atomicReference";

  /** Pairs the results that differ in nothing but the class measured. */
  static List<Comparison> of(Collection<RunResult> results) {
    Map<String, Result<?>> scores = new TreeMap<>();
    for (RunResult run : results) {
      String benchmark = run.getParams().getBenchmark();
      if (run.getSecondaryResults().isEmpty()) {
        scores.put(benchmark, run.getPrimaryResult());
      }
      String type = benchmark.substring(0, benchmark.lastIndexOf('.') + 1);
      run.getSecondaryResults().forEach((method, score) -> scores.put(type + method, score));
    }
    List<Comparison> comparisons = new ArrayList<>();
    scores.forEach((benchmark, reference) -> {
      Result<?> value = scores.get(benchmark.replace("." + REFERENCE, "." + VALUE));
      if (benchmark.contains("." + REFERENCE) && value != null) {
        String operation = benchmark.replaceFirst("^.*\\.(\\w+)\\." + REFERENCE, "$1 ").trim();
        comparisons.add(new Comparison(operation, value, reference, value.getScoreUnit()));
      }
    });
    return comparisons;
  }

  double ratio() {
    return value.getScore() / reference.getScore();
  }

  double margin() {
    return ratio()
        * Math.hypot(value.getScoreError() / value.getScore(), reference.getScoreError() / reference.getScore());
  }

  /** The ratio with its margin. */
  String summary() {
    return String.format(Locale.ROOT, "%.2f ± %.2f", ratio(), margin());
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%-28s %8.2f ± %-6.2f %8.2f ± %-6.2f %s   %s",
        operation,
        value.getScore(),
        value.getScoreError(),
        reference.getScore(),
        reference.getScoreError(),
        unit,
        summary());
  }
}
