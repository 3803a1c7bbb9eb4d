package org.atomicvalue.checkers.mutants;

import java.io.IOException;
import java.nio.file.Path;

/** A check of the library that can be pointed at other classes than those of the build. */
public interface Checker {

  /**
   * Runs the check on {@code classes} in the place of the library. Unless it only reads them, it does so in a JVM of
   * its own.
   *
   * @param classes the library's classes, with or without a bug
   * @param folder an existing empty folder for all that the check writes
   */
  Judgement run(Path classes, Path folder) throws IOException, InterruptedException;

  /** The same check, repeated until it finds something, but at most so many times. */
  default Checker upTo(int attempts) {
    return (classes, folder) -> {
      Judgement judgement = run(classes, folder);
      for (int i = 1; i < attempts && judgement.verdict() == Judgement.Verdict.PASSED; i++) {
        judgement = run(classes, folder);
      }
      return judgement;
    };
  }
}
