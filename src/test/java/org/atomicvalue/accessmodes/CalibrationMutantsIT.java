package org.atomicvalue.accessmodes;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import org.atomicvalue.checkers.evidence.Evidence;
import org.atomicvalue.checkers.evidence.Link;
import org.atomicvalue.checkers.evidence.OfLink;
import org.atomicvalue.checkers.mutants.Mutant;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Puts each seeded bug of {@code spec/litmus/mutants} into the memory or into the axioms and runs the classic litmus tests
 * on it: the test that the bug says it breaks must not have the outcomes that it should have. The bugs weaken and
 * strengthen the clauses of {@code AccessModes} one by one, and drop those of {@code JavaAxioms}; but {@code Causality}
 * has none, because it follows from {@code CoWW}: every circle of it goes through a write.
 */
@OfLink(Link.CONTROLS)
class CalibrationMutantsIT {

  /** What TLC checks of the memory in every state of every litmus test: a bug may break it before an outcome tells. */
  private static final String INVARIANT = "MemoryOK";

  private static final Path FOLDER = Path.of("target", "litmus-mutants");

  @TestFactory
  List<DynamicTest> mutants() throws IOException {
    List<Mutant> mutants = Mutant.readAll(LitmusRun.LITMUS.resolve("mutants"));
    assertTrue(!mutants.isEmpty(), "no seeded bugs");
    return mutants.stream()
        .map(mutant -> DynamicTest.dynamicTest(mutant.name() + ": " + mutant.title(), () -> check(mutant)))
        .toList();
  }

  private static void check(Mutant mutant) throws IOException, InterruptedException {
    Path folder = Files.createDirectories(FOLDER.resolve(mutant.name()));
    Files.write(folder.resolve(mutant.file().getFileName()), mutant.applied());
    String breaks = mutant.field("Breaks");
    if (breaks.equals(INVARIANT)) {
      AssertionError refuted = assertThrows(AssertionError.class,
          () -> Calibration.of(mutant.file().getFileName().toString(), folder));
      assertTrue(refuted.getMessage().startsWith("violates " + INVARIANT), refuted::getMessage);
      new Evidence(Link.CONTROLS, mutant.name() + " by the memory's invariant", 1, "catches", "the litmus tests",
          "violates " + INVARIANT, 0).record();
      return;
    }
    Calibration calibration = Calibration.of(mutant.file().getFileName().toString(), folder);
    SortedSet<String> differing = calibration.differing();
    assertTrue(differing.contains(breaks),
        () -> mutant.title() + " must change the outcomes of " + breaks + ", but changes those of " + differing);
    new Evidence(Link.CONTROLS, mutant.name() + " by litmus tests", 1, "catches",
        calibration.run().result().model(), "changes the outcomes of " + breaks,
        calibration.run().result().seconds()).record();
  }
}
