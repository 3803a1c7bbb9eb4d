package org.atomicvalue.killmatrix;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.atomicvalue.checkers.mutants.SeededBug;

/**
 * Which checker catches which seeded bug, and how fast. Measured by {@link KillMatrixRun}, kept in {@code
 * docs/kill-matrix.json}, shown by {@link KillMatrixDocument}.
 *
 * @param environment machine, JDK and command of the measurements
 * @param bugs what has been measured, by group and name
 */
record KillMatrix(String environment, List<Row> bugs) {

  static final Path DATA = Path.of("docs", "kill-matrix.json");
  private static final Path CODE_BUGS = Path.of("src", "test", "mutants");
  private static final Path BUGS_BEYOND = CODE_BUGS.resolve("beyond-the-bounds");
  private static final List<Path> FOLDERS =
      List.of(CODE_BUGS, BUGS_BEYOND, Path.of("spec", "mutants"), Path.of("spec", "litmus", "mutants"));
  private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  /** Where seeded bugs are made in, and what tries to catch them. */
  enum Group {
    CODE("Bugs of the code", """
        JUnit is for rules that a single thread can see broken, Lincheck for results that no order of the calls
        explains, faults for what is lost, stuck or held. jcstress and the model of access modes see what weakens
        an order, the one if the machine shows it, the other whether or not it does. Step conformance sees all
        that changes what one of the four operations does to memory, harmful or not, and nothing else; the proof of
        the class file sees that too, for all methods and without bounds.""",
        "JUnit", "faults", "steps", "Lincheck", "jcstress", "access modes", "class file"),
    BEYOND("Bugs of the code beyond the bounds", """
        They depend on what no other check brings: a class, a count, the thread, the clock, a name. They are there
        for the proof of the class file, and shown beside step conformance, the strictest of the others. No other
        checker has been tried on them.""",
        "steps", "class file"),
    SPEC("Bugs of the specification", """
        Invariants see bad states, refinement bad results, liveness what never happens; histories see bad results
        without knowing how the algorithm is to work. Induction needs a single step where the others need a whole
        behaviour. The proof is the induction without bounds, with the refinement and the number of accesses that a
        call may make, so that it sees who waits, too. Step conformance compares with the class, and so sees what
        changed whether or not it does harm.""",
        "invariants", "refinement", "liveness", "induction", "histories", "proof", "steps"),
    MEMORY("Bugs of the memory model", """
        What a memory may do is said best by examples: the litmus tests see a memory that is too strong as well as
        one that is too weak. A property sees what no example happens to spell out.""",
        "invariants", "litmus tests");

    final String title;
    final String lesson;
    final List<String> checkers;

    Group(String title, String lesson, String... checkers) {
      this.title = title;
      this.lesson = lesson;
      this.checkers = List.of(checkers);
    }

    static Group of(SeededBug bug) {
      if (!bug.file().startsWith("spec")) {
        return bug.fields().containsKey("Class-file") ? BEYOND : CODE;
      }
      return bug.file().endsWith("AccessModes.tla") || bug.file().endsWith("JavaAxioms.tla") ? MEMORY : SPEC;
    }
  }

  /** What became of a bug with a checker. */
  enum Fate {
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
   * @param source a hash of the file with the bug in it that was measured
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Cell(Fate outcome, double seconds, String by, int source) {

    Cell(Fate outcome, double seconds, String by) {
      this(outcome, seconds, by, 0);
    }

    Cell rounded() {
      return new Cell(outcome, Math.round(seconds * 10) / 10.0, by, source);
    }

    Cell of(int measured) {
      return new Cell(outcome, seconds, by, measured);
    }
  }

  /** Of a checker that cannot catch the bug, whatever it does. */
  static final Cell NOT_RUN = new Cell(Fate.NOT_CAUGHT, 0, null);

