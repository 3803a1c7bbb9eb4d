package org.atomicvalue.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.atomicvalue.checkers.measure.Estimate;

/** The parts of {@link PerformanceDocument} that show {@link OperationsBenchmark} as ratios to its reference. */
final class OperationSections {

  private static final String REFERENCE = "AtomicReference";
  private static final String READ_BEFORE_WRITE = "ReadBeforeWrite";
  private static final String CLASS_COMPARISON = "ClassComparison";
  private static final String COMPARE_AND_EXCHANGE = "CompareAndExchange";
  /** What compareAndSwap of WaitFreeAtomicValue did formerly; measured since it does otherwise. */
  private static final String LOOK_BEFORE_EXCHANGE = "LookBeforeExchange";

  /** Not a class that was measured: what two controls add, put together. */
  private static final String BOTH_PARTS = CLASS_COMPARISON + " and " + READ_BEFORE_WRITE;

  /** Classes that are compared with the reference, and what the tables call them. */
  private static final Map<String, String> SUBJECTS = new LinkedHashMap<>();

  static {
    SUBJECTS.put("AtomicValue", "`AtomicValue`");
    SUBJECTS.put("WaitFreeAtomicValue", "`WaitFreeAtomicValue`");
    SUBJECTS.put("DeclaredAtomicValue", "`AtomicValue`, declared type");
    SUBJECTS.put("DeclaredWaitFreeAtomicValue", "`WaitFreeAtomicValue`, declared type");
  }

  private final List<Results> results;
  private final Path folder;

  OperationSections(List<Results> results, Path folder) {
    this.results = results;
    this.folder = folder;
  }

  /** A sentence for each operation: how many times as long it takes as its counterpart. */
  String inShort() {
    StringBuilder text = new StringBuilder();
    for (Operation operation : Operation.values()) {
      text.append("- %s takes, beside %s, %s in `WaitFreeAtomicValue`; %s in `AtomicValue`.\n".formatted(
          operation.title(), operation.counterpart(), ranges("WaitFreeAtomicValue", operation),
          ranges("AtomicValue", operation)));
    }
    String former = results.stream()
        .filter(result -> result.operation(LOOK_BEFORE_EXCHANGE, Operation.COMPARE_AND_SWAP.benchmark(), 1).isEmpty())
        .map(result -> "JDK " + result.java())
        .collect(Collectors.joining(" and "));
    if (!former.isEmpty()) {
      text.append("\n**On ").append(former)
          .append(" `compareAndSwap` of `WaitFreeAtomicValue` has not been measured since it")
          .append(
              " reads nothing before its exchange:** its figures on this page are those of its former algorithm.\n");
    }
    return text.toString();
  }

  /** By the number of threads, the least and the largest ratio of all JDKs. */
  private String ranges(String subject, Operation operation) {
    Map<Integer, DoubleSummaryStatistics> ratios = new TreeMap<>();
    for (Results result : results) {
      for (int threads : threadCounts(result)) {
        ratio(result, subject, operation, threads).ifPresent(
            ratio -> ratios.computeIfAbsent(threads, first -> new DoubleSummaryStatistics()).accept(ratio.mean()));
      }
    }
    return ratios.entrySet().stream()
        .map(each -> "%s times as long (%s)".formatted(
            range(each.getValue()), PerformanceDocument.threads(each.getKey())))
        .collect(Collectors.joining(" and "));
  }

  private static String range(DoubleSummaryStatistics ratios) {
    String least = String.format(Locale.ROOT, "%.2f", ratios.getMin());
    String largest = String.format(Locale.ROOT, "%.2f", ratios.getMax());
    return least.equals(largest) ? least : least + " to " + largest;
  }

  /** How many targets are met, and which are not. */
  String targets() {
    Map<String, List<String>> verdicts = new TreeMap<>();
    for (Results result : results) {
      for (int threads : threadCounts(result)) {
        for (String subject : SUBJECTS.keySet()) {
          for (Operation operation : Operation.values()) {
            OptionalDouble target = operation.target(subject);
            Optional<Estimate> ratio = ratio(result, subject, operation, threads);
            if (target.isPresent() && ratio.isPresent()) {
              verdicts.computeIfAbsent(ratio.get().verdict(target.getAsDouble()), first -> new ArrayList<>())
                  .add("- JDK %d, %s, %s, %s: %s, where %s is wanted\n".formatted(
                      result.java(), PerformanceDocument.threads(threads), SUBJECTS.get(subject), operation.title(),
                      ratio.get().with(3), twoDecimals(target)));
            }
          }
        }
      }
    }
    StringBuilder text = new StringBuilder("Of %d comparisons with a target, %d are met, %d missed and %d undecided.\n"
        .formatted(
            verdicts.values().stream().mapToInt(List::size).sum(),
            verdicts.getOrDefault("met", List.of()).size(),
            verdicts.getOrDefault("missed", List.of()).size(),
            verdicts.getOrDefault("undecided", List.of()).size()));
    for (String verdict : List.of("missed", "undecided")) {
      if (verdicts.containsKey(verdict)) {
        text.append("\n%s%s:\n\n".formatted(verdict.substring(0, 1).toUpperCase(Locale.ROOT), verdict.substring(1)));
        verdicts.get(verdict).forEach(text::append);
      }
    }
    return text.toString();
  }

