package org.atomicvalue.mutants;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The kill matrix is about the bugs that exist, and each is caught by something. */
class KillMatrixTest {

  private static final String ADVICE = "mvn -Pdeep test-compile exec:exec@kill-matrix measures what is new and writes "
      + KillMatrix.DATA + " and " + KillMatrix.DOCUMENT;

  @Test
  void listsExactlyTheBugsThatExist() throws IOException {
    TreeSet<String> listed = KillMatrix.read().bugs().stream()
        .map(row -> row.group() + " " + row.name())
        .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(String.join("\n", KillMatrix.existing()), String.join("\n", listed), ADVICE);
  }

  @Test
  void everyBugIsCaughtBySomething() throws IOException {
    assertEquals(List.of(), KillMatrix.read().caughtByNothing(), "seeded bugs that no checker catches");
  }

  @Test
  void documentShowsTheData() throws IOException {
    assertEquals(KillMatrix.read().markdown(), Files.readString(KillMatrix.DOCUMENT), ADVICE);
  }
}
