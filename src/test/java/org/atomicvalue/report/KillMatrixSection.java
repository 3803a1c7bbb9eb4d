package org.atomicvalue.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.atomicvalue.checkers.evidence.Figures;
import org.atomicvalue.report.ReportData.KillMatrix;

/** Every seeded bug against every checker, as it was measured. */
final class KillMatrixSection {

  /** Bugs that meet the same checkers. */
  record Group(String title, Set<String> checkers, List<Row> rows, List<String> totals) {}

  record Row(String name, List<Cell> cells) {}

  /** @param state caught, missed or late */
  record Cell(String state, String text, String by) {}

  private static final Map<String, String> TITLES = Map.of(
      "CODE", "Bugs of the code", "BEYOND", "Bugs of the code beyond the bounds", "SPEC", "Bugs of the specification",
      "MEMORY", "Bugs of the memory model");

  private final KillMatrix matrix;

  KillMatrixSection(KillMatrix matrix) {
    this.matrix = matrix;
  }

  String environment() {
    return matrix.environment();
  }

  List<Group> groups() {
    Map<String, List<KillMatrix.Bug>> groups = new LinkedHashMap<>();
    matrix.bugs().forEach(bug -> groups.computeIfAbsent(bug.group(), name -> new ArrayList<>()).add(bug));
    return groups.entrySet().stream().map(group -> group(group.getKey(), group.getValue())).toList();
  }

  private static Group group(String name, List<KillMatrix.Bug> bugs) {
    // Of bugs that are not measured by all of them, the row that has most shows the order.
    Set<String> checkers = new LinkedHashSet<>(bugs.stream().map(bug -> bug.cells().keySet())
        .max(Comparator.comparing(Set::size)).orElseThrow());
    bugs.forEach(bug -> checkers.addAll(bug.cells().keySet()));
    return new Group(TITLES.getOrDefault(name, name), checkers,
        bugs.stream()
            .map(bug -> new Row(bug.name(), checkers.stream().map(checker -> cell(bug.cells().get(checker))).toList()))
            .toList(),
        checkers.stream().map(checker -> bugs.stream().filter(bug -> isCaught(bug.cells().get(checker))).count()
            + " of " + bugs.stream().filter(bug -> bug.cells().containsKey(checker)).count()).toList());
  }

  private static boolean isCaught(KillMatrix.Cell cell) {
    return cell != null && (cell.outcome().equals("CAUGHT") || cell.outcome().equals("BROKE_OFF"));
  }

  private static Cell cell(KillMatrix.Cell cell) {
    if (cell == null) {
      return new Cell("missed", "?", "not measured");
    }
    return switch (cell.outcome()) {
      case "CAUGHT" -> new Cell("caught", "✓ " + Figures.time(cell.seconds()), cell.by());
      case "BROKE_OFF" -> new Cell("caught", "! " + Figures.time(cell.seconds()), "ended with an error");
      case "OUT_OF_TIME" -> new Cell("late", "out of time", "");
      default -> new Cell("missed", "–", "not caught");
    };
  }
}
