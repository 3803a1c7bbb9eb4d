package org.atomicvalue.checkers.jcstress;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.infra.Status;
import org.openjdk.jcstress.infra.collectors.DiskReadCollector;
import org.openjdk.jcstress.infra.collectors.InProcessCollector;
import org.openjdk.jcstress.infra.collectors.TestResult;
import org.openjdk.jcstress.infra.grading.GradingResult;
import org.openjdk.jcstress.infra.runners.TestConfig;
import org.openjdk.jcstress.vm.CompileMode;

/** What {@link StressRun} found, one result for every JVM that ran a test. */
public final class StressResults {

  private StressResults() {}

  /** Reads the results file of a run. */
  public static Collection<TestResult> read(Path file) throws IOException {
    InProcessCollector collected = new InProcessCollector();
    DiskReadCollector reader = new DiskReadCollector(file.toString(), collected);
    try {
      reader.dump();
    } catch (ClassNotFoundException e) {
      throw new IOException(file + " was written by another version of jcstress", e);
    } finally {
      reader.close();
    }
    return collected.getTestResults();
  }

  /** Everything that is wrong with a result: an error, no work done, outcomes that are forbidden. */
  static List<String> problems(TestResult result) {
    List<String> problems = new ArrayList<>(errors(result));
    problems.addAll(forbiddenOutcomes(result));
    return problems;
  }

  /** Why a result shows nothing: the test ended in an error, or took no samples. */
  public static List<String> errors(TestResult result) {
    if (result.status() != Status.NORMAL) {
      List<String> messages = new ArrayList<>(result.getMessages());
      messages.addAll(result.getVmErr());
      messages.addAll(result.getVmOut());
      return List.of(
          "%s ended with %s %s:%n%s".formatted(
              result.getName(), result.status(), mode(result.getConfig()), String.join("\n", messages)));
    }
    if (result.getTotalCount() == 0) {
      return List.of("%s took no samples %s".formatted(result.getName(), mode(result.getConfig())));
    }
    return List.of();
  }

  /** The outcomes seen that no annotation of the test accepts: the test, the outcome, its meaning, how often, where. */
  public static List<String> forbiddenOutcomes(TestResult result) {
    List<String> forbidden = new ArrayList<>();
    for (GradingResult outcome : result.grading().gradingResults.values()) {
      if (outcome.count > 0 && isForbidden(outcome)) {
        forbidden.add(
            String.format(Locale.ROOT, "%s: forbidden outcome \"%s\" seen %,d times in %,d samples. %s %s",
                result.getName(),
                outcome.id,
                outcome.count,
                result.getTotalCount(),
                outcome.description,
                mode(result.getConfig())));
      }
    }
    return forbidden;
  }

  /** How many samples of a result no annotation of the test accepts. */
  public static long forbidden(TestResult result) {
    return result.grading().gradingResults.values().stream()
        .filter(StressResults::isForbidden)
        .mapToLong(outcome -> outcome.count)
        .sum();
  }

  private static boolean isForbidden(GradingResult outcome) {
    return outcome.expect == Expect.FORBIDDEN || outcome.expect == Expect.UNKNOWN;
  }

  private static String mode(TestConfig config) {
    String compilers = CompileMode.description(config.compileMode, config.actorNames).replaceAll("\\s+", " ").trim();
    List<String> options = config.jvmArgs.stream().filter(option -> option.startsWith("-X")).toList();
    return "(" + compilers + "; JVM options " + String.join(" ", options) + ")";
  }
}
