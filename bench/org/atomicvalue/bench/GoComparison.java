package org.atomicvalue.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.math3.stat.StatUtils;
import org.atomicvalue.checkers.measure.Estimate;
import org.atomicvalue.checkers.measure.Machine;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * The same parallel reads in Go and in Java, one after the other on the same machine: what {@code bench/go/run} found.
 * Its main method runs both and writes {@code docs/performance/go.json}.
 *
 * @param go version and platform, as Go gives them
 * @param nanos from the name of a benchmark, {@code "Go Value"} or {@code "Java atomicValue"}, and a number of threads
 *     to the time per read of all threads together, in each round
 */
record GoComparison(
    Machine machine, String go, String command, String date, Map<String, Map<Integer, List<Double>>> nanos) {

  private static final Path SOURCES = Path.of("bench", "go");
  private static final String FILE = "go.json";
  private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
  private static final int ROUNDS = 6;
  private static final Pattern GO_RESULT =
      Pattern.compile("(?m)^Benchmark(\\w+?)(?:-(\\d+))?\\s+\\d+\\s+([\\d.]+) ns/op");

  private static final Profile JAVA =
      new Profile(
          "go",
          Path.of("docs", "performance"),
          3,
          5,
          TimeValue.milliseconds(200),
          List.of(new Profile.Part("ValueReadBenchmark\\.", ROUNDS, true)),
          List.of());

  public static void main(String[] args) throws Exception {
    Machine machine = Machine.current();
    Map<String, Map<Integer, List<Double>>> nanos = new TreeMap<>();
    String version = run("go", "version").trim();
    System.out.println(version);
    String output = run("go", "test", "-run", "^$", "-bench", ".", "-benchtime", "1s", "-count", "" + ROUNDS,
        "-cpu", machine.processors() == 1 ? "1" : "1," + machine.processors());
    Matcher line = GO_RESULT.matcher(output);
    while (line.find()) {
      int threads = line.group(2) == null ? 1 : Integer.parseInt(line.group(2));
      add(nanos, "Go " + line.group(1), threads, Double.parseDouble(line.group(3)));
    }
    for (RunResult run : new Rounds(JAVA, System.out::println).run()) {
      String benchmark = run.getParams().getBenchmark();
      int threads = run.getParams().getThreads();
      for (BenchmarkResult round : run.getBenchmarkResults()) {
        double[] iterations = round.getIterationResults().stream()
            .mapToDouble(iteration -> iteration.getPrimaryResult().getScore())
            .toArray();
        // JMH gives the time that a read takes a thread, Go the time divided by the reads of all threads.
        add(nanos, "Java " + benchmark.substring(benchmark.lastIndexOf('.') + 1), threads,
            StatUtils.percentile(iterations, 50) / threads);
      }
    }
    GoComparison comparison = new GoComparison(
        machine,
        version.replace("go version ", ""),
        "bench/go/run",
        LocalDate.now(ZoneOffset.UTC).toString(),
        nanos);
    Files.createDirectories(JAVA.folder());
    Files.writeString(JAVA.folder().resolve(FILE), JSON.writeValueAsString(comparison) + "\n");
    System.out.println(comparison.table());
    new PerformanceDocument(JAVA.folder()).write();
  }

  static Optional<GoComparison> in(Path folder) throws IOException {
    Path file = folder.resolve(FILE);
    return Files.exists(file) ? Optional.of(JSON.readValue(file.toFile(), GoComparison.class)) : Optional.empty();
  }

  /** In Markdown. */
  String table() {
    List<Integer> threads = new ArrayList<>(nanos.values().iterator().next().keySet());
    StringBuilder table = new StringBuilder("| ns per read |");
    threads.forEach(count -> table.append(' ').append(PerformanceDocument.threads(count)).append(" |"));
    table.append("\n|---|").append("--:|".repeat(threads.size())).append('\n');
    nanos.forEach((name, byThreads) -> {
      table.append("| ").append(name.replaceFirst(" (\\w+)", " `$1`")).append(" |");
      threads.forEach(count -> {
        double[] rounds = byThreads.get(count).stream().mapToDouble(each -> each).toArray();
        table.append(' ').append(Estimate.of(rounds).with(2)).append(" |");
      });
      table.append('\n');
    });
    return table.toString();
  }

  /** The table with its caption. */
  String section() {
    return table() + "\n*Go %s; JDK %s. %s; `%s`, %s. Margins: 95 %% confidence.*\n".formatted(
        go.replaceFirst("^go", ""), machine.jdk(), machine, command, date);
  }

  private static void add(Map<String, Map<Integer, List<Double>>> nanos, String name, int threads, double figure) {
    nanos.computeIfAbsent(name, first -> new TreeMap<>())
        .computeIfAbsent(threads, first -> new ArrayList<>())
        .add(figure);
  }

  private static String run(String... command) throws IOException, InterruptedException {
    System.out.println(String.join(" ", command));
    Process process = new ProcessBuilder(command)
        .directory(SOURCES.toFile())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IllegalStateException(String.join(" ", command) + " failed in " + SOURCES + ": " + output);
    }
    return output;
  }
}
