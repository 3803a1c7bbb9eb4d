package org.atomicvalue.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The tables and figures in {@code docs/performance.md}, between the lines {@code <!-- generated: ... -->} and {@code
 * <!-- end -->}, and the pictures in {@code docs/performance}: made from all the results in that folder and from nothing
 * else. The text around them is written by hand.
 *
 * <p>{@link Benchmarks} and {@link GoComparison} write it; {@code mvn test-compile exec:exec@bench-document} does so
 * without measuring.
 */
final class PerformanceDocument {

  static final Path TEXT = Path.of("docs", "performance.md");
  static final Path RESULTS = Path.of("docs", "performance");

  private static final String REFERENCE = "AtomicReference";

  /** Classes that are compared with {@code AtomicReference}, and what the tables call them. */
  private static final Map<String, String> SUBJECTS = new LinkedHashMap<>();

  /** Holders that are read, and what the tables call them. */
  private static final Map<String, String> READ_HOLDERS = new LinkedHashMap<>();

  static {
    SUBJECTS.put("AtomicValue", "`AtomicValue`");
    SUBJECTS.put("WaitFreeAtomicValue", "`WaitFreeAtomicValue`");
    SUBJECTS.put("DeclaredAtomicValue", "`AtomicValue`, declared type");
    SUBJECTS.put("DeclaredWaitFreeAtomicValue", "`WaitFreeAtomicValue`, declared type");
    READ_HOLDERS.put("AtomicValue", "`AtomicValue`");
    READ_HOLDERS.put("WaitFreeAtomicValue", "`WaitFreeAtomicValue`");
    READ_HOLDERS.put(REFERENCE, "`AtomicReference`");
    READ_HOLDERS.put("VolatileField", "volatile field");
    READ_HOLDERS.put("StampedLock", "`StampedLock`, optimistic reads");
    READ_HOLDERS.put("ReadWriteLock", "`ReentrantReadWriteLock`");
    READ_HOLDERS.put("Synchronized", "`synchronized`");
  }

  private final Path folder;
  private final List<Results> results;
  private final Optional<GoComparison> go;

  PerformanceDocument(Path folder) throws IOException {
    this.folder = folder;
    this.results = Results.in(folder);
    this.go = GoComparison.in(folder);
  }

  public static void main(String[] args) throws IOException {
    new PerformanceDocument(RESULTS).write();
  }

  /** Draws the figures in the folder of the results, and writes the document beside that folder. */
  void write() throws IOException {
    Charts charts = new Charts(folder);
    if (!results.isEmpty()) {
      for (boolean all : List.of(false, true)) {
        charts.ratios(ratioFigure(all), "Time of an operation / time of its counterpart in AtomicReference, "
            + (all ? "all processors" : "1 thread"), ratios(all));
      }
      for (Results result : results) {
        charts.readMostly(readMostlyFigure(result), "JDK " + result.java() + ": time of a read, one writer at work",
            Profile.PERIODS, readTimes(result));
      }
    }
    Path document = folder.resolveSibling(TEXT.getFileName());
    Files.writeString(document, rendered(Files.readString(TEXT)));
    System.out.println("wrote " + document);
  }

  /** The document with all that is generated in it made anew. */
  String rendered(String text) {
    Map<String, String> sections = new LinkedHashMap<>();
    sections.put("runs", runs());
    sections.put("targets", targets());
    sections.put("operations", operations());
    sections.put("code", generatedCode());
    sections.put("read-mostly", readMostly());
    sections.put("first-store", firstStore());
    sections.put("go", goTable());
    for (Map.Entry<String, String> section : sections.entrySet()) {
      Pattern place =
          Pattern.compile("(?s)(<!-- generated: " + section.getKey() + " -->\n)(.*?)(<!-- end -->)");
      Matcher matcher = place.matcher(text);
      if (!matcher.find()) {
        throw new IllegalStateException(TEXT + " has no place for the generated section \"" + section.getKey() + "\"");
      }
      text = matcher.replaceFirst("$1\n" + Matcher.quoteReplacement(section.getValue()) + "\n$3");
    }
    return text;
  }

  private String runs() {
    if (results.isEmpty()) {
      return "Nothing has been measured.\n";
    }
    StringBuilder table = new StringBuilder("| JDK | machine | collector | measured | command |\n|---|---|---|---|---|\n");
    for (Results result : results) {
      table.append("| %s | %s | %s | %s, in %.1f min | `%s` |\n".formatted(
          result.machine().jdk(), result.machine(), result.machine().collectors(), result.date(), result.minutes(),
          result.command()));
    }
    return table.toString();
  }

