package org.atomicvalue.killmatrix;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.atomicvalue.checkers.measure.Machine;
import org.atomicvalue.checkers.mutants.SeededBug;
import org.atomicvalue.killmatrix.KillMatrix.Cell;
import org.atomicvalue.killmatrix.KillMatrix.Group;
import org.atomicvalue.killmatrix.KillMatrix.Row;

/**
 * Runs every seeded bug through every checker and writes the {@link KillMatrix}, after each bug, so that a run that was
 * stopped goes on where it was. What has been measured, of a bug in a source that has not changed, is not measured
 * again.
 *
 * <p>{@code mvn -Pdeep test-compile exec:exec@kill-matrix} takes more than an hour at first. {@code
 * -Dkill.matrix.args=} followed by bugs such as {@code SPEC/swap-not-atomic} measures these anew, and {@code all}
 * everything. {@code column=NAME}, with a hyphen for a space, leaves all other columns alone: a new checker costs no
 * more than itself. With {@code sound} the unchanged sources, or those that the bugs named after it change, go through
 * every checker instead, and all must pass. {@code page} only writes the document.
 */
final class KillMatrixRun {

  private static final String COLUMN = "column=";

  private KillMatrix matrix;

  private KillMatrixRun(KillMatrix matrix) {
    this.matrix = matrix;
  }

  public static void main(String[] args) throws Exception {
    System.setProperty("mutants.timeout", String.valueOf(Measurement.LIMIT_SECONDS));
    Set<String> names = new TreeSet<>(List.of(args));
    Set<String> columns = names.stream().filter(name -> name.startsWith(COLUMN))
        .map(name -> name.substring(COLUMN.length()).replace('-', ' ')).collect(Collectors.toSet());
    names.removeIf(name -> name.startsWith(COLUMN));
    requireKnown(names, columns);
    KillMatrixRun run = new KillMatrixRun(KillMatrix.read().withoutVanished());
    if (names.contains("sound")) {
      run.requireSoundSourcesPass(names, columns);
    } else if (names.contains("page")) {
      run.write();
    } else {
      run.run(names, columns);
    }
    System.exit(0);
  }

  private static void requireKnown(Set<String> names, Set<String> columns) throws IOException {
    Set<String> unknown = new TreeSet<>(names);
    unknown.removeAll(Set.of("all", "sound", "page"));
    KillMatrix.existing().forEach(bug -> unknown.remove(KillMatrix.id(bug)));
    columns.stream()
        .filter(column -> Stream.of(Group.values()).noneMatch(group -> group.checkers.contains(column)))
        .forEach(column -> unknown.add(COLUMN + column));
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException("neither bugs nor columns of the kill matrix: " + unknown);
    }
  }

  /** The columns that are to be measured, of each bug of which there are any. */
  private Map<SeededBug, List<String>> wanted(Set<String> names, Set<String> columns) throws IOException {
    Map<SeededBug, List<String>> wanted = new LinkedHashMap<>();
    for (SeededBug bug : KillMatrix.existing()) {
      Row row = matrix.current(bug);
      int source = KillMatrix.source(bug);
      List<String> open = row.group().checkers.stream()
          .filter(column -> columns.isEmpty() || columns.contains(column))
          .filter(column -> names.isEmpty()
              ? !row.isMeasuredBy(column) || row.cells().get(column).source() != source
              : names.contains("all") || names.contains(row.id()))
          .toList();
      if (!open.isEmpty()) {
        wanted.put(bug, open);
      }
    }
    return wanted;
  }

  private void run(Set<String> names, Set<String> columns) throws Exception {
    Map<SeededBug, List<String>> wanted = wanted(names, columns);
    System.out.printf("%d bugs to measure%n", wanted.size());
    // TLC has one worker here, so two bugs at a time; whatever races has the machine for itself.
    ExecutorService pool = Executors.newFixedThreadPool(2);
    try {
      List<Future<?>> specs = new ArrayList<>();
      wanted.forEach((bug, open) -> {
        if (hasNoRaces(bug)) {
          specs.add(pool.submit(() -> measure(bug, open)));
        }
      });
      for (Future<?> each : specs) {
        each.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } finally {
      pool.shutdownNow();
    }
    for (Map.Entry<SeededBug, List<String>> each : wanted.entrySet()) {
      if (!hasNoRaces(each.getKey())) {
        measure(each.getKey(), each.getValue());
      }
    }
    List<String> problems = Problems.of(matrix);
    if (!problems.isEmpty()) {
      throw new IllegalStateException(
          KillMatrixDocument.FILE + " cannot be written:\n" + String.join("\n", problems));
    }
    write();
    System.out.printf("wrote %s and %s: %d cells not measured yet%n", KillMatrix.DATA, KillMatrixDocument.FILE,
        matrix.unmeasured().size());
  }

  private static boolean hasNoRaces(SeededBug bug) {
    return Group.of(bug) == Group.SPEC || Group.of(bug) == Group.MEMORY;
  }

  private void write() throws IOException {
    matrix.write();
    new KillMatrixDocument(matrix).write();
  }

  private Void measure(SeededBug bug, List<String> columns) throws Exception {
    int source = KillMatrix.source(bug);
    Map<String, Cell> cells = Measurement.cells(bug, bug.applied(), bug.name(), columns);
    cells.replaceAll((column, cell) -> cell.of(source));
    synchronized (this) {
      Row row = matrix.current(bug);
      matrix = matrix.withEnvironment(environment())
          .with(new Row(row.group(), row.name(), row.diff(), Measurement.kind(bug), row.with(cells).cells()));
      matrix.write();
    }
    System.out.println(describe(KillMatrix.id(bug), cells));
    return null;
  }

  private static String describe(String name, Map<String, Cell> cells) {
    return name + ": " + cells.entrySet().stream()
        .map(cell -> String.format(Locale.ROOT, "%s %s %.1f s", cell.getKey(), cell.getValue().outcome(),
            cell.getValue().seconds()))
        .collect(Collectors.joining(", "));
  }

  /** A checker that fails without a bug has caught none. */
  private void requireSoundSourcesPass(Set<String> names, Set<String> columns) throws Exception {
    Set<Path> done = new HashSet<>();
    for (SeededBug bug : KillMatrix.existing()) {
      boolean isWanted = names.size() == 1 || names.contains(KillMatrix.id(bug));
      List<String> open = Group.of(bug).checkers.stream()
          .filter(column -> columns.isEmpty() || columns.contains(column)).toList();
      if (isWanted && !open.isEmpty() && done.add(bug.file())) {
        Map<String, Cell> cells =
            Measurement.cells(bug, Files.readAllLines(bug.file()), "no-bug-" + bug.file().getFileName(), open);
        System.out.println(describe("no bug in " + bug.file(), cells));
        cells.forEach((checker, cell) -> {
          if (cell.outcome() != KillMatrix.Fate.NOT_CAUGHT) {
            throw new IllegalStateException(checker + " must pass the unchanged " + bug.file() + ": " + cell);
          }
        });
      }
    }
  }

  private static String environment() {
    Machine machine = Machine.current();
    return "%s, %d processors, %s, %s"
        .formatted(machine.system(), machine.processors(), Machine.jvm(), LocalDate.now());
  }
}
