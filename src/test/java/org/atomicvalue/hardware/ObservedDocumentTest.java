package org.atomicvalue.hardware;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.atomicvalue.checkers.evidence.BehaviourEvidence;
import org.atomicvalue.checkers.evidence.Link;
import org.atomicvalue.checkers.jcstress.ObservedRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The long runs that {@code docs/memory-models.md} shows are of programs that there are; it shows what they saw, and
 * names the programs that were not among them.
 */
class ObservedDocumentTest {

  @RegisterExtension static final BehaviourEvidence EVIDENCE = new BehaviourEvidence(Link.HARDWARE);

  @Test
  void documentShowsTheRuns() throws Exception {
    String text = Files.readString(ObservedDocument.FILE);
    assertEquals(ObservedDocument.rendered(text), text,
        () -> ObservedDocument.FILE + "; mvn test-compile exec:exec@observed writes it anew");
  }

  @Test
  void runsOfTheGalleryAreOfItsPrograms() throws Exception {
    assertComplete(ObservedDocument.ofGallery(), Programs.ofGallery(), "gallery");
  }

  @Test
  void runsOfTheLibraryAreOfItsPrograms() throws Exception {
    assertComplete(ObservedDocument.ofLibrary(), Programs.ofLibrary(), "stress");
  }

  private static void assertComplete(List<ObservedRun> runs, SortedSet<String> tests, String goal) {
    assertFalse(runs.isEmpty(), () -> "no run of mvn test-compile exec:exec@" + goal + " is kept");
    for (ObservedRun run : runs) {
      SortedSet<String> gone = new TreeSet<>(run.tests().keySet());
      gone.removeAll(tests);
      assertEquals(Set.of(), gone,
          () -> "programs in the run on JDK " + run.java() + " that are no more; run mvn test-compile exec:exec@"
              + goal);
      assertFalse(run.tests().isEmpty());
      assertEquals(0, run.forbidden(), () -> "forbidden outcomes in the run on JDK " + run.java());
    }
  }
}
