package org.atomicvalue.killmatrix;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.atomicvalue.checkers.mutants.Mutant;

/**
 * Which checker catches which seeded bug, and how fast. Measured by {@link KillMatrixRun}, kept in {@code
 * docs/kill-matrix.json}, shown by {@link KillMatrixDocument}.
 *
 * @param environment machine, JDK and command of the measurements
 * @param bugs what has been measured, by group and name
 */
record KillMatrix(String environment, List<Row> bugs) {

  static final Path DATA = Path.of("docs", "kill-matrix.json");
  static final List<Path> FOLDERS = List.of(
      Path.of("src", "test", "mutants"), Path.of("spec", "mutants"), Path.of("spec", "litmus", "mutants"));
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

    boolean isCaughtBy(String checker) {
      Outcome outcome = cells.get(checker).outcome;
      return outcome == Outcome.CAUGHT || outcome == Outcome.BROKE_OFF;
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

  /** The rows whose bug was measured in another text of the file than it has now. */
  Set<String> changedSources() throws IOException {
    Set<String> changed = new HashSet<>();
    for (Mutant bug : existing()) {
      int source = source(bug);
      row(bug).filter(row -> row.source != source).ifPresent(row -> changed.add(row.id()));
    }
    return changed;
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
}