  private String targets() {
    Map<String, List<String>> verdicts = new TreeMap<>();
    for (Results result : results) {
      for (int threads : threadCounts(result)) {
        for (String subject : SUBJECTS.keySet()) {
          for (Operation operation : Operation.values()) {
            OptionalDouble target = operation.target(subject);
            Optional<Estimate> ratio = ratio(result, subject, operation, threads);
            if (target.isPresent() && ratio.isPresent()) {
              verdicts.computeIfAbsent(ratio.get().verdict(target.getAsDouble()), first -> new ArrayList<>())
                  .add("- JDK %d, %s, %s, %s: %s, where %.2f is wanted\n".formatted(result.java(), threads(threads),
                      SUBJECTS.get(subject), operation.title(), ratio.get().with(3), target.getAsDouble()));
            }
          }
        }
      }
    }
    int total = verdicts.values().stream().mapToInt(List::size).sum();
    StringBuilder text = new StringBuilder("Of %d comparisons with a target, the target is met in %d, missed in %d and"
        .formatted(total, count(verdicts, "met"), count(verdicts, "missed")));
    text.append(" undecided in %d.\n".formatted(count(verdicts, "undecided")));
    for (String verdict : List.of("missed", "undecided")) {
      if (verdicts.containsKey(verdict)) {
        text.append("\nThe target is ").append(verdict).append(":\n\n");
        verdicts.get(verdict).forEach(text::append);
      }
    }
    return text.toString();
  }

  private static int count(Map<String, List<String>> verdicts, String verdict) {
    return verdicts.getOrDefault(verdict, List.of()).size();
  }

  private String operations() {
    if (results.isEmpty()) {
      return "Nothing has been measured.\n";
    }
    StringBuilder text = new StringBuilder("| operation | class | target |");
    StringBuilder times = new StringBuilder("| ns per operation |");
    int columns = 0;
    for (Results result : results) {
      for (int threads : threadCounts(result)) {
        String heading = " JDK %d, %s |".formatted(result.java(), threads(threads));
        text.append(heading);
        times.append(heading);
        columns++;
      }
    }
    text.append("\n|---|---|--:|").append("--:|".repeat(columns)).append('\n');
    times.append("\n|---|").append("--:|".repeat(columns)).append('\n');
    for (Operation operation : Operation.values()) {
      SUBJECTS.forEach((subject, title) -> {
        OptionalDouble target = operation.target(subject);
        String cells = eachColumn((result, threads) -> ratio(result, subject, operation, threads)
            .map(ratio -> ratio.with(3) + (target.isPresent() ? ", " + ratio.verdict(target.getAsDouble()) : "")));
        if (!cells.isBlank()) {
          text.append("| %s | %s | %s |".formatted(operation.title(), title,
              target.isPresent() ? String.format(Locale.ROOT, "%.2f", target.getAsDouble()) : ""));
          text.append(cells).append('\n');
        }
      });
      times.append("| `AtomicReference.%s`%s |".formatted(operation.counterpart(),
          operation == Operation.FAILING_COMPARE_AND_SWAP ? " that fails" : ""));
      times.append(eachColumn((result, threads) -> result.operation(REFERENCE, operation.benchmark(), threads)
          .map(rounds -> Estimate.of(rounds).with(2)))).append('\n');
    }
    text.append('\n').append(times);
    for (boolean all : List.of(false, true)) {
      text.append("\n![Ratios, %s](%s)\n\n".formatted(all ? "all processors" : "1 thread",
          link(ratioFigure(all))));
      text.append("*Time of an operation as a multiple of the time of its counterpart in `AtomicReference`, %s;"
          .formatted(all ? "on all processors at once" : "one thread"));
      text.append(" bars: 95 % confidence. ").append(caption(results)).append("*\n");
    }
    return text.toString();
  }

  private interface Cell {
    Optional<String> of(Results result, int threads);
  }

  /** The cells of a row, one for each JDK and number of threads; blank if there is nothing in any of them. */
  private String eachColumn(Cell cell) {
    List<String> cells = results.stream()
        .flatMap(result -> threadCounts(result).stream().map(threads -> cell.of(result, threads).orElse("")))
        .toList();
    return cells.stream().allMatch(String::isEmpty) ? "" : cells.stream().collect(Collectors.joining(" | ", " ", " |"));
  }

  private String readMostly() {
    StringBuilder text = new StringBuilder();
    for (Results result : results) {
      int readers = Math.max(1, result.machine().processors() - 1);
      text.append("JDK %d, %d %s; ns per read, by the time between two writes:\n\n"
          .formatted(result.java(), readers, readers == 1 ? "reader" : "readers"));
      text.append(periodTable(result, "reader", 1));
      text.append("\nThe time between two writes that the writer achieved, in µs:\n\n");
      text.append(periodTable(result, "writer", 1_000));
      text.append("\n![Reads beside a writer, JDK %d](%s)\n\n".formatted(
          result.java(), link(readMostlyFigure(result))));
      text.append("*Time of a read while one thread writes, by the time between two writes; bars: 95 % confidence. ");
      text.append(caption(List.of(result))).append("*\n\n");
    }
    return results.isEmpty() ? "Nothing has been measured.\n" : text.toString().stripTrailing() + "\n";
  }

