package org.atomicvalue.checkers.litmus;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What is printed of a test: its outcomes, and {@code NAME Always}, {@code NAME Sometimes} or {@code NAME Never}. */
final class LitmusReport {

  private final Litmus test;
  private final SortedSet<Outcome> byAxioms;
  private final SortedSet<Outcome> byMachine;
  private final String reason;

  /** @param reason why axioms and machine differ, if they do */
  LitmusReport(Litmus test, Outcomes outcomes, String reason) {
    this.test = test;
    this.byAxioms = counted(test, outcomes.byAxioms());
    this.byMachine = counted(test, outcomes.byMachine());
    this.reason = reason;
  }

  private static SortedSet<Outcome> counted(Litmus test, SortedSet<Outcome> outcomes) {
    return outcomes.stream().filter(outcome -> Verdict.counts(test, outcome))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** By the axioms. */
  Verdict verdict() {
    return Verdict.of(test, byAxioms);
  }

  boolean agree() {
    return byAxioms.equals(byMachine);
  }

  List<String> lines() {
    SortedSet<Outcome> all = new TreeSet<>(byAxioms);
    all.addAll(byMachine);
    List<String> lines = new ArrayList<>();
    lines.add("Test " + test.name());
    test.notes().forEach(note -> lines.add("Note: " + note));
    lines.add("States " + byAxioms.size());
    all.forEach(outcome -> lines.add(described(outcome)));
    lines.add("Condition " + test.quantifier().word() + ", by the axioms " + satisfied());
    lines.add(test.name() + " " + verdict());
    if (!agree()) {
      lines.add(test.name() + " " + Verdict.of(test, byMachine) + " by the machine: " + reason);
    }
    return lines;
  }

  private String described(Outcome outcome) {
    List<Observable> observed = List.copyOf(test.observed());
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < observed.size(); i++) {
      line.append(observed.get(i)).append('=').append(outcome.values().get(i)).append("; ");
    }
    if (Verdict.holds(test, outcome)) {
      line.append(" *");
    }
    if (!byMachine.contains(outcome)) {
      line.append("  by the axioms only");
    } else if (!byAxioms.contains(outcome)) {
      line.append("  by the machine only");
    }
    return line.toString().stripTrailing();
  }

  private String satisfied() {
    boolean holds = switch (test.quantifier()) {
      case EXISTS -> verdict() != Verdict.NEVER;
      case NOT_EXISTS -> verdict() == Verdict.NEVER;
      case FORALL -> verdict() == Verdict.ALWAYS || byAxioms.isEmpty();
    };
    return holds ? "validated" : "not validated";
  }
}
