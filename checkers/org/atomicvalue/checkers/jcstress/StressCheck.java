package org.atomicvalue.checkers.jcstress;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.atomicvalue.checkers.measure.Machine;
import org.openjdk.jcstress.infra.collectors.TestResult;

/** What every run of litmus tests must satisfy, whoever asked for it. */
public final class StressCheck {

  private StressCheck() {}

  /**
   * Fails unless exactly these tests ran, each without an error, and saw nothing that is forbidden.
   *
   * @throws AssertionError that names every problem
   */
  public static void assertSound(Collection<TestResult> results, SortedSet<String> tests) {
    check(results, tests, results.stream().flatMap(result -> StressResults.problems(result).stream()).toList());
  }

  /**
   * Fails unless exactly these tests ran, each without an error. What they saw is not for annotations to judge.
   *
   * @throws AssertionError that names every problem
   */
  public static void assertRan(Collection<TestResult> results, SortedSet<String> tests) {
    check(results, tests, results.stream().flatMap(result -> StressResults.errors(result).stream()).toList());
  }

  private static void check(Collection<TestResult> results, SortedSet<String> tests, List<String> problems) {
    SortedSet<String> ran = results.stream().map(TestResult::getName).collect(Collectors.toCollection(TreeSet::new));
    if (!ran.equals(tests)) {
      throw new AssertionError(
          "jcstress must run exactly the classes annotated with @JCStressTest, " + tests + ", and ran " + ran);
    }
    if (!problems.isEmpty()) {
      throw new AssertionError(
          "jcstress found " + problems.size() + " problems:\n" + String.join("\n", problems));
    }
  }

  public static String machine() throws IOException {
    return Machine.current() + ", JDK " + Runtime.version();
  }

  public static long samples(Collection<TestResult> results) {
    return results.stream().mapToLong(TestResult::getTotalCount).sum();
  }
}
