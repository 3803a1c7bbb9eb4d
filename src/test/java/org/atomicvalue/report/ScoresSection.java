package org.atomicvalue.report;

import static org.atomicvalue.checkers.evidence.Figures.count;
import static org.atomicvalue.checkers.evidence.Figures.percent;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Coverage by JaCoCo and mutation score by PIT: how much of the library the behaviour tests look at. */
final class ScoresSection {

  /** @param percent of the whole */
  record Score(String title, String figure, String percent, String explanation) {}

  private ScoresSection() {}

  static List<Score> of(ReportData data) {
    return data.links().stream()
        .flatMap(link -> link.checks().stream())
        .flatMap(check -> scores(check.details()))
        .toList();
  }

  private static Stream<Score> scores(Map<String, Object> details) {
    if (details.containsKey("branches")) {
      return Stream.of(
          whole("lines reached (JaCoCo)", number(details, "lines"), "by the behaviour tests; "
              + number(details, "unreachable") + " kinds of line that no test can reach are left out"),
          whole("branches taken (JaCoCo)", number(details, "branches"), "of the lines that are reached"));
    }
    if (details.containsKey("byConformance")) {
      long byTests = number(details, "byTests");
      long byConformance = number(details, "byConformance");
      long changes = number(details, "changes");
      return Stream.of(new Score("changes of the bytecode noticed (PIT)",
          count(byTests + byConformance) + " of " + count(changes),
          percent(100.0 * (byTests + byConformance) / changes),
          count(byTests) + " by behaviour tests, " + count(byConformance) + " by step conformance; "
              + count(changes - byTests - byConformance) + " are explained in src/test/mutants/unkilled.json"));
    }
    return Stream.empty();
  }

  /** The check fails unless it is all of them. */
  private static Score whole(String title, long n, String explanation) {
    return new Score(title, count(n) + " of " + count(n), "100.0", explanation);
  }

  private static long number(Map<String, Object> details, String key) {
    return ((Number) details.get(key)).longValue();
  }
}
