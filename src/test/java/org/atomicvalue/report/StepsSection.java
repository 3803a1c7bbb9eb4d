package org.atomicvalue.report;

import static org.atomicvalue.checkers.evidence.Figures.count;
import static org.atomicvalue.checkers.evidence.Figures.time;

import java.util.Comparator;
import java.util.List;
import org.atomicvalue.checkers.evidence.Evidence;
import org.atomicvalue.checkers.evidence.Figures;

/** What step conformance compared. */
final class StepsSection {

  record Comparison(String name, String bounds, String states, String edges, String width, String time) {}

  private StepsSection() {}

  /** The largest first. */
  static List<Comparison> of(List<Evidence> checks) {
    long most = checks.stream().mapToLong(Evidence::amount).max().orElse(1);
    return checks.stream()
        .filter(check -> check.details().containsKey("states"))
        .sorted(Comparator.comparing(Evidence::amount).reversed())
        .map(check -> new Comparison(check.check(), check.bounds(),
            count(((Number) check.details().get("states")).longValue()), count(check.amount()),
            Figures.bar(check.amount(), most), time(check.seconds())))
        .toList();
  }
}
