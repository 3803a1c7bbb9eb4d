package org.atomicvalue.accessmodes;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.atomicvalue.checkers.evidence.Evidence;
import org.atomicvalue.checkers.evidence.Link;
import org.atomicvalue.checkers.evidence.OfLink;
import org.atomicvalue.checkers.mutants.Mutant;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Puts each seeded bug of {@code spec/litmus/mutants} into the memory and runs the classic litmus tests on it: the test
 * that the bug says it breaks must not have the outcomes that it should have.
 */
@OfLink(Link.CONTROLS)
class CalibrationMutantsIT {

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
    LitmusRun run = LitmusRun.of(
        LitmusRun.LITMUS.resolve("MCLitmus.tla"), LitmusRun.LITMUS.resolve("MCLitmus.cfg"), folder);
    String breaks = mutant.field("Breaks");
    assertTrue(run.differing().contains(breaks),
        () -> mutant.title() + " must change the outcomes of " + breaks + ", but changes those of " + run.differing());
    new Evidence(Link.CONTROLS, mutant.name() + " by litmus tests", 1, "catches",
        "MCLitmus", "changes the outcomes of " + breaks, run.result().seconds()).record();
  }
}
