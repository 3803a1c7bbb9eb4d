package org.atomicvalue.accessmodes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.atomicvalue.checkers.evidence.Evidence;
import org.atomicvalue.checkers.evidence.Link;
import org.atomicvalue.checkers.evidence.OfLink;
import org.atomicvalue.checkers.evidence.Selection;
import org.atomicvalue.checkers.mutants.SeededBug;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Puts each seeded bug of {@code spec/litmus/mutants} into the memory or into the axioms and runs the classic litmus
 * test that the bug says it breaks: it must not have the outcomes that it should have. The bugs weaken and strengthen
 * the clauses of {@code AccessModes} one by one, and drop those of {@code JavaAxioms}; but {@code Causality} has none,
 * because it follows from {@code CoWW}: every circle of it goes through a write. Which other tests notice a bug is not
 * asked.
 *
 * <p>{@code -Dmutant=NAME,NAME} tries these alone.
 */
@OfLink(Link.CONTROLS)
class CalibrationMutantsIT {

  /** What TLC checks of the memory in every state of every litmus test: a bug may break it before an outcome tells. */
  private static final String INVARIANT = "MemoryOK";

  private static final Path FOLDER = Path.of("target", "litmus-mutants");

  /** A run takes little but the start of a JVM, so several go side by side. */
  private static final ExecutorService RUNS = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());

  @AfterAll
  static void end() {
    RUNS.shutdownNow();
  }

  @TestFactory
  List<DynamicTest> mutants() throws IOException {
    List<SeededBug> mutants =
        Selection.of("mutant", SeededBug.readAll(LitmusRun.LITMUS.resolve("mutants")), SeededBug::name);
    assertTrue(!mutants.isEmpty(), "no seeded bugs");
    Map<SeededBug, Future<Void>> runs = new LinkedHashMap<>();
    mutants.forEach(bug -> runs.put(bug, RUNS.submit(() -> check(bug))));
    return mutants.stream()
        .map(bug -> DynamicTest.dynamicTest(bug.name() + ": " + bug.title(), () -> end(runs.get(bug))))
        .toList();
  }

  private static void end(Future<Void> run) throws Throwable {
    try {
      run.get();
    } catch (ExecutionException e) {
      throw e.getCause();
    }
  }

  private static Void check(SeededBug bug) throws IOException, InterruptedException {
    Path folder = Files.createDirectories(FOLDER.resolve(bug.name()));
    String changed = bug.file().getFileName().toString();
    Files.write(folder.resolve(changed), bug.applied());
    String breaks = bug.field("Breaks");
    if (breaks.equals(INVARIANT)) {
      AssertionError refuted = assertThrows(AssertionError.class, () -> Calibration.of(changed, folder));
      assertTrue(refuted.getMessage().startsWith("violates " + INVARIANT), refuted::getMessage);
      new Evidence(Link.CONTROLS, bug.name() + " by the memory's invariant", 1, "catches", "the litmus tests",
          "violates " + INVARIANT, 0).record();
      return null;
    }
    Calibration calibration = Calibration.ofOne(breaks, changed, folder);
    assertEquals(Set.of(breaks), calibration.expected().keySet());
    assertEquals(Set.of(breaks), calibration.differing(),
        () -> bug.title() + " must change the outcomes of " + breaks);
    new Evidence(Link.CONTROLS, bug.name() + " by litmus tests", 1, "catches", breaks,
        "changes the outcomes of " + breaks, calibration.run().result().seconds()).record();
    return null;
  }
}
