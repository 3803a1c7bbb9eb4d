package org.atomicvalue.killmatrix;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.atomicvalue.killmatrix.KillMatrix.Cell;
import org.atomicvalue.killmatrix.KillMatrix.Fate;
import org.atomicvalue.killmatrix.KillMatrix.Group;
import org.atomicvalue.killmatrix.KillMatrix.Row;

/** The {@link KillMatrix} for readers: {@code docs/kill-matrix.md}. */
final class KillMatrixDocument {

  static final Path FILE = Path.of("docs", "kill-matrix.md");
  private static final int LETTERS = 'z' - 'a' + 1;

  private final KillMatrix matrix;
  private final List<Row> all;

  KillMatrixDocument(KillMatrix matrix) throws IOException {
    this.matrix = matrix;
    all = matrix.current();
  }

  void write() throws IOException {
    Files.writeString(FILE, markdown());
  }

  String markdown() throws IOException {
    Set<String> changed = matrix.changedSources();
    StringBuilder text = new StringBuilder("""
        # Kill matrix

        Every seeded bug against every checker, not only those named beside it: how many seconds it took to catch
        the bug, or a letter that stands for the reason, below the table, why it did not.

        """);
    int unmeasured = matrix.unmeasured().size();
    if (unmeasured > 0) {
      text.append(
          "**Not complete: %d of %d cells have not been measured yet.** They are shown as `?`, and the counts are\n"
              .formatted(unmeasured, cells()) + "of the others alone.\n\n");
    }
    text.append(lesson());
    text.append(String.format(Locale.ROOT, """

        `mvn -Pdeep test-compile exec:exec@kill-matrix` measures what is new or has changed, a line per bug, and
        writes this page from [kill-matrix.json](kill-matrix.json), which also says what in particular caught each
        bug; `-Dkill.matrix.args=all` measures everything, in more than an hour,
        `-Dkill.matrix.args=CODE/swap-not-atomic` one bug anew, and `"-Dkill.matrix.args=column=proof
        column=class-file"` these columns alone, which with `all` or names go before: so a new checker is measured
        without the others. `-Dkill.matrix.args=sound` shows that everything passes without a bug, and
        `-Dkill.matrix.args=page` only writes the page. `mvn test` fails unless the page names exactly the bugs that
        exist, each row that is complete is caught by something, each blank has its reason, and a changed diff counts
        as not measured. It does not measure; and that a *checker* has changed since, or another file than that of
        the bug, nothing notices.

        How to read it:

        - The bounds are those of the negative controls in `mvn verify`, which are light, or lighter where
          jcstress runs what no bug names; a longer run catches more. What depends on luck (JUnit, faults, stress
          by Lincheck, jcstress) comes out differently another time.
        - A checker of several JVMs (JUnit, faults, TLC over the small models, smallest first) runs them one after
          the other until one catches the bug, and the time is that of all of them, JVM starts included. TLC's
          part of the steps, which is the same for all bugs of a class, is not in it. jcstress runs all programs
          to the end, for 100 ms interpreted and 100 ms compiled by C2, and then those named beside the bug as the
          negative controls do.
        - The proof asks for one obligation after the other, until one is not proved; the proof of the class file
          stops at the first difference. Both run in the JVM that measures, which has proved what is the same without
          the bug before. So these times are not to be compared with those of others.
        - `!`: it ended with an error that it does not have without the bug (TLC cannot evaluate the model, a test
          throws, the halting of threads cannot take the class apart, the proof of the class file or step conformance
          does not understand it and refuses it), and nothing in it with a judgement. A build fails by it too, so it
          counts as caught.
        - `invariants` are also the properties of single steps; `refinement`, `liveness`, `induction` and
          `histories` are TLC with the properties of that kind alone, on models of at most %,d states. `Inv` lists
          the steps that there are, so a bug that adds one breaks it for that alone.
        """, PropertyKinds.STATES));
    if (!changed.isEmpty()) {
      text.append("""
          - †: at least one of its cells was measured before something else in the same file has changed. Without
            arguments the command measures these anew.
          """);
    }
    text.append("""

        Measured mostly with nothing beside it, bugs of the specification two at a time, on days on which machines of
        this kind were more and less quick, so the times say which is large and which small, not more:
        """).append(matrix.environment()).append(".\n");
    for (Group group : Group.values()) {
      text.append(table(group, changed));
    }
    return text.toString().strip() + "\n";
  }

