package org.atomicvalue.hardware;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.SortedSet;
import org.atomicvalue.checkers.evidence.Evidence;
import org.atomicvalue.checkers.evidence.Link;
import org.atomicvalue.checkers.litmus.Outcome;
import org.atomicvalue.checkers.litmus.SmallProgram;
import org.atomicvalue.checkers.litmus.StressedProgram;
import org.junit.jupiter.api.Test;

/** The kept runs of generated programs are those of {@code docs/litmus.md}, and today's axioms allow what they saw. */
class GeneratedDocumentTest {

  @Test
  void documentShowsTheKeptRuns() throws IOException {
    String text = Files.readString(GeneratedDocument.FILE);
    assertEquals(GeneratedDocument.rendered(text), text,
        GeneratedDocument.FILE + " is stale: mvn test-compile exec:exec@observed");
  }

  @Test
  void axiomsAllowWhatWasSeenOfTheSample() throws Exception {
    List<GeneratedRun> runs = GeneratedDocument.runs();
    assertFalse(runs.isEmpty());
    List<SortedSet<Outcome>> allowed = GeneratedPrograms.allowed(GeneratedPrograms.sample());
    long outcomes = 0;
    for (GeneratedRun run : runs) {
      GeneratedPrograms.assertNothingExcluded(run.programs());
      for (int i = 0; i < allowed.size(); i++) {
        SmallProgram program = GeneratedPrograms.sample().get(i);
        for (StressedProgram seen : run.programs()) {
          if (seen.program().equals(program.toString())) {
            assertEquals(GeneratedPrograms.strings(allowed.get(i)), seen.allowed(), seen.program());
            outcomes += seen.allowedAndSeen().size();
          }
        }
      }
    }
    new Evidence(Link.HARDWARE, "kept runs of generated programs", outcomes, "outcomes", runs.size() + " runs",
        "allowed by the axioms of today", 0).record();
  }
}
