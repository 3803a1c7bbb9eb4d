package org.atomicvalue.steps;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.atomicvalue.checkers.mutants.LibraryCompiler;
import org.atomicvalue.checkers.mutants.SeededBug;

/** The seeded bugs of the code, and what step conformance objects to in the library with each of them. */
public final class StepFindings {

  private static final Path TARGET = Path.of("target", "step-findings").toAbsolutePath();

  private StepFindings() {}

  /** All seeded bugs of the code, by name. */
  public static List<SeededBug> bugs() throws IOException {
    return SeededBug.readAll(Path.of("src", "test", "mutants"));
  }

  /** The name of the class that has the bug. */
  public static String module(SeededBug bug) {
    return bug.file().getFileName().toString().replace(".java", "");
  }

  /** The first objection; empty if the class takes exactly the steps of its specification in spite of the bug. */
  public static Optional<AssertionError> of(SeededBug bug) throws Exception {
    Path folder = Files.createDirectories(TARGET.resolve(bug.name()));
    Path classes = LibraryCompiler.compile(bug.file(), bug.applied(), folder);
    try {
      StepsCheckers.of(module(bug)).check(classes);
      return Optional.empty();
    } catch (AssertionError finding) {
      return Optional.of(finding);
    }
  }
}
