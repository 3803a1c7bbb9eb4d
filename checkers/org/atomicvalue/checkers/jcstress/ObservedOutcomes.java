package org.atomicvalue.checkers.jcstress;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.infra.collectors.TestResult;
import org.openjdk.jcstress.infra.grading.GradingResult;

/**
 * How often each outcome of each test was seen, in all JVMs together, beside what the test expects. That an outcome is
 * expected means that TLC derives it: {@code LitmusOutcomesTest} and {@code GalleryOutcomesTest} compare the two.
 *
 * @param byTest of each test, its outcomes: those listed in its annotations, and all others that were seen
 */
public record ObservedOutcomes(SortedMap<String, SortedMap<String, Seen>> byTest) {

  /** An outcome and how often it was seen. */
  public record Seen(Expect expect, long count, String meaning) {

    Seen plus(Seen other) {
      return new Seen(expect, count + other.count, meaning);
    }

    private String derivation() {
      return switch (expect) {
        case ACCEPTABLE, ACCEPTABLE_INTERESTING -> "derived";
        case FORBIDDEN, UNKNOWN -> "not derived";
      };
    }
  }

  public static ObservedOutcomes of(Collection<TestResult> results) {
    SortedMap<String, SortedMap<String, Seen>> outcomes = new TreeMap<>();
    for (TestResult result : results) {
      SortedMap<String, Seen> counts = outcomes.computeIfAbsent(result.getName(), name -> new TreeMap<>());
      for (GradingResult each : result.grading().gradingResults.values()) {
        counts.merge(each.id, new Seen(each.expect, each.count, each.description), Seen::plus);
      }
    }
    return new ObservedOutcomes(outcomes);
  }

  public void write(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValue(file.toFile(), byTest);
  }

  public void print(PrintStream out) {
    out.println("Observed outcomes beside the derived ones:");
    byTest.forEach((test, outcomes) -> {
      out.println("  " + StressTests.shortName(test));
      outcomes.forEach((outcome, seen) -> out.printf(Locale.ROOT, "    %-30s %-12s %,14d times%n",
          outcome.equals(".*") ? "anything else" : outcome, seen.derivation(), seen.count()));
    });
  }

  /** How often any outcome of the test was seen. */
  long samples(String test) {
    return byTest.get(test).values().stream().mapToLong(Seen::count).sum();
  }
}
