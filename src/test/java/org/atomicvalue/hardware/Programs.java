package org.atomicvalue.hardware;

import java.io.IOException;
import java.util.SortedSet;
import java.util.regex.Pattern;
import org.atomicvalue.checkers.jcstress.StressTests;

/** The programs below {@code stress}: those that run the library, and the gallery, which does without it. */
final class Programs {

  private static final String ALL = "org.atomicvalue.stress";
  private static final String GALLERY = ALL + ".litmus";

  /** Option of jcstress that selects {@link #ofGallery()}. */
  static final String GALLERY_FILTER = "^" + Pattern.quote(GALLERY + ".");

  /** Option of jcstress that selects {@link #ofLibrary()}. */
  static final String LIBRARY_FILTER = "^(?!" + Pattern.quote(GALLERY + ".") + ")";

  private Programs() {}

  /** The names of the tests that run programs of the gallery. */
  static SortedSet<String> ofGallery() throws IOException {
    return StressTests.below(GALLERY);
  }

  /** The names of all other tests. */
  static SortedSet<String> ofLibrary() throws IOException {
    SortedSet<String> tests = StressTests.below(ALL);
    tests.removeAll(ofGallery());
    return tests;
  }
}
