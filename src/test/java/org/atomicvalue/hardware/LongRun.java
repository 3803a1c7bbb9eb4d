package org.atomicvalue.hardware;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.atomicvalue.checkers.jcstress.ObservedOutcomes;
import org.atomicvalue.checkers.jcstress.ObservedRun;
import org.atomicvalue.checkers.jcstress.StressCheck;
import org.atomicvalue.checkers.jcstress.StressFork;
import org.atomicvalue.checkers.jcstress.StressResults;
import org.atomicvalue.checkers.jcstress.StressTests;
import org.openjdk.jcstress.infra.collectors.TestResult;

/**
 * {@code mvn test-compile exec:exec@stress} runs the litmus tests of the library for longer than {@code JcstressIT}
 * does, about ten minutes, and prints how many samples each program took of each class, and in total. What was seen is
 * left in {@code target/report/stress.json}, from where {@link ObservedDocument} takes it. Fails as {@code
 * JcstressIT} does.
 *
 * <p>{@code -Dstress.args} takes options of jcstress: by default {@code -m default -iters 6}, six iterations of a
 * second in each of four JVM modes. {@code -Pdeep} takes all mixtures of JVM modes instead.
 */
public final class LongRun {

  private static final Path FOLDER = Path.of("target", "report");
  static final Path RUN = FOLDER.resolve("stress.json");

  private LongRun() {}

  public static void main(String[] args) throws Exception {
    long start = System.nanoTime();
    List<String> options = new ArrayList<>(List.of(args));
    options.addAll(List.of("-t", Programs.LIBRARY_FILTER));
    Collection<TestResult> results = StressFork.run(FOLDER.resolve("stress.bin.gz"), System.out::println, options);
    ObservedOutcomes observed = ObservedOutcomes.of(results);
    ObservedRun.now(observed, "stress", List.of(args), start).write(RUN);
    observed.print(System.out);
    System.out.printf("%n%s", samplesByProgram(results));
    StressCheck.assertSound(results, Programs.ofLibrary());
    System.out.printf(Locale.ROOT, "%n%d tests, %,d samples in %.0f s on %s: nothing forbidden%n",
        observed.byTest().size(),
        StressCheck.samples(results), (System.nanoTime() - start) / 1e9, StressCheck.machine());
  }

  private static String samplesByProgram(Collection<TestResult> results) {
    Map<String, List<TestResult>> byTest = results.stream()
        .collect(Collectors.groupingBy(result -> StressTests.shortName(result.getName()), TreeMap::new,
            Collectors.toList()));
    StringBuilder table = new StringBuilder("| program | samples | of them forbidden |\n|---|---|---|\n");
    byTest.forEach((test, runs) -> table.append(String.format(Locale.ROOT, "| %s | %,d | %,d |\n", test,
        StressCheck.samples(runs), runs.stream().mapToLong(StressResults::forbidden).sum())));
    return table.toString();
  }
}
