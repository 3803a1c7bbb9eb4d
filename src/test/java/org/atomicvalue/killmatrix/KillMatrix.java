package org.atomicvalue.killmatrix;

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
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.atomicvalue.checkers.mutants.Mutant;
import org.atomicvalue.controls.SeededBugs;

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
  private static final int LETTERS = 'z' - 'a' + 1;
  private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  /** Where seeded bugs are made in, and what tries to catch them. */
  enum Group {
    CODE("Bugs of the code", """
        JUnit is for rules that a single thread can see broken, Lincheck for results that no order of the calls
        explains, faults for what is lost, stuck or held. jcstress and the model of access modes see what weakens
        an order, the one if the machine shows it, the other whether or not it does. Step conformance sees all
        that changes what one of the four operations does to memory, harmful or not, and nothing else.""",
        "JUnit", "faults", "steps", "Lincheck", "jcstress", "access modes"),
    SPEC("Bugs of the specification", """
        Invariants see bad states, refinement bad results, liveness what never happens; histories see bad results
        without knowing how the algorithm is to work. Induction needs a single step where the others need a whole
        behaviour. Step conformance compares with the class, and so sees what changed whether or not it does harm.""",
        "invariants", "refinement", "liveness", "induction", "histories", "steps"),
    MEMORY("Bugs of the memory model", """
        What a memory may do is said best by examples: the litmus tests see a memory that is too strong as well as
        one that is too weak. A property sees what no example happens to spell out.""",
        "invariants", "refinement", "litmus tests");

    final String title;
    final String lesson;
    final List<String> checkers;

    Group(String title, String lesson, String... checkers) {
      this.title = title;
      this.lesson = lesson;
      this.checkers = List.of(checkers);
    }

    static Group of(Mutant bug) {
      if (!bug.file().startsWith("spec")) {
        return CODE;
      }
      return bug.file().endsWith("AccessModes.tla") || bug.file().endsWith("JavaAxioms.tla") ? MEMORY : SPEC;
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
   * @param diff a hash of the patch
   * @param source a hash of the file with the bug in it
   * @param kind what kind of bug it is, for the reasons
   * @param cells by checker
   */
  record Row(Group group, String name, int diff, int source, String kind, Map<String, Cell> cells) {

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

  Optional<Row> row(Mutant bug) {
    return bugs.stream().filter(row -> row.id().equals(id(bug))).findFirst();
  }

  static int diff(Mutant bug) {
    return String.join("\n", bug.diff()).hashCode();
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
    Set<String> changed = changedSources();
    StringBuilder text = new StringBuilder("""
        # Kill matrix

        Every seeded bug against every checker, not only those named beside it: how many seconds it took to catch
        the bug, or a letter that stands for the reason, below the table, why it did not.

        """);
    List<String> unmeasured = unmeasured();
    if (!unmeasured.isEmpty()) {
      text.append("**Not complete: %d of %d bugs have not been measured yet.** They are named below each table, and\n"
          .formatted(unmeasured.size(), existing().size()) + "the counts are of the others alone.\n\n");
    }
    text.append(lesson());
    text.append(String.format(Locale.ROOT, """

        `mvn -Pdeep test-compile exec:exec@kill-matrix` measures what is new or has changed, a line per bug, and
        writes this page from [kill-matrix.json](kill-matrix.json), which also says what in particular caught each
        bug; `-Dkill.matrix.args=all` measures everything, in more than an hour,
        `-Dkill.matrix.args=CODE/swap-not-atomic` one bug anew, `-Dkill.matrix.args=sound` shows that everything
        passes without a bug, and `-Dkill.matrix.args=page` only writes the page. `mvn test` fails unless the page
        names exactly the bugs that exist, each row is caught by something, each blank has its reason, and a
        changed diff counts as not measured. It does not measure; and that a *checker* has changed since, or another
        file than that of the bug, nothing notices.

        How to read it:

        - The bounds are those of the negative controls in `mvn verify`, which are light, or lighter where
          jcstress runs what no bug names; a longer run catches more. What depends on luck (JUnit, faults, stress
          by Lincheck, jcstress) comes out differently another time.
        - A checker of several JVMs (JUnit, faults, TLC over the small models, smallest first) runs them one after
          the other until one catches the bug, and the time is that of all of them, JVM starts included. TLC's
          part of the steps, which is the same for all bugs of a class, is not in it. jcstress runs all programs
          to the end, for 100 ms interpreted and 100 ms compiled by C2, and then those named beside the bug as the
          negative controls do.
        - `!`: it ended with an error that it does not have without the bug (TLC cannot evaluate the model, a test
          throws, the halting of threads cannot take the class apart), and nothing in it with a judgement. A build
          fails by it too, so it counts as caught.
        - `invariants` are also the properties of single steps; `refinement`, `liveness`, `induction` and
          `histories` are TLC with the properties of that kind alone, on models of at most %,d states. `Inv` lists
          the steps that there are, so a bug that adds one breaks it for that alone.
        """, PropertyKinds.STATES));
    if (!changed.isEmpty()) {
      text.append("""
          - †: measured before something else in the same file has changed. Without arguments the command measures
            these anew.
          """);
    }
    text.append(
        "\nMeasured while other work ran beside it, so the times say which is large and which small, not more:\n")
        .append(environment).append(".\n");
    for (Group group : Group.values()) {
      text.append(table(group, changed));
      String missing = unmeasured.stream()
          .filter(id -> id.startsWith(group + "/"))
          .map(id -> id.substring(id.indexOf('/') + 1))
          .collect(Collectors.joining(", "));
      text.append(missing.isEmpty() ? "" : "\n**Not measured yet:** " + missing + ".\n");
    }
    return text.toString().strip() + "\n";
  }

  /** What the counts say to somebody who asks what each technique is good for. */
  private String lesson() {
    StringBuilder text = new StringBuilder("No technique is enough:\n\n");
    for (Group group : Group.values()) {
      List<Row> rows = rows(group);
      String counts = group.checkers.stream()
          .map(checker -> "%s %d".formatted(checker, caught(rows, checker)))
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
      text.append("| [%s](../%s)%s |".formatted(row.name, path(row), changed.contains(row.id()) ? " †" : ""));
      for (String checker : group.checkers) {
        text.append(' ').append(show(row, checker, letters)).append(" |");
      }
      text.append('\n');
    }
    text.append("| **caught, of %d** |".formatted(rows.size()));
    group.checkers.forEach(checker -> text.append(" **%d** |".formatted(caught(rows, checker))));
    text.append("\n| **seconds, median** |");
    group.checkers.forEach(checker -> text.append(" %s |".formatted(median(rows, checker))));
    text.append("\n\n");
    letters.forEach((reason, letter) -> text.append("- ").append(letter).append(": ").append(reason).append('\n'));
    return text.toString();
  }

  private List<Row> rows(Group group) {
    return bugs.stream().filter(row -> row.group == group).toList();
  }

  private static long caught(List<Row> rows, String checker) {
    return rows.stream().filter(row -> isCaught(row, checker)).count();
  }

  private static long caughtAlone(List<Row> rows, Group group, String checker) {
    return rows.stream()
        .filter(
            row -> isCaught(row, checker) && group.checkers.stream().filter(each -> isCaught(row, each)).count() == 1)
        .count();
  }

  private static String median(List<Row> rows, String checker) {
    double[] seconds = rows.stream()
        .filter(row -> isCaught(row, checker))
        .mapToDouble(row -> row.cells.get(checker).seconds)
        .sorted()
        .toArray();
    return seconds.length == 0 ? "" : String.format(Locale.ROOT, "%.1f", seconds[seconds.length / 2]);
  }

  /** The rows whose bug was measured in another text of the file than it has now. */
  private Set<String> changedSources() throws IOException {
    Set<String> changed = new HashSet<>();
    for (Mutant bug : existing()) {
      int source = source(bug);
      row(bug).filter(row -> row.source != source).ifPresent(row -> changed.add(row.id()));
    }
    return changed;
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
    return letters.computeIfAbsent(reason, r -> letter(letters.size()));
  }

  /** The n-th sign for a reason, counted from 0: a to z, then aa, ab, and so on. */
  static String letter(int n) {
    String last = String.valueOf((char) ('a' + n % LETTERS));
    return n < LETTERS ? last : letter(n / LETTERS - 1) + last;
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
      row(bug).ifPresent(row -> namedColumns(bug).stream()
          .filter(checker -> row.cells.containsKey(checker) && !isCaught(row, checker))
          .forEach(checker -> problems.add(
              row.id() + " is not caught by " + checker + ", of which its diff says that it is: measure it again")));
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

  /** The columns of the checkers that the negative controls show to catch a bug. */
  private static Set<String> namedColumns(Mutant bug) {
    if (bug.fields().containsKey("Model")) {
      return Set.of(PropertyKinds.kind(bug.field("Breaks")));
    }
    if (Group.of(bug) == Group.MEMORY) {
      return Set.of("litmus tests");
    }
    Set<String> columns = new TreeSet<>(bug.fields().containsKey("Modes") ? Set.of("access modes") : Set.of());
    for (String checker : bug.field("Caught-by").split("\\s*,\\s*")) {
      String test = checker.replaceFirst("#.*", "");
      if (test.endsWith("StepsTest")) {
        columns.add("steps");
      } else if (test.endsWith("LincheckTest")) {
        columns.add("Lincheck");
      } else if (SeededBugs.isLitmusTest(test)) {
        columns.add("jcstress");
      } else if (!checker.contains("(JDK")) { // which need not be the one of the measurement
        columns.add(KillMatrixRun.FAULTS.contains(test) ? "faults" : "JUnit");
      }
    }
    return columns;
  }

  /** Bugs that have not been measured since they were made or changed. */
  List<String> unmeasured() throws IOException {
    List<String> ids = new ArrayList<>();
    for (Mutant bug : existing()) {
      if (row(bug).isEmpty() || row(bug).get().diff != diff(bug)) {
        ids.add(id(bug));
      }
    }
    return ids;
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
