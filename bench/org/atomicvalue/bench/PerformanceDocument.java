package org.atomicvalue.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.atomicvalue.checkers.documents.GeneratedSection;
import org.atomicvalue.checkers.measure.Estimate;

/**
 * The tables and figures in {@code docs/performance.md}, between the lines {@code <!-- generated: ... -->} and {@code
 * <!-- end -->}, and the pictures in {@code docs/performance}: made from the results in that folder and from nothing
 * else. The text around them is written by hand.
 *
 * <p>{@link Benchmarks}, {@link GeneratedCode} and {@link GoComparison} write it; {@code mvn test-compile
 * exec:exec@bench-document} does so without measuring.
 */
public final class PerformanceDocument {

  public static final Path TEXT = Path.of("docs", "performance.md");
  public static final Path RESULTS = Path.of("docs", "performance");

  private static final String NOTHING = "Nothing has been measured.\n";

  private final Path folder;
  private final List<Results> results;
  private final Optional<GoComparison> go;

  public PerformanceDocument(Path folder) throws IOException {
    this.folder = folder;
    this.results = Results.in(folder);
    this.go = GoComparison.in(folder);
  }

  public static void main(String[] args) throws IOException {
    new PerformanceDocument(RESULTS).write();
  }

  /** Draws the figures in the folder of the results, and writes the document beside that folder. */
  void write() throws IOException {
    if (!results.isEmpty()) {
      Charts charts = new Charts(folder);
      new OperationSections(results, folder).draw(charts);
      new ReadMostlySection(results, folder).draw(charts);
    }
    Path document = folder.resolveSibling(TEXT.getFileName());
    Files.writeString(document, rendered(Files.readString(TEXT)));
    System.out.println("wrote " + document);
  }

  /** The document with all that is generated in it made anew. */
  public String rendered(String text) throws IOException {
    Map<String, String> sections = new LinkedHashMap<>();
    if (results.isEmpty()) {
      List.of(
          "in-short", "runs", "targets", "operations", "class-comparison", "exchange", "second-word", "both-parts",
          "read-mostly", "first-store")
          .forEach(name -> sections.put(name, NOTHING));
    } else {
      OperationSections operations = new OperationSections(results, folder);
      sections.put("in-short", operations.inShort());
      sections.put("runs", runs());
      sections.put("targets", operations.targets());
      sections.put("operations", operations.operations());
      sections.put("class-comparison", operations.classComparison().orElse(NOTHING));
      sections.put("exchange", operations.exchange().orElse(NOTHING));
      sections.put("second-word", operations.secondWord().orElse(NOTHING));
      sections.put("both-parts", operations.bothParts().orElse(NOTHING));
      sections.put("read-mostly", new ReadMostlySection(results, folder).text());
      sections.put("first-store", firstStore());
    }
    sections.put("code", GeneratedCode.in(folder));
    sections.put("go", go.map(GoComparison::section).orElse(NOTHING));
    for (Map.Entry<String, String> section : sections.entrySet()) {
      text = GeneratedSection.replace(TEXT, text, section.getKey(), section.getValue());
    }
    return text;
  }

  private String runs() throws IOException {
    StringBuilder table =
        new StringBuilder("| JDK | machine | collector | measured | command |\n|---|---|---|---|---|\n");
    for (Results result : Results.runs(folder)) {
      table.append("| %s | %s | %s | %s, in %s min | `%s` |\n".formatted(
          result.machine().jdk(), result.machine(), result.machine().collectors(), result.date(), result.minutes(),
          result.command()));
    }
    return table.toString();
  }

  private String firstStore() {
    StringBuilder table = new StringBuilder("| µs until every store has returned | JDK | threads |");
    Results.PERCENTILES.forEach(percentile -> table.append(percentile == 50 ? " median |" : " " + percentile + " % |"));
    table.append("\n|---|--:|--:|").append("--:|".repeat(Results.PERCENTILES.size())).append('\n');
    for (Results result : results) {
      for (String holder : List.of("AtomicValue", "WaitFreeAtomicValue", "AtomicReference")) {
        table.append("| `%s` | %d | %d |".formatted(
            holder, result.java(), FirstStoreBenchmark.RACERS_PER_PROCESSOR * result.machine().processors()));
        Results.PERCENTILES.forEach(percentile -> table.append(' ')
            .append(Estimate.of(result.firstStore(holder, percentile)).with(0)).append(" |"));
        table.append('\n');
      }
    }
    return table.toString();
  }

  static String threads(int count) {
    return count == 1 ? "1 thread" : count + " threads";
  }

  /** What belongs under every figure: machine, JDK, command. */
  static String caption(List<Results> results) {
    return results.stream()
        .map(result -> "JDK %s on %s; `%s`, %s.".formatted(
            result.machine().jdk(), result.machine(), result.command(), result.date()))
        .collect(Collectors.joining(" "));
  }
}
