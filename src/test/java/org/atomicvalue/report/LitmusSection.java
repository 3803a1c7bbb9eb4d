package org.atomicvalue.report;

import static org.atomicvalue.checkers.evidence.Figures.bar;
import static org.atomicvalue.checkers.evidence.Figures.count;

import java.util.List;
import java.util.Map;
import org.atomicvalue.report.ReportData.Seen;

/** The litmus tests, with the outcomes that are derived beside those that were seen. */
final class LitmusSection {

  record Litmus(String test, String samples, List<Outcome> outcomes) {}

  /** @param state how what is derived and what was seen go together: seen, unseen, forbidden or absent */
  record Outcome(String outcome, String model, String state, String count, String width, String meaning) {}

  private LitmusSection() {}

  static List<Litmus> of(Map<String, Map<String, Seen>> tests) {
    return tests.entrySet().stream().map(test -> litmus(test.getKey(), test.getValue())).toList();
  }

  private static Litmus litmus(String test, Map<String, Seen> outcomes) {
    long most = outcomes.values().stream().mapToLong(Seen::count).max().orElse(1);
    long samples = outcomes.values().stream().mapToLong(Seen::count).sum();
    return new Litmus(test.replaceFirst("^.*\\.stress\\.", "").replace('$', '.'), count(samples),
        outcomes.entrySet().stream()
            .filter(outcome -> outcome.getValue().count() > 0 || !outcome.getKey().equals(".*"))
            .map(outcome -> outcome(outcome.getKey(), outcome.getValue(), most))
            .toList());
  }

  private static Outcome outcome(String outcome, Seen seen, long most) {
    boolean derived = seen.wasDerived();
    String state = seen.count() > 0 ? derived ? "seen" : "forbidden" : derived ? "unseen" : "absent";
    return new Outcome(outcome, derived ? "derived" : "not derived", state, count(seen.count()),
        bar(seen.count(), most), seen.meaning());
  }
}
