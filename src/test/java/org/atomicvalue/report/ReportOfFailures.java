package org.atomicvalue.report;

import java.nio.file.Path;
import java.util.Optional;
import org.atomicvalue.checkers.evidence.FailureReport;

/** The report, written because a test has failed. */
public final class ReportOfFailures implements FailureReport {

  @Override
  public Optional<Path> write() throws Exception {
    return Optional.of(Report.writeNow());
  }
}
