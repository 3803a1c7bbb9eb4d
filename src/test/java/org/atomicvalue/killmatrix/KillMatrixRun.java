package org.atomicvalue.killmatrix;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.atomicvalue.checkers.measure.Machine;
import org.atomicvalue.checkers.mutants.Mutant;
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
 * everything. With {@code sound} the unchanged sources, or those that the bugs named after it change, go through every
 * checker instead, and all must pass. {@code page} only writes the document.
 */
final class KillMatrixRun {

  private KillMatrix matrix;

  private KillMatrixRun(KillMatrix matrix) {
    this.matrix = matrix;
  }

  public static void main(String[] args) throws Exception {
    System.setProperty("mutants.timeout", String.valueOf(Measurement.LIMIT_SECONDS));
    Set<String> names = Set.of(args);
    KillMatrixRun run = new KillMatrixRun(KillMatrix.read().withoutVanished());
    if (names.contains("sound")) {
      run.requireSoundSourcesPass(names);
    } else if (names.contains("page")) {
      run.write();
    } else {
      run.run(names);
    }
    System.exit(0);
  }

  private void run(Set<String> names) throws Exception {
    List<Mutant> wanted = new ArrayList<>();
    for (Mutant bug : KillMatrix.existing()) {
      int diff = KillMatrix.diff(bug);
      int source = KillMatrix.source(bug);
      boolean isMeasured = matrix.row(bug).filter(row -> row.diff() == diff && row.source() == source).isPresent();
      boolean isWanted = names.isEmpty() ? !isMeasured : names.contains("all") || names.contains(KillMatrix.id(bug));
      if (isWanted) {
        wanted.add(bug);
      }
    }
    System.out.printf("%d bugs to measure%n", wanted.size());
    // TLC has one worker here, so two bugs of a specification at a time; whatever races has the machine for itself.
    ExecutorService pool = Executors.newFixedThreadPool(2);
    try {
      List<Future<?>> specs = new ArrayList<>();
      for (Mutant bug : wanted) {
        if (Group.of(bug) == Group.SPEC) {
          specs.add(pool.submit(() -> measure(bug)));
        }
      }
      for (Future<?> each : specs) {
        each.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } finally {
      pool.shutdownNow();
    }
    for (Mutant bug : wanted) {
      if (Group.of(bug) != Group.SPEC) {
        measure(bug);
      }
    }
    List<String> problems = Problems.of(matrix);
    if (!problems.isEmpty()) {
      throw new IllegalStateException(
          KillMatrixDocument.FILE + " cannot be written:\n" + String.join("\n", problems));
    }
    write();
    System.out.printf("wrote %s and %s: %d bugs not measured yet%n", KillMatrix.DATA, KillMatrixDocument.FILE,
        matrix.unmeasured().size());
  }

  private void write() throws IOException {
    matrix.write();
    new KillMatrixDocument(matrix).write();
  }

  private Void measure(Mutant bug) throws Exception {
    Group group = Group.of(bug);
    Row row = new Row(group, bug.name(), KillMatrix.diff(bug), KillMatrix.source(bug), Measurement.kind(bug),
        Measurement.cells(bug, bug.applied(), bug.name()));
    synchronized (this) {
      matrix = matrix.withEnvironment(environment()).with(row);
      matrix.write();
    }
    System.out.println(describe(row.id(), row.cells()));
    return null;
  }

  private static String describe(String name, Map<String, Cell> cells) {
    return name + ": " + cells.entrySet().stream()
        .map(cell -> String.format(Locale.ROOT, "%s %s %.1f s", cell.getKey(), cell.getValue().outcome(),
            cell.getValue().seconds()))
        .collect(Collectors.joining(", "));
  }

  /** A checker that fails without a bug has caught none. */
  private void requireSoundSourcesPass(Set<String> names) throws Exception {
    Set<Path> done = new HashSet<>();
    for (Mutant bug : KillMatrix.existing()) {
      boolean isWanted = names.size() == 1 || names.contains(KillMatrix.id(bug));
      if (isWanted && done.add(bug.file())) {
        Map<String, Cell> cells =
            Measurement.cells(bug, Files.readAllLines(bug.file()), "no-bug-" + bug.file().getFileName());
        System.out.println(describe("no bug in " + bug.file(), cells));
        cells.forEach((checker, cell) -> {
          if (cell.outcome() != KillMatrix.Outcome.NOT_CAUGHT) {
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
