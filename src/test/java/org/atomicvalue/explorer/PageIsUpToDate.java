package org.atomicvalue.explorer;

import java.io.IOException;
import org.atomicvalue.checkers.mutants.Audience;
import org.atomicvalue.checkers.mutants.Mutant;
import org.atomicvalue.checkers.tlc.TlcResult;

/** The explorer plays what the negative controls find: TLC's counter-examples, and what step conformance objects to. */
public final class PageIsUpToDate implements Audience {

  @Override
  public String claim() {
    return "the explorer shows it";
  }

  @Override
  public boolean isAskedAbout(Mutant bug) {
    return PlayableCounterexample.isPlayable(bug);
  }

  @Override
  public void requireUpToDate(Mutant bug, Object finding) throws IOException {
    if (finding instanceof TlcResult result) {
      PlayableCounterexample.requireCommitted(bug, result);
    } else if (finding instanceof AssertionError difference) {
      PlayableFinding.requireCommitted(bug, difference);
    } else {
      throw new IllegalArgumentException("the explorer plays no " + finding.getClass() + ", found in " + bug.name());
    }
  }
}
