package org.atomicvalue.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.atomicvalue.verification.Evidence;
import org.atomicvalue.verification.Link;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Group;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs every benchmark for a moment, and shows that it measures something and fails nowhere. The ratios that it records
 * come from too short a run, maybe on a busy machine, to be claims about performance; those come from {@link
 * Benchmarks}.
 */
class BenchmarkSmokeIT {

  private static final int ITERATIONS = 5;
  private static final TimeValue TIME = TimeValue.milliseconds(100);

  /** JMH uses sun.misc.Unsafe, which newer JDKs complain of unless told not to. */
  private static final String[] QUIET =
      Runtime.version().feature() < 23 ? new String[0] : new String[] {"--sun-misc-unsafe-memory-access=allow"};

  @Test
  void everyBenchmarkRuns() throws Exception {
    System.setProperty("jmh.ignoreLock", "true"); // no time matters here, so others may measure meanwhile
    Set<String> classes = classes();
    assertTrue(!classes.isEmpty(), "JMH knows no benchmark: its annotation processor did not run");
    for (String type : classes) {
      run(type);
    }
  }

  private static void run(String type) throws Exception {
    long start = System.nanoTime();
    Collection<RunResult> results =
        new Runner(
                new OptionsBuilder()
                    .include("^" + Pattern.quote(type) + "\\.")
                    .forks(1)
                    .warmupIterations(1)
                    .warmupTime(TIME)
                    .measurementIterations(ITERATIONS)
                    .measurementTime(TIME)
                    .shouldFailOnError(true)
                    .jvmArgsAppend(QUIET)
                    .verbosity(VerboseMode.SILENT)
                    .build())
            .run();
    double seconds = (System.nanoTime() - start) / 1e9;

    assertEquals(
        declared(Class.forName(type)),
        results.stream().map(run -> run.getParams().getBenchmark()).collect(Collectors.toCollection(TreeSet::new)),
        "JMH must run exactly the methods annotated with @Benchmark");
    for (RunResult run : results) {
      assertTrue(operations(run) > 0, () -> run.getParams().getBenchmark() + " measured no operation");
      assertEquals(
          ITERATIONS,
          run.getAggregatedResult().getIterationResults().size(),
          () -> run.getParams().getBenchmark() + " did not finish its iterations");
    }
    String ratios =
        Comparison.of(results).stream().map(Comparison::summary).collect(Collectors.joining(" and "));
    String name = type.substring(type.lastIndexOf('.') + 1);
    System.out.printf("  %-26s %s of AtomicReference (smoke run: not a performance claim)%n", name, ratios);
    new Evidence(
            Link.COST,
            name,
            results.stream().mapToLong(BenchmarkSmokeIT::operations).sum(),
            "operations",
            "smoke run: not a performance claim; " + ITERATIONS + " x " + TIME + " in 1 JVM per benchmark",
            ratios + " of AtomicReference",
            seconds)
        .record();
  }

  /** The classes in JMH's list of benchmarks. */
  private static Set<String> classes() {
    return BenchmarkList.defaultList()
        .getAll(OutputFormatFactory.createFormatInstance(System.out, VerboseMode.SILENT), List.of())
        .stream()
        .map(entry -> entry.getUserClassQName())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** What the class declares: a benchmark per method, or per group of methods that run together. */
  private static Set<String> declared(Class<?> type) {
    return Arrays.stream(type.getMethods())
        .filter(method -> method.isAnnotationPresent(Benchmark.class))
        .map(method -> method.isAnnotationPresent(Group.class)
            ? method.getAnnotation(Group.class).value()
            : method.getName())
        .map(name -> type.getName() + "." + name)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static long operations(RunResult run) {
    return run.getBenchmarkResults().stream().mapToLong(fork -> fork.getMetadata().getMeasurementOps()).sum();
  }
}
