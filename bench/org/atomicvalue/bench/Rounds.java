package org.atomicvalue.bench;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Measures in rounds. In a round each benchmark runs once, in a JVM of its own, and those that are compared run one
 * right after the other, in the opposite order in every other round: what else the machine does meanwhile comes to all
 * of them alike. JMH would run all JVMs of one benchmark before the next benchmark.
 */
public final class Rounds {

  private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();

  /** JMH uses sun.misc.Unsafe, which newer JDKs complain of unless told not to. */
  static final List<String> QUIET =
      Runtime.version().feature() < 23 ? List.of() : List.of("--sun-misc-unsafe-memory-access=allow");

  private final Profile profile;
  private final Consumer<String> progress;
  private final Map<String, BenchmarkParams> measured = new LinkedHashMap<>();
  private final Map<String, List<BenchmarkResult>> results = new LinkedHashMap<>();
  private int done;

  public Rounds(Profile profile, Consumer<String> progress) {
    this.profile = profile;
    this.progress = progress;
  }

  /** Runs all rounds of all parts of the profile; one result for each benchmark, with one fork for each round. */
  public List<RunResult> run() throws RunnerException {
    int total = profile.parts().stream()
        .mapToInt(part -> part.rounds() * benchmarks(part).size() * threads(part).size())
        .sum();
    for (Profile.Part part : profile.parts()) {
      for (int round = 0; round < part.rounds(); round++) {
        for (int threads : threads(part)) {
          List<BenchmarkListEntry> benchmarks = benchmarks(part);
          if (round % 2 == 1) {
            Collections.reverse(benchmarks);
          }
          for (BenchmarkListEntry benchmark : benchmarks) {
            done++;
            progress.accept("[%d of %d] %s%s".formatted(
                done, total, benchmark.getUsername().replace("org.atomicvalue.bench.", ""),
                part.scaled() ? ", threads: " + threads : ""));
            collect(measureOnce(benchmark, threads));
          }
        }
      }
    }
    return results.entrySet().stream()
        .map(entry -> new RunResult(measured.get(entry.getKey()), entry.getValue()))
        .toList();
  }

  private Collection<RunResult> measureOnce(BenchmarkListEntry benchmark, int threads) throws RunnerException {
    OptionsBuilder options = new OptionsBuilder();
    options
        .include("^" + Pattern.quote(benchmark.getUsername()) + "$")
        .forks(1)
        .warmupIterations(profile.warmups())
        .warmupTime(profile.time())
        .measurementIterations(profile.measurements())
        .measurementTime(profile.time())
        .jvmArgsAppend(QUIET.toArray(String[]::new))
        .verbosity(VerboseMode.SILENT)
        .shouldFailOnError(true);
    if (benchmark.getThreadGroups().length > 1) {
      options.threadGroups(Math.max(1, PROCESSORS - 1), 1); // Readers and a writer.
      options.param("periodMicros", profile.periods().stream().map(String::valueOf).toArray(String[]::new));
    } else {
      options.threads(threads);
    }
    return new Runner(options.build()).run();
  }

  private void collect(Collection<RunResult> round) {
    for (RunResult result : round) {
      String key = result.getParams().id() + result.getParams().getThreads();
      measured.putIfAbsent(key, result.getParams());
      results.computeIfAbsent(key, first -> new ArrayList<>()).addAll(result.getBenchmarkResults());
    }
  }

  private static List<Integer> threads(Profile.Part part) {
    return part.scaled() ? Stream.of(1, PROCESSORS).distinct().toList() : List.of(1);
  }

  /** Sorted by method, then by class: what is compared is the same method of several classes. */
  private static List<BenchmarkListEntry> benchmarks(Profile.Part part) {
    List<BenchmarkListEntry> benchmarks = new ArrayList<>(BenchmarkList.defaultList().find(
        OutputFormatFactory.createFormatInstance(System.out, VerboseMode.SILENT),
        List.of(part.benchmarks()),
        List.of()));
    benchmarks.sort(Comparator.comparing(
        (BenchmarkListEntry benchmark) -> benchmark.getUsername().substring(benchmark.getUsername().lastIndexOf('.')))
        .thenComparing(BenchmarkListEntry::getUsername));
    return benchmarks;
  }
}
