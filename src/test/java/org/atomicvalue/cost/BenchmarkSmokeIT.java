package org.atomicvalue.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.atomicvalue.bench.Benchmarks;
import org.atomicvalue.bench.Profile;
import org.atomicvalue.bench.Results;
import org.atomicvalue.bench.Rounds;
import org.atomicvalue.checkers.evidence.Evidence;
import org.atomicvalue.checkers.evidence.Link;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Runs every benchmark for a moment, and shows that it measures something and fails nowhere. Too short a run, maybe on
 * a busy machine, to say anything about performance; that is what {@link Benchmarks} is for.
 */
@Tag("races")
class BenchmarkSmokeIT {

  private static final Profile SMOKE =
      new Profile(
          "smoke",
          Path.of("target", "smoke"),
          1,
          2,
          TimeValue.milliseconds(20),
          List.of(new Profile.Part(".*", 1, false)),
          List.of(100L));

  private static final List<String> EXPECTED =
      Stream.of(
          benchmarks(
              "OperationsBenchmark",
              List.of("AtomicReference", "AtomicValue", "WaitFreeAtomicValue", "DeclaredAtomicValue",
                  "DeclaredWaitFreeAtomicValue", "ReadBeforeWrite", "ClassComparison", "CompareAndExchange",
                  "LookBeforeExchange"),
              List.of("load", "store", "swap", "compareAndSwap", "failingCompareAndSwap")),
          benchmarks(
              "ReadMostlyBenchmark",
              List.of("AtomicReference", "AtomicValue", "WaitFreeAtomicValue", "VolatileField", "StampedLock",
                  "ReadWriteLock", "Synchronized"),
              List.of("readMostly")),
          benchmarks(
              "FirstStoreBenchmark",
              List.of("AtomicReference", "AtomicValue", "WaitFreeAtomicValue"),
              List.of("race")),
          Stream.of("atomicReference", "atomicValue", "waitFreeAtomicValue", "nothing")
              .map(method -> "ValueReadBenchmark." + method))
          .flatMap(names -> names)
          .sorted()
          .toList();

  @Test
  void everyBenchmarkRuns() throws Exception {
    System.setProperty("jmh.ignoreLock", "true"); // no time matters here, so others may measure meanwhile
    long start = System.nanoTime();
    List<RunResult> results = new Rounds(SMOKE, step -> {}).run();
    double seconds = (System.nanoTime() - start) / 1e9;

    assertEquals(EXPECTED, results.stream().map(BenchmarkSmokeIT::name).sorted().toList());
    long operations = 0;
    for (RunResult result : results) {
      long measured = result.getBenchmarkResults().stream()
          .mapToLong(fork -> fork.getMetadata().getMeasurementOps())
          .sum();
      assertTrue(measured > 0, () -> name(result) + " measured no operation");
      for (BenchmarkResult fork : result.getBenchmarkResults()) {
        assertEquals(
            SMOKE.measurements(), fork.getIterationResults().size(), () -> name(result) + " did not finish");
      }
      operations += measured;
    }
    for (JsonNode result : Results.asJson(results)) {
      assertTrue(result.at("/primaryMetric/score").asDouble() > 0, () -> "the JSON has no score in " + result);
      assertTrue(result.path("jvm").isMissingNode(), "the JSON must not name a path of this machine");
    }
    System.out.printf("  %d benchmarks ran (smoke run: not a performance claim)%n", results.size());
    new Evidence(
        Link.COST,
        "BenchmarkSmokeIT",
        operations,
        "operations",
        "smoke run: not a performance claim; %d x %s in 1 JVM per benchmark".formatted(
            SMOKE.measurements(), SMOKE.time()),
        results.size() + " benchmarks ran",
        seconds)
        .record();
  }

  private static String name(RunResult result) {
    return result.getParams().getBenchmark().replace("org.atomicvalue.bench.", "");
  }

  private static Stream<String> benchmarks(String type, List<String> holders, List<String> methods) {
    return holders.stream().flatMap(holder -> methods.stream().map(method -> type + ".Of" + holder + "." + method));
  }
}
