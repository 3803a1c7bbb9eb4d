package org.atomicvalue.checkers.evidence;

import java.nio.file.Path;
import java.util.Optional;
import java.util.ServiceLoader;

/** Shows people what failed. The one to use is found by {@code META-INF/services}; without any, nothing is shown. */
public interface FailureReport {

  /** Writes the report; its page, if there is one. */
  Optional<Path> write() throws Exception;

  /** The one that the class path offers. */
  static FailureReport found() {
    return ServiceLoader.load(FailureReport.class).findFirst().orElse(Optional::empty);
  }
}
