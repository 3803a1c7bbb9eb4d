package org.atomicvalue.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.commons.math3.stat.StatUtils;
import org.atomicvalue.checkers.measure.Machine;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatFactory;
import org.openjdk.jmh.results.format.ResultFormatType;

/**
 * What a run of a profile on a JDK found: the content of a file {@code jdk-*.json}, or of several.
 *
 * @param java the feature version of the JDK
 * @param command what has to be typed to do the same
 * @param jmh the results as JMH writes them, in rounds instead of forks, without the path of the JVM and the
 *     percentiles; of benchmarks in sampling mode {@value #SAMPLES} per round instead of the histograms
 */
public record Results(
    int java, Machine machine, String profile, String command, String date, double minutes, JsonNode jmh) {

  static final List<Double> PERCENTILES = List.of(50.0, 99.0, 99.9);

  private static final String SAMPLES = "percentilesOfRounds";
  private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  /**
   * The results of all JDKs in a folder, in the order of their versions. Where a part has been measured again, what was
   * found then takes the place of what had been found before, so that what is compared was measured in one run.
   */
  static List<Results> in(Path folder) throws IOException {
    return runs(folder).stream()
        .collect(Collectors.toMap(Results::java, each -> each, Results::with, TreeMap::new))
        .values().stream()
        .toList();
  }

  /** What each run in a folder found: by JDK, and of these, that of everything first. */
  static List<Results> runs(Path folder) throws IOException {
    if (Files.notExists(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().matches("jdk-\\d+(-[a-z-]+)?\\.json"))
          .map(Results::read)
          .sorted(Comparator.comparing(Results::java).thenComparing(Results::isPart))
          .toList();
    }
  }

  private boolean isPart() {
    return Profile.named(profile).isPart();
  }

  private Results with(Results part) {
    Set<String> again = StreamSupport.stream(part.jmh.spliterator(), false)
        .map(Results::name)
        .collect(Collectors.toSet());
    ArrayNode merged = JSON.createArrayNode();
    StreamSupport.stream(jmh.spliterator(), false)
        .filter(entry -> !again.contains(name(entry)))
        .forEach(merged::add);
    part.jmh.forEach(merged::add);
    return new Results(
        java, machine, profile, command + "` and `" + part.command, date + " and " + part.date, minutes + part.minutes,
        merged);
  }

  /** Of a benchmark, whatever its number of threads. */
  private static String name(JsonNode entry) {
    return entry.get("benchmark").asText();
  }

  private static Results read(Path file) {
    try {
      return JSON.readValue(file.toFile(), Results.class);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file + ": delete it and measure again", e);
    }
  }

  void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    String part = "jdk-" + java + "-" + Profile.COMPARE_AND_SWAP.name() + ".json";
    if (!isPart()) {
      Files.deleteIfExists(folder.resolve(part));
    }
    Path file = folder.resolve(isPart() ? part : "jdk-" + java + ".json");
    Files.writeString(file, JSON.writeValueAsString(this) + "\n");
    System.out.println("wrote " + file);
  }

  /** The results in JMH's own format, less what does not belong into a repository. */
  public static JsonNode asJson(List<RunResult> runs) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ResultFormatFactory.getInstance(ResultFormatType.JSON, new PrintStream(bytes)).writeOut(runs);
    ArrayNode json = (ArrayNode) JSON.readTree(bytes.toByteArray());
    for (int i = 0; i < runs.size(); i++) {
      RunResult run = find(runs, json.get(i));
      ObjectNode entry = (ObjectNode) json.get(i);
      entry.remove(List.of("jvm", "jvmArgs"));
      entry.put("forks", run.getBenchmarkResults().size());
      ObjectNode metric = (ObjectNode) entry.get("primaryMetric");
      metric.remove("scorePercentiles");
      entry.get("secondaryMetrics").forEach(secondary -> ((ObjectNode) secondary).remove("scorePercentiles"));
      if (metric.remove("rawDataHistogram") != null) {
        ObjectNode samples = metric.putObject(SAMPLES);
        for (double percentile : PERCENTILES) {
          ArrayNode rounds = samples.putArray(Double.toString(percentile));
          for (BenchmarkResult round : run.getBenchmarkResults()) {
            rounds.add(round.getPrimaryResult().getStatistics().getPercentile(percentile));
          }
        }
      }
    }
    return json;
  }

  /** JMH sorts what it writes. */
  private static RunResult find(List<RunResult> runs, JsonNode entry) {
    return runs.stream()
        .filter(run -> run.getParams().getBenchmark().equals(entry.get("benchmark").asText()))
        .filter(run -> run.getParams().getThreads() == entry.get("threads").asInt())
        .filter(run -> run.getParams().getParamsKeys().stream()
            .allMatch(key -> run.getParams().getParam(key).equals(entry.at("/params/" + key).asText())))
        .findFirst()
        .orElseThrow();
  }

  /** The time of an operation, one figure per round; none if it was not measured. */
  Optional<double[]> operation(String holder, String operation, int threads) {
    return find("OperationsBenchmark.Of" + holder + "." + operation, entry -> entry.get("threads").asInt() == threads)
        .map(entry -> rounds(entry.get("primaryMetric")));
  }

  /**
   * The time of a turn of a thread, one figure per round.
   *
   * @param thread "reader" or "writer"
   */
  double[] readMostly(String holder, long periodMicros, String thread) {
    JsonNode entry = find("ReadMostlyBenchmark.Of" + holder + ".readMostly",
        each -> each.at("/params/periodMicros").asLong() == periodMicros)
        .orElseThrow(() -> missing(holder + " beside a writer every " + periodMicros + " µs"));
    return rounds(entry.at("/secondaryMetrics/" + thread));
  }

  /** A percentile of the time of the race for the first store, one figure per round. */
  double[] firstStore(String holder, double percentile) {
    JsonNode entry = find("FirstStoreBenchmark.Of" + holder + ".race", each -> true)
        .orElseThrow(() -> missing("the race for the first store into " + holder));
    return numbers(entry.at("/primaryMetric/" + SAMPLES).get(Double.toString(percentile)));
  }

  private IllegalStateException missing(String what) {
    return new IllegalStateException("the results of JDK " + java + " say nothing about " + what + ": measure again");
  }

  private Optional<JsonNode> find(String benchmark, Predicate<JsonNode> condition) {
    return StreamSupport.stream(jmh.spliterator(), false)
        .filter(entry -> entry.get("benchmark").asText().endsWith("." + benchmark))
        .filter(condition)
        .findFirst();
  }

  /** A figure per round: the median of its iterations, since one of them disturbed says nothing about the class. */
  private static double[] rounds(JsonNode metric) {
    return StreamSupport.stream(metric.get("rawData").spliterator(), false)
        .mapToDouble(round -> StatUtils.percentile(numbers(round), 50))
        .toArray();
  }

  private static double[] numbers(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).mapToDouble(JsonNode::asDouble).toArray();
  }
}
