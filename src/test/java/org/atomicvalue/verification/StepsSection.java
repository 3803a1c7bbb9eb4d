package org.atomicvalue.verification;

import static org.atomicvalue.verification.Figures.count;
import static org.atomicvalue.verification.Figures.time;

import java.util.Comparator;
import java.util.List;

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
