package org.atomicvalue.accessmodes;

import java.util.List;

/**
 * An access to a shared word.
 *
 * @param action its name in the specification and in the code
 */
record Access(String action, Kind kind) {

  /** What an access does, and the modes that {@code VarHandle} offers for it, none before a weaker one. */
  enum Kind {
    READ("plain", "opaque", "acquire", "volatile"),
    WRITE("plain", "opaque", "release", "volatile"),
    UPDATE("plain", "acquire", "release", "volatile");

    private final List<String> modes;

    Kind(String... modes) {
      this.modes = List.of(modes);
    }

    List<String> modes() {
      return modes;
    }

    /** Whether {@code mode} promises nothing that {@code other} does not. */
    boolean isAtMost(String mode, String other) {
      boolean incomparable = this == UPDATE && mode.equals("acquire") && other.equals("release");
      return modes.indexOf(mode) <= modes.indexOf(other) && !incomparable;
    }
  }

  static Access read(String action) {
    return new Access(action, Kind.READ);
  }

  static Access write(String action) {
    return new Access(action, Kind.WRITE);
  }

  static Access update(String action) {
    return new Access(action, Kind.UPDATE);
  }
}