  /**
   * A seeded bug.
   *
   * @param diff a hash of the patch
   * @param kind what kind of bug it is, for the reasons
   * @param cells by checker; of those that have been measured
   */
  record Row(Group group, String name, int diff, String kind, Map<String, Cell> cells) {

    String id() {
      return group + "/" + name;
    }

    boolean isMeasuredBy(String checker) {
      return cells.containsKey(checker);
    }

    /** Measured by all checkers of its group. */
    boolean hasAllCells() {
      return cells.keySet().containsAll(group.checkers);
    }

    boolean isCaughtBy(String checker) {
      return isMeasuredBy(checker) && (cells.get(checker).outcome == Fate.CAUGHT
          || cells.get(checker).outcome == Fate.BROKE_OFF);
    }

    /** This with these cells in the place of those of the same checkers, in the order of the group's. */
    Row with(Map<String, Cell> others) {
      Map<String, Cell> all = new LinkedHashMap<>();
      for (String checker : group.checkers) {
        Cell cell = others.getOrDefault(checker, cells.get(checker));
        if (cell != null) {
          all.put(checker, cell);
        }
      }
      return new Row(group, name, diff, kind, all);
    }
  }

  static KillMatrix read() throws IOException {
    return Files.exists(DATA) ? JSON.readValue(DATA.toFile(), KillMatrix.class) : new KillMatrix("", List.of());
  }

  void write() throws IOException {
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
  static List<SeededBug> existing() throws IOException {
    List<SeededBug> all = new ArrayList<>();
    for (Path folder : FOLDERS) {
      all.addAll(SeededBug.readAll(folder));
    }
    return all;
  }

  static String id(SeededBug bug) {
    return Group.of(bug) + "/" + bug.name();
  }

  Optional<Row> row(SeededBug bug) {
    return bugs.stream().filter(row -> row.id().equals(id(bug))).findFirst();
  }

  static int diff(SeededBug bug) {
    return String.join("\n", bug.diff()).hashCode();
  }

  /** A hash of the file with the bug in it, but for indentation and lines of comment, which no checker looks at. */
  static int source(SeededBug bug) throws IOException {
    return bug.applied().stream()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.matches("(/?\\*|//|\\\\\\*|\\(\\*).*"))
        .collect(Collectors.joining("\n"))
        .hashCode();
  }

  /** What is known of a bug as it is now: a row without cells if it is new, or its diff has changed since. */
  Row current(SeededBug bug) {
    int diff = diff(bug);
    Optional<Row> row = row(bug).filter(each -> each.diff == diff);
    return row.orElseGet(() -> new Row(Group.of(bug), bug.name(), diff, "", Map.of()));
  }

  /** The same of all bugs, by group and name. */
  List<Row> current() throws IOException {
    return existing().stream().map(this::current).sorted(Comparator.comparing(Row::id)).toList();
  }

  /** The bugs of which a cell was measured in another text of the file than it has now. */
  Set<String> changedSources() throws IOException {
    Set<String> changed = new HashSet<>();
    for (SeededBug bug : existing()) {
      int source = source(bug);
      if (current(bug).cells.values().stream().anyMatch(cell -> cell.source != source)) {
        changed.add(id(bug));
      }
    }
    return changed;
  }

  /** The cells that have not been measured since their bug was made or changed. */
  List<String> unmeasured() throws IOException {
    return current().stream()
        .flatMap(row -> row.group.checkers.stream()
            .filter(checker -> !row.isMeasuredBy(checker))
            .map(checker -> row.id() + " by " + checker))
        .toList();
  }

  /** The file of a bug. */
  static Path patch(Row row) {
    List<Path> folders = switch (row.group) {
      case CODE -> List.of(CODE_BUGS);
      case BEYOND -> List.of(BUGS_BEYOND);
      default -> FOLDERS.stream().filter(folder -> folder.startsWith("spec")).toList();
    };
    return folders.stream()
        .map(folder -> folder.resolve(row.name + ".patch"))
        .filter(Files::exists)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("there is no bug " + row.id()));
  }
}
