package org.atomicvalue.checkers.jcstress;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.openjdk.jcstress.infra.Status;
import org.openjdk.jcstress.infra.collectors.TestResult;
import org.openjdk.jcstress.infra.collectors.TestResultCollector;
import org.openjdk.jcstress.infra.runners.TestConfig;

/** Prints a line per test, once its last JVM has finished. */
final class StressProgress implements TestResultCollector {

  private final PrintStream console;
  private final Map<String, Tally> tallies = new TreeMap<>();
  private final int tests;
  private int finished;

  StressProgress(List<TestConfig> runs, PrintStream console) {
    this.console = console;
    runs.stream()
        .collect(Collectors.groupingBy(run -> run.name, Collectors.counting()))
        .forEach((test, count) -> tallies.put(test, new Tally(count)));
    tests = tallies.size();
    console.printf("jcstress: %d tests, %d JVMs to run%n", tests, runs.size());
  }

  @Override
  public synchronized void add(TestResult result) {
    Tally tally = tallies.get(result.getName());
    tally.jvms++;
    tally.samples += result.getTotalCount();
    tally.forbidden += StressResults.forbidden(result);
    tally.errors += result.status() == Status.NORMAL ? 0 : 1;
    if (tally.jvms == tally.expectedJvms) {
      finished++;
      console.printf(
          Locale.ROOT, "  %2d/%d %-52s %,14d samples in %d JVMs, %d forbidden, %d errors%n",
          finished,
          tests,
          StressTests.shortName(result.getName()),
          tally.samples,
          tally.jvms,
          tally.forbidden,
          tally.errors);
    }
  }

  private static final class Tally {

    private final long expectedJvms;
    private int jvms;
    private long samples;
    private long forbidden;
    private int errors;

    private Tally(long expectedJvms) {
      this.expectedJvms = expectedJvms;
    }
  }
}