  /** The ratios, the times of the reference, and the figures. */
  String operations() {
    List<String> headings = columns(results);
    StringBuilder ratios = heading("| operation | class | target |", headings);
    StringBuilder times = heading("| ns per operation |", headings);
    for (Operation operation : Operation.values()) {
      SUBJECTS.forEach((subject, title) -> {
        OptionalDouble target = operation.target(subject);
        List<String> cells = eachColumn(results, (result, threads) -> ratio(result, subject, operation, threads)
            .map(ratio -> ratio.with(3) + (target.isPresent() ? ", " + ratio.verdict(target.getAsDouble()) : "")));
        if (cells.stream().anyMatch(cell -> !cell.isEmpty())) {
          ratios.append("| %s | %s | %s | %s |\n".formatted(
              operation.title(), title, target.isPresent() ? twoDecimals(target) : "", String.join(" | ", cells)));
        }
      });
      times.append("| %s | %s |\n".formatted(
          operation.counterpart(),
          String.join(" | ",
              eachColumn(results, (result, threads) -> result.operation(REFERENCE, operation.benchmark(), threads)
                  .map(rounds -> Estimate.of(rounds).with(2))))));
    }
    return ratios + "\n" + times + figure(false) + figure(true);
  }

  /**
   * What reading a second word before a write costs, and what our operations cost beyond that; none if not measured.
   */
  Optional<String> secondWord() {
    return control(
        READ_BEFORE_WRITE,
        List.of(
            new Ratio("a read before the write / `AtomicReference`", READ_BEFORE_WRITE, REFERENCE),
            new Ratio("`WaitFreeAtomicValue` / a read before the write", "WaitFreeAtomicValue", READ_BEFORE_WRITE),
            new Ratio("`AtomicValue` / a read before the write", "AtomicValue", READ_BEFORE_WRITE)));
  }

  /** What comparing the class of the new value costs, and our operations beyond that; none if not measured. */
  Optional<String> classComparison() {
    return control(
        CLASS_COMPARISON,
        List.of(
            new Ratio("comparing classes / `AtomicReference`", CLASS_COMPARISON, REFERENCE),
            new Ratio("`WaitFreeAtomicValue` / comparing classes", "WaitFreeAtomicValue", CLASS_COMPARISON)));
  }

  /** What these two parts together cost in compareAndSwap, and our operation beyond that; none if not measured. */
  Optional<String> bothParts() {
    return control(
        CLASS_COMPARISON,
        List.of(
            new Ratio("both parts / `AtomicReference`", BOTH_PARTS, REFERENCE),
            new Ratio("`WaitFreeAtomicValue` / both parts", "WaitFreeAtomicValue", BOTH_PARTS),
            new Ratio("`AtomicValue` / both parts", "AtomicValue", BOTH_PARTS)));
  }

  /** What an exchange costs whose result is looked at, and what a look before it costs; none if not measured. */
  Optional<String> exchange() {
    return control(
        COMPARE_AND_EXCHANGE,
        List.of(
            new Ratio("exchanging and looking / `AtomicReference`", COMPARE_AND_EXCHANGE, REFERENCE),
            new Ratio("looking before / `AtomicReference`", LOOK_BEFORE_EXCHANGE, REFERENCE),
            new Ratio("`WaitFreeAtomicValue` / looking before", "WaitFreeAtomicValue", LOOK_BEFORE_EXCHANGE)));
  }

  /** Of two classes. */
  private record Ratio(String title, String dividend, String divisor) {}

  /** The ratios on the JDKs for which there are results of a control. */
  private Optional<String> control(String control, List<Ratio> ratios) {
    List<Results> measured = results.stream()
        .filter(result -> Stream.of(Operation.values())
            .anyMatch(operation -> result.operation(control, operation.benchmark(), 1).isPresent()))
        .toList();
    if (measured.isEmpty()) {
      return Optional.empty();
    }
    StringBuilder table = heading("| operation | ratio |", columns(measured));
    for (Operation operation : Operation.values()) {
      for (Ratio each : ratios) {
        List<String> cells = eachColumn(measured, (result, threads) -> ratio(
            result, each.dividend, each.divisor, operation, threads).map(ratio -> ratio.with(3)));
        if (cells.stream().anyMatch(cell -> !cell.isEmpty())) {
          table.append("| %s | %s | %s |\n".formatted(operation.title(), each.title, String.join(" | ", cells)));
        }
      }
    }
    return Optional.of(table.toString());
  }

