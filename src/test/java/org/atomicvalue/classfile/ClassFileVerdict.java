package org.atomicvalue.classfile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.atomicvalue.checkers.classfile.Refusal;
import org.atomicvalue.checkers.correspondence.Comparison;
import org.atomicvalue.checkers.correspondence.Difference;
import org.atomicvalue.checkers.mutants.SeededBug;

/**
 * What the proof says of a class file with a seeded bug.
 *
 * @param report why, unless it is proved
 */
public record ClassFileVerdict(Kind kind, String report) {

  /** Whether it is the specification's class, another one, or not understood. */
  public enum Kind {
    PROVED,
    REFUTED,
    REFUSED
  }

  /** @param classes compiled from the sources with the bug, which are in the folder {@code src} beside it */
  public static ClassFileVerdict of(SeededBug bug, Path classes) throws IOException {
    String type = bug.file().getFileName().toString().replace(".java", "");
    Path file = classes.resolve("org").resolve("atomicvalue").resolve(type + ".class");
    Path source = classes.resolveSibling("src").resolve(Path.of("src", "main", "java").relativize(bug.file()));
    try {
      Comparison.Result result = ClassFileProof.of(type).prove(Files.readAllBytes(file));
      return result.labels().equals(Labels.of(source))
          ? new ClassFileVerdict(Kind.PROVED, "")
          : new ClassFileVerdict(Kind.REFUTED, "the names in the source are not those of the steps");
    } catch (Difference difference) {
      return new ClassFileVerdict(Kind.REFUTED, difference.getMessage());
    } catch (Refusal refusal) {
      return new ClassFileVerdict(Kind.REFUSED, refusal.getMessage());
    }
  }

  public String firstLine() {
    return report.lines().findFirst().orElse("");
  }
}