  private String periodTable(Results result, String thread, double unit) {
    StringBuilder table = new StringBuilder("| |");
    Profile.PERIODS.forEach(period -> table.append(" ").append(period(period)).append(" |"));
    table.append("\n|---|").append("--:|".repeat(Profile.PERIODS.size())).append('\n');
    READ_HOLDERS.forEach((holder, title) -> {
      table.append("| ").append(title).append(" |");
      for (long period : Profile.PERIODS) {
        double[] rounds = scaled(result.readMostly(holder, period, thread).orElseThrow(), unit);
        table.append(' ').append(Estimate.of(rounds).with(2)).append(" |");
      }
      table.append('\n');
    });
    return table.toString();
  }

  private static double[] scaled(double[] rounds, double unit) {
    return Arrays.stream(rounds).map(each -> each / unit).toArray();
  }

  private static String period(long micros) {
    return micros < 1_000 ? micros + " µs" : micros / 1_000 + " ms";
  }

  private String firstStore() {
    if (results.isEmpty()) {
      return "Nothing has been measured.\n";
    }
    StringBuilder table = new StringBuilder("| µs until every store has returned | JDK | threads |");
    Results.PERCENTILES.forEach(percentile -> table.append(" %s %% |".formatted(percentile.toString().replace(".0", ""))));
    table.append("\n|---|--:|--:|").append("--:|".repeat(Results.PERCENTILES.size())).append('\n');
    for (Results result : results) {
      for (String holder : List.of("AtomicValue", "WaitFreeAtomicValue", REFERENCE)) {
        table.append("| %s | %d | %d |".formatted(READ_HOLDERS.get(holder), result.java(),
            FirstStoreBenchmark.RACERS_PER_PROCESSOR * result.machine().processors()));
        for (double percentile : Results.PERCENTILES) {
          double[] rounds = result.firstStore(holder, percentile).orElseThrow();
          table.append(' ').append(Estimate.of(rounds).with(0)).append(" |");
        }
        table.append('\n');
      }
    }
    return table.toString();
  }

  private String goTable() {
    return go.map(comparison -> comparison.table()
            + "\n*%s; Java %s. %s; `%s`, %s. Margins: 95 %% confidence.*\n".formatted(
                "Go " + comparison.go().replaceFirst("^go", ""), comparison.machine().jdk(), comparison.machine(),
                comparison.command(), comparison.date()))
        .orElse("Nothing has been measured.\n");
  }

  private String generatedCode() {
    String listings = results.stream()
        .map(result -> GeneratedCode.file(folder, result.java()))
        .filter(Files::exists)
        .map(PerformanceDocument::listing)
        .collect(Collectors.joining("\n"));
    return listings.isEmpty() ? "Nothing has been printed.\n" : listings;
  }

  private static String listing(Path file) {
    try {
      return "```\n" + Files.readString(file) + "```\n";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Optional<Estimate> ratio(Results result, String subject, Operation operation, int threads) {
    Optional<double[]> own = result.operation(subject, operation.benchmark(), threads);
    Optional<double[]> reference = result.operation(REFERENCE, operation.benchmark(), threads);
    return own.isPresent() && reference.isPresent()
        ? Optional.of(Estimate.ofRatio(own.get(), reference.get()))
        : Optional.empty();
  }

  /** From the name of a series, a class on a JDK, and of an operation to the ratio. */
  private Map<String, Map<String, Estimate>> ratios(boolean all) {
    Map<String, Map<String, Estimate>> series = new LinkedHashMap<>();
    for (String subject : List.of("AtomicValue", "WaitFreeAtomicValue")) {
      for (Results result : results) {
        Map<String, Estimate> bars = new LinkedHashMap<>();
        for (Operation operation : Operation.values()) {
          ratio(result, subject, operation, all ? result.machine().processors() : 1)
              .ifPresent(ratio -> bars.put(operation.title().replace("`", ""), ratio));
        }
        series.put(subject + ", JDK " + result.java(), bars);
      }
    }
    return series;
  }

  /** From the name of a holder to the time of a read for each period. */
  private static Map<String, List<Estimate>> readTimes(Results result) {
    Map<String, List<Estimate>> lines = new LinkedHashMap<>();
    READ_HOLDERS.forEach((holder, title) -> lines.put(
        title.replace("`", ""),
        Profile.PERIODS.stream()
            .map(period -> Estimate.of(result.readMostly(holder, period, "reader").orElseThrow()))
            .toList()));
    return lines;
  }

  private static List<Integer> threadCounts(Results result) {
    return Stream.of(1, result.machine().processors()).distinct().toList();
  }

  static String threads(int count) {
    return count == 1 ? "1 thread" : count + " threads";
  }

  private static String ratioFigure(boolean all) {
    return all ? "operations-all-processors.svg" : "operations-1-thread.svg";
  }

  private static String readMostlyFigure(Results result) {
    return "read-mostly-jdk-" + result.java() + ".svg";
  }

  private String link(String figure) {
    return folder.getFileName() + "/" + figure;
  }

  private static String caption(List<Results> results) {
    return results.stream()
        .map(result -> "JDK %s on %s; `%s`, %s.".formatted(
            result.machine().jdk(), result.machine(), result.command(), result.date()))
        .collect(Collectors.joining(" "));
  }
}