  void draw(Charts charts) throws IOException {
    for (boolean all : List.of(false, true)) {
      charts.ratios(file(all), "Time of an operation / time of its counterpart in AtomicReference, "
          + (all ? "all processors" : "1 thread"), bars(all));
    }
  }

  private String figure(boolean all) {
    return "\n![Ratios, %s](%s/%s)\n\n*Time of an operation as a multiple of that of its counterpart in %s, %s; "
        .formatted(all ? "all processors" : "1 thread", folder.getFileName(), file(all), "`AtomicReference`",
            all ? "on all processors at once" : "by one thread")
        + "error bars: 95 % confidence. " + PerformanceDocument.caption(results) + "*\n";
  }

  private static String file(boolean all) {
    return all ? "operations-all-processors.svg" : "operations-1-thread.svg";
  }

  /** From the name of a series, a class on a JDK, and of an operation to the ratio. */
  private Map<String, Map<String, Estimate>> bars(boolean all) {
    Map<String, Map<String, Estimate>> series = new LinkedHashMap<>();
    for (String subject : List.of("AtomicValue", "WaitFreeAtomicValue")) {
      for (Results result : results) {
        Map<String, Estimate> bars = new LinkedHashMap<>();
        for (Operation operation : Operation.values()) {
          ratio(result, subject, operation, all ? result.machine().processors() : 1)
              .ifPresent(ratio -> bars.put(operation.title().replace("`", "").replace("that ", ""), ratio));
        }
        series.put(subject + ", JDK " + result.java(), bars);
      }
    }
    return series;
  }

  static Optional<Estimate> ratio(Results result, String subject, Operation operation, int threads) {
    return ratio(result, subject, REFERENCE, operation, threads);
  }

  private static Optional<Estimate> ratio(
      Results result, String dividend, String divisor, Operation operation, int threads) {
    return rounds(result, dividend, operation, threads)
        .flatMap(own -> rounds(result, divisor, operation, threads)
            .map(other -> Estimate.ofRatio(own, other)));
  }

  private static Optional<double[]> rounds(Results result, String holder, Operation operation, int threads) {
    return holder.equals(BOTH_PARTS)
        ? bothParts(result, operation, threads)
        : result.operation(holder, operation.benchmark(), threads);
  }

  /**
   * The time of the reference in each round, multiplied by what each of the two controls costs more in that round. None
   * for store and swap, in which the comparison of classes reads a second word already.
   */
  private static Optional<double[]> bothParts(Results result, Operation operation, int threads) {
    if (operation != Operation.COMPARE_AND_SWAP && operation != Operation.FAILING_COMPARE_AND_SWAP) {
      return Optional.empty();
    }
    return result.operation(CLASS_COMPARISON, operation.benchmark(), threads)
        .flatMap(classes -> result.operation(READ_BEFORE_WRITE, operation.benchmark(), threads)
            .flatMap(read -> result.operation(REFERENCE, operation.benchmark(), threads)
                .map(reference -> IntStream.range(0, reference.length)
                    .mapToDouble(round -> classes[round] * read[round] / reference[round])
                    .toArray())));
  }

  private static List<String> columns(List<Results> results) {
    return results.stream()
        .flatMap(result -> threadCounts(result).stream()
            .map(threads -> "JDK " + result.java() + ", " + PerformanceDocument.threads(threads)))
        .toList();
  }

  private static StringBuilder heading(String first, List<String> columns) {
    long labels = first.chars().filter(c -> c == '|').count() - 1;
    return new StringBuilder(first)
        .append(columns.stream().collect(Collectors.joining(" | ", " ", " |\n|")))
        .append("---|".repeat((int) labels))
        .append("--:|".repeat(columns.size()))
        .append('\n');
  }

  /** The cells of a row, one for each JDK and number of threads. */
  private static List<String> eachColumn(
      List<Results> results, BiFunction<Results, Integer, Optional<String>> cell) {
    return results.stream()
        .flatMap(result -> threadCounts(result).stream().map(threads -> cell.apply(result, threads).orElse("")))
        .toList();
  }

  static List<Integer> threadCounts(Results result) {
    return Stream.of(1, result.machine().processors()).distinct().toList();
  }

  private static String twoDecimals(OptionalDouble number) {
    return String.format(Locale.ROOT, "%.2f", number.getAsDouble());
  }
}
