package org.atomicvalue.killmatrix;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.atomicvalue.checkers.mutants.SeededBug;
import org.atomicvalue.controls.SeededBugs;
import org.atomicvalue.killmatrix.KillMatrix.Fate;
import org.atomicvalue.killmatrix.KillMatrix.Group;
import org.atomicvalue.killmatrix.KillMatrix.Row;

/** What is wrong with a {@link KillMatrix}, so that it must not be shown. */
final class Problems {

  private Problems() {}

  static List<String> of(KillMatrix matrix) throws IOException {
    List<String> problems = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (SeededBug bug : KillMatrix.existing()) {
      ids.add(KillMatrix.id(bug));
      Row row = matrix.current(bug);
      namedColumns(bug).stream()
          .filter(checker -> row.isMeasuredBy(checker) && !row.isCaughtBy(checker))
          .forEach(checker -> problems.add(
              row.id() + " is not caught by " + checker + ", of which its diff says that it is: measure it again"));
    }
    for (Row row : matrix.bugs()) {
      if (!ids.contains(row.id())) {
        problems.add(row.id() + " has a row, and is no seeded bug");
      } else if (!row.group().checkers.containsAll(row.cells().keySet())) {
        problems.add("%s has been measured with %s, which are not all of %s"
            .formatted(row.id(), row.cells().keySet(), row.group().checkers));
      } else {
        problems.addAll(of(row));
      }
    }
    return problems;
  }

  /** The columns of the checkers that the negative controls show to catch a bug. */
  private static Set<String> namedColumns(SeededBug bug) {
    Set<String> columns = new TreeSet<>();
    if (bug.fields().containsKey("Model")) {
      columns.add(PropertyKinds.kind(bug.field("Breaks")));
      if (bug.fields().containsKey("Proof") && !bug.field("Proof").startsWith("none")) {
        columns.add("proof");
      }
      return columns;
    }
    if (Group.of(bug) == Group.MEMORY) {
      return Set.of("litmus tests");
    }
    columns.add("class file");
    if (Group.of(bug) == Group.BEYOND) {
      return columns;
    }
    if (bug.fields().containsKey("Modes")) {
      columns.add("access modes");
    }
    for (String checker : bug.field("Caught-by").split("\\s*,\\s*")) {
      String test = checker.replaceFirst("#.*", "");
      if (test.endsWith("StepsTest")) {
        columns.add("steps");
      } else if (test.endsWith("LincheckTest")) {
        columns.add("Lincheck");
      } else if (SeededBugs.isLitmusTest(test)) {
        columns.add("jcstress");
      } else if (!checker.contains("(JDK")) { // which need not be the one of the measurement
        columns.add(Measurement.FAULTS.contains(test) ? "faults" : "JUnit");
      }
    }
    return columns;
  }

  private static List<String> of(Row row) throws IOException {
    List<String> problems = new ArrayList<>();
    if (row.hasAllCells() && row.group().checkers.stream().noneMatch(checker -> row.isCaughtBy(checker))) {
      problems.add(row.id() + " is caught by nothing");
    }
    for (String checker : row.cells().keySet()) {
      if (row.cells().get(checker).outcome() == Fate.NOT_CAUGHT && Reasons.of(row, checker).isEmpty()) {
        problems.add("%s does not catch %s, and %s gives no reason for bugs of kind %s or of this name"
            .formatted(checker, row.id(), Reasons.FILE, row.kind()));
      }
    }
    return problems;
  }
}
