package org.atomicvalue.hardware;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.atomicvalue.checkers.evidence.Evidence;
import org.atomicvalue.checkers.evidence.Link;
import org.atomicvalue.checkers.jcstress.ObservedOutcomes;
import org.atomicvalue.checkers.jcstress.StressCheck;
import org.atomicvalue.checkers.jcstress.StressFork;
import org.atomicvalue.checkers.jcstress.StressRun;
import org.atomicvalue.checkers.jcstress.StressTests;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openjdk.jcstress.infra.collectors.TestResult;
import org.openjdk.jcstress.infra.runners.TestConfig;

/**
 * Runs every litmus test on each class of the library, and fails if an outcome is seen that is forbidden, if a test
 * ends in an error, or if a test did not run at all. The gallery is not run here, see {@link Gallery}; {@link LongRun}
 * runs the same tests for longer.
 *
 * <p>Bounds: three iterations of 200 ms in each JVM mode, of which there are four ({@link StressRun}). {@code -Pdeep}
 * makes it five iterations of a second, in all mixtures of JVM modes; {@code -Djcstress.mode} is one of jcstress's
 * presets, in the place of either.
 *
 * <p>The outcomes that were seen are printed beside those derived, and left in {@code
 * target/report/jcstress.json}.
 */
@Tag("races")
class JcstressIT {

  private static final boolean DEEP = Boolean.getBoolean("deep");
  private static final String MODE = System.getProperty("jcstress.mode");
  private static final Path FOLDER = Evidence.BUILD;

  @Test
  void noForbiddenOutcome() throws Exception {
    long start = System.nanoTime();
    Collection<TestResult> results =
        StressFork.run(
            FOLDER.resolve("jcstress.bin.gz"),
            System.out::println,
            Stream.concat(length().stream(), Stream.of("-t", Programs.LIBRARY_FILTER)).toList());
    double seconds = (System.nanoTime() - start) / 1e9;

    Map<String, List<TestResult>> byTest =
        results.stream().collect(Collectors.groupingBy(TestResult::getName, TreeMap::new, Collectors.toList()));
    ObservedOutcomes observed = ObservedOutcomes.of(results);
    observed.write(FOLDER.resolve("jcstress.json"));
    observed.print(System.out);
    StressCheck.assertSound(results, Programs.ofLibrary());
    byTest.forEach((test, runs) -> evidence(test, runs, seconds * runs.size() / results.size()).record());
  }

  private static List<String> length() {
    if (MODE != null) {
      return List.of("-m", MODE);
    }
    return DEEP ? List.of("-m", "default") : List.of("-m", "quick", "-iters", "3");
  }

  private static Evidence evidence(String test, List<TestResult> runs, double seconds) {
    SortedSet<String> seen = new TreeSet<>();
    runs.forEach(run -> seen.addAll(run.getStateKeys()));
    TestConfig config = runs.get(0).getConfig();
    int processors = Runtime.getRuntime().availableProcessors();
    return new Evidence(
        Link.HARDWARE,
        StressTests.shortName(test),
        runs.stream().mapToLong(TestResult::getTotalCount).sum(),
        "samples",
        "%d actors%s, %d JVMs%s, %d x %d ms in each".formatted(
            config.threads,
            config.threads > processors ? " taking turns on " + processors + " processors" : "",
            runs.size(),
            DEEP ? "" : " (interpreted, C1, C2, C2 randomized)",
            config.iters,
            config.time),
        seen.size() + (seen.size() == 1 ? " outcome" : " outcomes") + " seen, none forbidden",
        seconds);
  }
}
