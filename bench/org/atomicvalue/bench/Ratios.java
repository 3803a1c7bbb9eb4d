package org.atomicvalue.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.atomicvalue.checkers.measure.Estimate;

/**
 * What a run of {@link OperationsBenchmark} found, for the report of a build; {@link PerformanceDocument} says more.
 *
 * @param processor of the machine that was measured, which need not be that of the build
 * @param command what has to be typed to do the same
 */
public record Ratios(String jdk, String processor, String date, String command, List<Row> rows) {

  /**
   * A ratio of times.
   *
   * @param holder the class
   * @param operation its method
   * @param counterpart what it is compared with
   * @param margin half of the confidence interval of 95 %
   * @param target the largest ratio that is good enough; 0 where nothing is demanded
   * @param verdict "met", "missed" or "undecided"; empty where nothing is demanded
   */
  public record Row(String holder, String operation, String counterpart, int threads, double ratio, double margin,
      double target, String verdict) {}

  /** All that are kept in a folder, one for each JDK. */
  public static List<Ratios> in(Path folder) throws IOException {
    return Results.in(folder).stream().map(Ratios::of).toList();
  }

  private static Ratios of(Results results) {
    List<Row> rows = new ArrayList<>();
    for (int threads : OperationSections.threadCounts(results)) {
      for (Operation operation : Operation.values()) {
        for (String holder : List.of("AtomicValue", "WaitFreeAtomicValue")) {
          OperationSections.ratio(results, holder, operation, threads)
              .ifPresent(ratio -> rows.add(row(holder, operation, threads, ratio)));
        }
      }
    }
    return new Ratios(results.machine().jdk(), results.machine().processor(), results.date(), results.command(), rows);
  }

  private static Row row(String holder, Operation operation, int threads, Estimate ratio) {
    OptionalDouble target = operation.target(holder);
    return new Row(holder, plain(operation.title()), plain(operation.counterpart()), threads, ratio.mean(),
        Double.isNaN(ratio.margin()) ? 0 : ratio.margin(), target.orElse(0),
        target.isPresent() ? ratio.verdict(target.getAsDouble()) : "");
  }

  private static String plain(String markdown) {
    return markdown.replace("`", "");
  }
}
