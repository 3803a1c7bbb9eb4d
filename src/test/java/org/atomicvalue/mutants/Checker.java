package org.atomicvalue.mutants;

import java.io.IOException;
import java.nio.file.Path;

/** A check of the library that can be pointed at other classes than those of the build. */
public interface Checker {

  /**
   * Runs the check in a JVM of its own, in which {@code classes} take the place of the library.
   *
   * @param classes the library's classes, with or without a bug
   * @param folder an existing empty folder for all that the check writes
   */
  Outcome run(Path classes, Path folder) throws IOException, InterruptedException;
}
