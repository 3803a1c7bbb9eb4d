package org.atomicvalue.checkers.litmus;

import java.util.Locale;

/** The access modes of {@link java.lang.invoke.VarHandle}. */
public enum Mode {
  PLAIN,
  OPAQUE,
  ACQUIRE,
  RELEASE,
  VOLATILE;

  /** The word of the documentation, such as {@code acquire}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
