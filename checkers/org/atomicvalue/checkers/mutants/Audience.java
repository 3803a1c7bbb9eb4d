package org.atomicvalue.checkers.mutants;

import java.util.List;
import java.util.ServiceLoader;

/**
 * Who shows people what was found in a seeded bug, and so has to be up to date with it. Found by {@code
 * META-INF/services}, so that a control need not know its audience; that an audience is behind is no fault of the
 * control, and is a failure of its own.
 */
public interface Audience {

  /** What it claims, in a few words for the name of a test: "the page shows it". */
  String claim();

  /** Whether it shows anything of this bug. */
  default boolean isAskedAbout(SeededBug bug) {
    return true;
  }

  /**
   * Fails unless it shows the finding.
   *
   * @param finding what the checker found in the bug, in the checker's own terms
   * @throws AssertionError that says what is out of date, and what renews it
   */
  void requireUpToDate(SeededBug bug, Object finding) throws Exception;

  /** All that the class path offers and that show something of the bug. */
  static List<Audience> of(SeededBug bug) {
    return ServiceLoader.load(Audience.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(audience -> audience.isAskedAbout(bug))
        .toList();
  }
}
