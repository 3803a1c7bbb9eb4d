package org.atomicvalue.mutants;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Which checker catches which seeded bug, and how fast. Measured by {@link KillMatrixRun}, kept in {@code
 * docs/kill-matrix.json}, shown in {@code docs/kill-matrix.md}.
 *
 * @param environment machine, JDK and command of the measurements
 * @param bugs what has been measured, by group and name
 */
record KillMatrix(String environment, List<Row> bugs) {

  static final Path DATA = Path.of("docs", "kill-matrix.json");
  static final Path DOCUMENT = Path.of("docs", "kill-matrix.md");
  private static final Path REASONS = Path.of("docs", "kill-matrix-reasons.json");
  private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  /** Where seeded bugs are, and what tries to catch them. */
  enum Group {
    CODE("Bugs of the code", Path.of("src", "test", "mutants"),
        "JUnit", "faults", "steps", "Lincheck", "jcstress", "access modes"),
    SPEC("Bugs of the specification", Path.of("spec", "mutants"),
        "invariants", "refinement", "liveness", "induction", "histories", "steps"),
    MEMORY("Bugs of the memory", Path.of("spec", "litmus", "mutants"), "litmus tests", "invariants", "refinement");

    final String title;
    final Path folder;
    final List<String> checkers;

    Group(String title, Path folder, String... checkers) {
      this.title = title;
      this.folder = folder;
      this.checkers = List.of(checkers);
    }
  }

  /** What became of a bug with a checker. */
  enum Outcome {
    CAUGHT,
    NOT_CAUGHT,
    OUT_OF_TIME
  }

  /**
   * A cell of the table.
   *
   * @param by what in particular caught it
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Cell(Outcome outcome, double seconds, String by) {}

  /**
   * A seeded bug.
   *
   * @param diff a hash of its patch: a changed bug is measured anew
   * @param kind what kind of bug it is, for the reasons
   * @param cells by checker
   */
  record Row(Group group, String name, int diff, String kind, Map<String, Cell> cells) {}

  static KillMatrix read() throws IOException {
    return Files.exists(DATA) ? JSON.readValue(DATA.toFile(), KillMatrix.class) : new KillMatrix("", List.of());
  }

  /** Writes the data and the document. */
  void write() throws IOException {
    JSON.writeValue(DATA.toFile(), this);
    Files.writeString(DOCUMENT, markdown());
  }

  /** This with a row added, or in the place of the one of the same bug. */
  KillMatrix with(Row row) {
    Map<String, Row> rows = new TreeMap<>();
    bugs.forEach(each -> rows.put(each.group + " " + each.name, each));
    rows.put(row.group + " " + row.name, row);
    return new KillMatrix(environment, List.copyOf(rows.values()));
  }

  /** The bugs that exist, as "GROUP name". */
  static Set<String> existing() throws IOException {
    Set<String> names = new TreeSet<>();
    for (Group group : Group.values()) {
      Mutant.readAll(group.folder).forEach(bug -> names.add(group + " " + bug.name()));
    }
    return names;
  }

  String markdown() throws IOException {
    StringBuilder text = new StringBuilder("""
        # Kill matrix

        Every seeded bug against every checker, not only those named beside it: how many seconds it took to catch the bug,
        from the start of its JVM, or a letter that stands for the reason, below the table, why it was not caught. It shows
        what each technique is good for: no column is full.

        `mvn -Pdeep test-compile exec:exec@kill-matrix` measures what has changed since and writes this page from
        [kill-matrix.json](kill-matrix.json); `mvn test` checks that it lists exactly the bugs that exist. The bounds are
        those of the negative controls in `mvn verify`, which are light.

        """);
    text.append(environment).append("\n");
    for (Group group : Group.values()) {
      List<Row> rows = bugs.stream().filter(row -> row.group == group).toList();
      Map<String, String> letters = new LinkedHashMap<>();
      text.append("\n## ").append(group.title).append("\n\n| bug |");
      group.checkers.forEach(checker -> text.append(' ').append(checker).append(" |"));
      text.append("\n|---|").append("--:|".repeat(group.checkers.size())).append('\n');
      for (Row row : rows) {
        text.append("| [").append(row.name).append("](../").append(path(group)).append('/').append(row.name)
            .append(".patch) |");
        for (String checker : group.checkers) {
          text.append(' ').append(show(row, checker, letters)).append(" |");
        }
        text.append('\n');
      }
      text.append("| **caught, of ").append(rows.size()).append("** |");
      for (String checker : group.checkers) {
        text.append(" **").append(rows.stream().filter(row -> isCaught(row, checker)).count()).append("** |");
      }
      text.append("\n\n");
      letters.forEach((reason, letter) -> text.append("- ").append(letter).append(": ").append(reason).append('\n'));
    }
    return text.toString();
  }

  private static String path(Group group) {
    return group.folder.toString().replace('\\', '/');
  }

  private static boolean isCaught(Row row, String checker) {
    return row.cells.get(checker).outcome == Outcome.CAUGHT;
  }

  private static String show(Row row, String checker, Map<String, String> letters) throws IOException {
    Cell cell = row.cells.get(checker);
    if (cell.outcome == Outcome.CAUGHT) {
      return String.format(Locale.ROOT, "%.1f", cell.seconds);
    }
    String reason = cell.outcome == Outcome.OUT_OF_TIME
        ? "it had not ended after " + KillMatrixRun.LIMIT_SECONDS + " seconds."
        : reason(row, checker);
    return letters.computeIfAbsent(reason, r -> String.valueOf((char) ('a' + letters.size())));
  }

  /** Why a checker does not catch a bug of this name or kind; fails where no reason is known, for then it should. */
  static String reason(Row row, String checker) throws IOException {
    Map<?, ?> reasons = JSON.readValue(REASONS.toFile(), Map.class);
    Map<?, ?> ofChecker = (Map<?, ?>) ((Map<?, ?>) reasons.get(row.group.name())).get(checker);
    Object reason = Stream.of(row.name, row.kind, "any").map(ofChecker::get).filter(Objects::nonNull).findFirst().orElse(null);
    if (reason == null) {
      throw new IllegalStateException(
          "%s does not catch %s, and %s gives no reason for bugs of kind %s or of this name"
              .formatted(checker, row.name, REASONS, row.kind));
    }
    return reason.toString();
  }

  /** All reasons that are missing, so that a run can end before they are written. */
  List<String> missingReasons() {
    List<String> missing = new ArrayList<>();
    for (Row row : bugs) {
      for (String checker : row.cells.keySet()) {
        try {
          if (row.cells.get(checker).outcome == Outcome.NOT_CAUGHT) {
            reason(row, checker);
          }
        } catch (IllegalStateException | IOException e) {
          missing.add(e.getMessage());
        }
      }
    }
    return missing.stream().distinct().toList();
  }

  /** Bugs that nothing catches. */
  List<String> caughtByNothing() {
    return bugs.stream()
        .filter(row -> row.group.checkers.stream().noneMatch(checker -> isCaught(row, checker)))
        .map(Row::name)
        .toList();
  }
}
