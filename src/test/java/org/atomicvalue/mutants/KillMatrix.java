package org.atomicvalue.mutants;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
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
  private static final List<Path> FOLDERS = List.of(
      Path.of("src", "test", "mutants"), Path.of("spec", "mutants"), Path.of("spec", "litmus", "mutants"));
  private static final Path REASONS = Path.of("docs", "kill-matrix-reasons.json");
  private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  /** Where seeded bugs are made in, and what tries to catch them. */
  enum Group {
    CODE("Bugs of the code", "JUnit", "faults", "steps", "Lincheck", "jcstress", "access modes"),
    SPEC("Bugs of the specification", "invariants", "refinement", "liveness", "induction", "histories", "steps"),
    MEMORY("Bugs of the memory model", "invariants", "refinement", "litmus tests");

    final String title;
    final List<String> checkers;

    Group(String title, String... checkers) {
      this.title = title;
      this.checkers = List.of(checkers);
    }

    static Group of(Mutant bug) {
      if (!bug.file().startsWith("spec")) {
        return CODE;
      }
      return bug.file().endsWith("AccessModes.tla") ? MEMORY : SPEC;
    }
  }

  /** What became of a bug with a checker. */
  enum Outcome {
    CAUGHT,
    /** It ended with an error, which it does not without the bug, but which is no judgement of its own. */
    BROKE_OFF,
    NOT_CAUGHT,
    OUT_OF_TIME
  }

  /**
   * A cell of the table.
   *
   * @param by what in particular caught it
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Cell(Outcome outcome, double seconds, String by) {

    Cell rounded() {
      return new Cell(outcome, Math.round(seconds * 10) / 10.0, by);
    }
  }

  /** Of a checker that cannot catch the bug, whatever it does. */
  static final Cell NOT_RUN = new Cell(Outcome.NOT_CAUGHT, 0, null);

  /**
   * A seeded bug.
   *
   * @param source a hash of the file with the bug in it: when either changes, the bug is measured anew
   * @param kind what kind of bug it is, for the reasons
   * @param cells by checker
   */
  record Row(Group group, String name, int source, String kind, Map<String, Cell> cells) {

    String id() {
      return group + "/" + name;
    }
  }

  static KillMatrix read() throws IOException {
    return Files.exists(DATA) ? JSON.readValue(DATA.toFile(), KillMatrix.class) : new KillMatrix("", List.of());
  }

  /** Writes the data and the document. */
  void write() throws IOException {
    writeData();
    Files.writeString(DOCUMENT, markdown());
  }

  void writeData() throws IOException {
    JSON.writeValue(DATA.toFile(), this);
  }

  /** This with a row added, or in the place of the one of the same bug. */
  KillMatrix with(Row row) {
    Map<String, Row> rows = new TreeMap<>();
    bugs.forEach(each -> rows.put(each.id(), each));
    rows.put(row.id(), row);
    return new KillMatrix(environment, List.copyOf(rows.values()));
  }

  KillMatrix withEnvironment(String other) {
    return new KillMatrix(other, bugs);
  }

  KillMatrix withoutVanished() throws IOException {
    Set<String> ids = existing().stream().map(KillMatrix::id).collect(Collectors.toSet());
    return new KillMatrix(environment, bugs.stream().filter(row -> ids.contains(row.id())).toList());
  }

  /** All bugs that there are. */
  static List<Mutant> existing() throws IOException {
    List<Mutant> all = new ArrayList<>();
    for (Path folder : FOLDERS) {
      all.addAll(Mutant.readAll(folder));
    }
    return all;
  }

  static String id(Mutant bug) {
    return Group.of(bug) + "/" + bug.name();
  }

  /** Whether there is a measurement of this bug in the file as it is now. */
  boolean hasCurrent(Mutant bug) throws IOException {
    int source = source(bug);
    return bugs.stream().anyMatch(row -> row.id().equals(id(bug)) && row.source() == source);
  }

  /** A hash of the file with the bug in it, but for indentation and lines of comment, which no checker looks at. */
  static int source(Mutant bug) throws IOException {
    return bug.applied().stream()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.matches("(/?\\*|//|\\\\\\*|\\(\\*).*"))
        .collect(Collectors.joining("\n"))
        .hashCode();
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
        text.append("| [").append(row.name).append("](../").append(path(row)).append(") |");
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

  private static String path(Row row) {
    return FOLDERS.stream()
        .map(folder -> folder.resolve(row.name + ".patch"))
        .filter(patch -> Files.exists(patch) && (row.group == Group.CODE) == patch.startsWith("src"))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("there is no bug " + row.id()))
        .toString()
        .replace('\\', '/');
  }

  private static boolean isCaught(Row row, String checker) {
    Outcome outcome = row.cells.get(checker).outcome;
    return outcome == Outcome.CAUGHT || outcome == Outcome.BROKE_OFF;
  }

  private static String show(Row row, String checker, Map<String, String> letters) throws IOException {
    Cell cell = row.cells.get(checker);
    if (isCaught(row, checker)) {
      return String.format(Locale.ROOT, cell.outcome == Outcome.CAUGHT ? "%.1f" : "%.1f !", cell.seconds);
    }
    String reason = cell.outcome == Outcome.OUT_OF_TIME
        ? "It had not ended after " + KillMatrixRun.LIMIT_SECONDS + " seconds."
        : reason(row, checker).orElseThrow();
    return letters.computeIfAbsent(reason, r -> String.valueOf((char) ('a' + letters.size())));
  }

  /** Why a checker does not catch a bug of this name or kind; absent if no reason is known, for then it should. */
  private static Optional<String> reason(Row row, String checker) throws IOException {
    Map<?, ?> reasons = JSON.readValue(REASONS.toFile(), Map.class);
    Map<?, ?> ofChecker = (Map<?, ?>) ((Map<?, ?>) reasons.get(row.group.name())).get(checker);
    return Stream.of(row.name, row.kind, "any")
        .map(ofChecker::get)
        .filter(Objects::nonNull)
        .map(Object::toString)
        .findFirst();
  }

  /** What is wrong with the table, so that it must not be shown. */
  List<String> problems() throws IOException {
    List<String> problems = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (Mutant bug : existing()) {
      ids.add(id(bug));
      if (!hasCurrent(bug)) {
        problems.add(id(bug) + " has not been measured in " + bug.file() + " as it is now");
      }
    }
    for (Row row : bugs) {
      if (!ids.contains(row.id())) {
        problems.add(row.id() + " has a row, and is no seeded bug");
      } else if (!row.cells.keySet().equals(Set.copyOf(row.group.checkers))) {
        problems.add(row.id() + " has been measured with " + row.cells.keySet() + ", not with " + row.group.checkers);
      } else {
        problems.addAll(problems(row));
      }
    }
    return problems;
  }

  private static List<String> problems(Row row) throws IOException {
    List<String> problems = new ArrayList<>();
    if (row.group.checkers.stream().noneMatch(checker -> isCaught(row, checker))) {
      problems.add(row.id() + " is caught by nothing");
    }
    for (String checker : row.group.checkers) {
      if (row.cells.get(checker).outcome == Outcome.NOT_CAUGHT && reason(row, checker).isEmpty()) {
        problems.add("%s does not catch %s, and %s gives no reason for bugs of kind %s or of this name"
            .formatted(checker, row.id(), REASONS, row.kind));
      }
    }
    return problems;
  }
}