  /** What the counts say to somebody who asks what each technique is good for. */
  private String lesson() {
    StringBuilder text = new StringBuilder("No technique is enough:\n\n");
    for (Group group : Group.values()) {
      List<Row> rows = rows(group);
      String counts = group.checkers.stream()
          .map(checker -> "%s %s".formatted(checker, caughtOfMeasured(rows, checker)))
          .collect(Collectors.joining(", "));
      String alone = group.checkers.stream()
          .filter(checker -> caughtAlone(rows, group, checker) > 0)
          .map(checker -> "%s %d".formatted(checker, caughtAlone(rows, group, checker)))
          .collect(Collectors.joining(", "));
      text.append("- **%s**, %d. Caught by %s;%n  by one alone: %s.%n%s".formatted(
          group.title, rows.size(), counts, alone.isEmpty() ? "none" : alone, group.lesson.indent(2)));
    }
    return text.toString();
  }

  private String table(Group group, Set<String> changed) throws IOException {
    List<Row> rows = rows(group);
    Map<String, String> letters = new LinkedHashMap<>();
    StringBuilder text = new StringBuilder("\n## " + group.title + "\n\n| bug |");
    group.checkers.forEach(checker -> text.append(' ').append(checker).append(" |"));
    text.append("\n|---|").append("--:|".repeat(group.checkers.size())).append('\n');
    for (Row row : rows) {
      text.append("| [%s](../%s)%s |".formatted(row.name(), path(row), changed.contains(row.id()) ? " †" : ""));
      for (String checker : group.checkers) {
        text.append(' ').append(show(row, checker, letters)).append(" |");
      }
      text.append('\n');
    }
    text.append("| **caught, of %d** |".formatted(rows.size()));
    group.checkers.forEach(checker -> text.append(" **%s** |".formatted(caughtOfMeasured(rows, checker))));
    text.append("\n| **seconds, median** |");
    group.checkers.forEach(checker -> text.append(" %s |".formatted(median(rows, checker))));
    text.append("\n\n");
    if (!letters.isEmpty()) {
      text.append("Why a checker does not catch a bug, where *it* is the checker of the column:\n\n");
    }
    letters.forEach((reason, letter) -> text.append("- ").append(letter).append(": ").append(reason).append('\n'));
    return text.toString();
  }

  private List<Row> rows(Group group) {
    return all.stream().filter(row -> row.group() == group).toList();
  }

  private int cells() {
    return all.stream().mapToInt(row -> row.group().checkers.size()).sum();
  }

  /** How many it caught, and of how many, unless that is all. */
  private static String caughtOfMeasured(List<Row> rows, String checker) {
    long caught = rows.stream().filter(row -> row.isCaughtBy(checker)).count();
    long measured = rows.stream().filter(row -> row.isMeasuredBy(checker)).count();
    return measured == rows.size() ? String.valueOf(caught) : caught + " of " + measured;
  }

  private static long caughtAlone(List<Row> rows, Group group, String checker) {
    return rows.stream()
        .filter(row -> row.hasAllCells() && row.isCaughtBy(checker)
            && group.checkers.stream().filter(each -> row.isCaughtBy(each)).count() == 1)
        .count();
  }

  private static String median(List<Row> rows, String checker) {
    double[] seconds = rows.stream()
        .filter(row -> row.isCaughtBy(checker))
        .mapToDouble(row -> row.cells().get(checker).seconds())
        .sorted()
        .toArray();
    return seconds.length == 0 ? "" : String.format(Locale.ROOT, "%.1f", seconds[seconds.length / 2]);
  }

  private static String path(Row row) {
    return KillMatrix.patch(row).toString().replace('\\', '/');
  }

  private static String show(Row row, String checker, Map<String, String> letters) throws IOException {
    if (!row.isMeasuredBy(checker)) {
      return "?";
    }
    Cell cell = row.cells().get(checker);
    if (row.isCaughtBy(checker)) {
      return String.format(Locale.ROOT, cell.outcome() == Fate.CAUGHT ? "%.1f" : "%.1f !", cell.seconds());
    }
    String reason = cell.outcome() == Fate.OUT_OF_TIME
        ? "It had not ended after " + Measurement.LIMIT_SECONDS + " seconds."
        : Reasons.of(row, checker).orElseThrow();
    return letters.computeIfAbsent(reason, r -> letter(letters.size()));
  }

  /** The n-th sign for a reason, counted from 0: a to z, then aa, ab, and so on. */
  static String letter(int n) {
    String last = String.valueOf((char) ('a' + n % LETTERS));
    return n < LETTERS ? last : letter(n / LETTERS - 1) + last;
  }
}
