package org.atomicvalue.killmatrix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.atomicvalue.checkers.evidence.Evidence;
import org.atomicvalue.checkers.evidence.Link;
import org.atomicvalue.killmatrix.KillMatrix.Cell;
import org.atomicvalue.killmatrix.KillMatrix.Row;
import org.junit.jupiter.api.Test;

/** The kill matrix lists exactly the seeded bugs that exist, each caught by something, each blank with its reason. */
class KillMatrixTest {

  private static final String NOT_ATOMIC = "SPEC/swap-not-atomic";

  @Test
  void everyRowIsOfASeededBugCaughtBySomethingAndEveryBlankHasItsReason() throws IOException {
    KillMatrix matrix = KillMatrix.read();
    assertEquals(List.of(), Problems.of(matrix));
    long caught = matrix.bugs().stream()
        .flatMap(row -> row.cells().values().stream())
        .filter(cell -> cell.outcome() == KillMatrix.Fate.CAUGHT || cell.outcome() == KillMatrix.Fate.BROKE_OFF)
        .count();
    new Evidence(Link.CONTROLS, "kill matrix", matrix.bugs().size(), "rows of the kill matrix", "docs/kill-matrix.json",
        "%d catches, measured before this build; %d cells not measured yet, which the page marks"
            .formatted(caught, matrix.unmeasured().size()),
        0)
        .record();
  }

  @Test
  void documentIsWhatTheDataGives() throws IOException {
    assertEquals(new KillMatrixDocument(KillMatrix.read()).markdown(), Files.readString(KillMatrixDocument.FILE),
        () -> KillMatrixDocument.FILE + " must be written anew: mvn -Pdeep test-compile exec:exec@kill-matrix"
            + " -Dkill.matrix.args=page, or without arguments to measure what has changed");
  }

  /** There may be more reasons than letters, and some characters are the table's own. */
  @Test
  void reasonsHaveLettersThatTheTableCanHold() throws IOException {
    List<String> letters = IntStream.range(0, 1000).mapToObj(KillMatrixDocument::letter).toList();
    assertEquals(List.of("a", "z", "aa", "az", "ba", "zz", "aaa"),
        List.of(0, 25, 26, 51, 52, 701, 702).stream().map(letters::get).toList());
    assertTrue(letters.stream().allMatch(letter -> letter.matches("[a-z]+")), letters::toString);
    assertEquals(1000, Set.copyOf(letters).size());
  }

  /** Each row of each table has as many cells as the table has columns. */
  @Test
  void tablesAreWhole() throws IOException {
    int columns = 0;
    for (String line : new KillMatrixDocument(KillMatrix.read()).markdown().lines().toList()) {
      int cells = line.startsWith("|") ? line.split("\\|", -1).length : 0;
      assertTrue(columns == 0 || cells == 0 || cells == columns, line);
      columns = cells;
    }
  }

  @Test
  void missingRowIsNoticed() throws IOException {
    List<Row> rows = new ArrayList<>(KillMatrix.read().bugs());
    Row removed = rows.remove(0);
    removed.group().checkers.forEach(checker -> assertTrue(isUnmeasured(rows, removed.id() + " by " + checker)));
  }

  @Test
  void rowOfNoBugIsNoticed() throws IOException {
    List<Row> rows = new ArrayList<>(KillMatrix.read().bugs());
    Row row = rows.get(0);
    rows.add(new Row(row.group(), "nothing", row.diff(), row.kind(), row.cells()));
    assertEquals(List.of(row.group() + "/nothing has a row, and is no seeded bug"), problems(rows));
  }

  @Test
  void changedDiffIsNoticed() throws IOException {
    List<Row> rows = new ArrayList<>(KillMatrix.read().bugs());
    Row row = rows.get(0);
    rows.set(0, new Row(row.group(), row.name(), row.diff() + 1, row.kind(), row.cells()));
    row.group().checkers.forEach(checker -> assertTrue(isUnmeasured(rows, row.id() + " by " + checker)));
  }

