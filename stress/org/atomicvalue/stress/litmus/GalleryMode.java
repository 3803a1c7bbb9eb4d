package org.atomicvalue.stress.litmus;

import java.util.Arrays;

/** The modes in which programs of the gallery are written, from the weakest; each is a nested class of a lesson. */
public enum GalleryMode {
  PLAIN("Plain", "plain"),
  OPAQUE("Opaque", "opaque"),
  RELEASE("Release", "release"),
  ACQUIRE("Acquire", "acquire"),
  ACQUIRE_RELEASE("AcquireRelease", "acquire/release"),
  VOLATILE("Volatile", "volatile");

  private final String className;
  private final String title;

  GalleryMode(String className, String title) {
    this.className = className;
    this.title = title;
  }

  /** The simple name of the nested class. */
  public String className() {
    return className;
  }

  /** What it is called in a table. */
  public String title() {
    return title;
  }

  /** That of a test of the gallery. */
  public static GalleryMode of(Class<?> test) {
    return Arrays.stream(values()).filter(mode -> mode.className.equals(test.getSimpleName())).findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException(test + " is named after no mode of " + Arrays.toString(values())));
  }
}
