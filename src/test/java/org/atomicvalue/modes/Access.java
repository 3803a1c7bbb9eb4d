package org.atomicvalue.modes;

import java.util.List;

/** The accesses to shared words in {@code AtomicValue.java}, by the names that they have there. */
enum Access {
  LOAD_TYPE("LoadType", Kind.READ),
  LOAD_DATA("LoadData", Kind.READ),
  READ_TYPE("ReadType", Kind.READ),
  CLAIM_TYPE("ClaimType", Kind.UPDATE),
  STORE_FIRST_DATA("StoreFirstData", Kind.WRITE),
  PUBLISH_TYPE("PublishType", Kind.WRITE),
  OVERWRITE_DATA("OverwriteData", Kind.WRITE),
  SWAP_DATA("SwapData", Kind.UPDATE),
  COMPARE_AND_SWAP_DATA("CompareAndSwapData", Kind.UPDATE);

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

  private final String action;
  private final Kind kind;

  Access(String action, Kind kind) {
    this.action = action;
    this.kind = kind;
  }

  /** Its name in the specification and in the code. */
  String action() {
    return action;
  }

  Kind kind() {
    return kind;
  }
}