  /** A new column leaves what the others have measured, and is shown to be open. */
  @Test
  void missingCellIsShown() throws IOException {
    List<Row> rows = new ArrayList<>(KillMatrix.read().bugs());
    Row row = rows.stream().filter(each -> each.id().equals(NOT_ATOMIC)).findFirst().orElseThrow();
    Map<String, Cell> cells = new LinkedHashMap<>(row.cells());
    cells.remove("histories");
    Row without = new Row(row.group(), row.name(), row.diff(), row.kind(), cells);
    rows.set(rows.indexOf(row), without);
    assertEquals(List.of(), problems(rows));
    assertTrue(isUnmeasured(rows, NOT_ATOMIC + " by histories"));
    String document = new KillMatrixDocument(new KillMatrix("", rows)).markdown();
    assertTrue(document.contains("**Not complete: "), document);
    assertTrue(
        document.lines().anyMatch(line -> line.contains("[" + row.name() + "](../spec") && line.contains("| ? |")),
        document);
    assertEquals(row.cells(), without.with(Map.of("histories", row.cells().get("histories"))).cells());
  }

  private static boolean isUnmeasured(List<Row> rows, String cell) {
    try {
      return new KillMatrix("", rows).unmeasured().contains(cell);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** In a source that has changed around a bug, the row stays, but the document says so. */
  @Test
  void changedSourceIsShown() throws IOException {
    List<Row> rows = new ArrayList<>(KillMatrix.read().bugs());
    Row row = rows.get(0);
    Map<String, Cell> cells = new LinkedHashMap<>(row.cells());
    cells.replaceAll((checker, cell) -> cell.of(cell.source() + 1));
    rows.set(0, new Row(row.group(), row.name(), row.diff(), row.kind(), cells));
    String document = new KillMatrixDocument(new KillMatrix("", rows)).markdown();
    assertTrue(document.lines().anyMatch(line -> line.contains("[" + row.name() + "]") && line.contains("†")),
        document);
  }

  @Test
  void bugThatNothingCatchesIsNoticed() throws IOException {
    List<Row> rows = new ArrayList<>(KillMatrix.read().bugs());
    Row row = rows.stream().filter(each -> each.id().equals(NOT_ATOMIC)).findFirst().orElseThrow();
    Map<String, Cell> cells = new LinkedHashMap<>();
    row.group().checkers.forEach(checker -> cells.put(checker, new Cell(KillMatrix.Fate.OUT_OF_TIME, 0, null)));
    rows.set(rows.indexOf(row), new Row(row.group(), row.name(), row.diff(), row.kind(), cells));
    assertEquals(
        List.of(
            "SPEC/swap-not-atomic is not caught by histories, of which its diff says that it is: measure it again",
            "SPEC/swap-not-atomic is not caught by proof, of which its diff says that it is: measure it again",
            "SPEC/swap-not-atomic is caught by nothing"),
        problems(rows));
  }

  /** Step conformance must see every bug of a step: no reason is given why it should not. */
  @Test
  void blankWithoutReasonIsNoticed() throws IOException {
    List<Row> rows = new ArrayList<>(KillMatrix.read().bugs());
    Row row = rows.stream().filter(each -> each.id().equals(NOT_ATOMIC)).findFirst().orElseThrow();
    Map<String, Cell> cells = new LinkedHashMap<>(row.cells());
    cells.put("steps", KillMatrix.NOT_RUN);
    rows.set(rows.indexOf(row), new Row(row.group(), row.name(), row.diff(), row.kind(), cells));
    assertEquals(
        List.of("steps does not catch SPEC/swap-not-atomic, and docs/kill-matrix-reasons.json"
            + " gives no reason for bugs of kind AtomicValue or of this name"),
        problems(rows).stream().map(problem -> problem.replace('\\', '/')).toList());
  }

  private static List<String> problems(List<Row> rows) throws IOException {
    return Problems.of(new KillMatrix("", rows));
  }
}
