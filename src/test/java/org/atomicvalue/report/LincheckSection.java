package org.atomicvalue.report;

import static org.atomicvalue.checkers.evidence.Figures.count;
import static org.atomicvalue.checkers.evidence.Figures.time;

import java.util.List;
import org.atomicvalue.checkers.evidence.Evidence;

/** What Lincheck ran. */
final class LincheckSection {

  record Run(String name, String scenarios, String invocations, String executions, String result, String time) {}

  private LincheckSection() {}

  static List<Run> of(List<Evidence> checks) {
    return checks.stream()
        .filter(check -> check.details().containsKey("scenarios"))
        .map(check -> new Run(check.check(), String.valueOf(check.details().get("scenarios")),
            count(((Number) check.details().get("invocations")).longValue()), count(check.amount()), check.result(),
            time(check.seconds())))
        .toList();
  }
}
