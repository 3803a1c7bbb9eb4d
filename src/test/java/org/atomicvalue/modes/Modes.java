package org.atomicvalue.modes;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A mode for each access of {@code AtomicValue}.
 *
 * @param list the modes of {@link Access#values()}, in that order
 */
record Modes(List<String> list) {

  private static final Access[] ACCESSES = Access.values();

  Modes {
    list = List.copyOf(list);
    for (Access access : ACCESSES) {
      String mode = list.get(access.ordinal());
      if (!access.kind().modes().contains(mode)) {
        throw new IllegalArgumentException(access.action() + " cannot be " + mode);
      }
    }
  }

  /** Every access volatile, which is what the code uses. */
  static Modes allVolatile() {
    return new Modes(Stream.of(ACCESSES).map(access -> "volatile").toList());
  }

  static List<Modes> all() {
    List<List<String>> vectors = List.of(List.of());
    for (Access access : ACCESSES) {
      List<List<String>> longer = new ArrayList<>();
      for (List<String> vector : vectors) {
        for (String mode : access.kind().modes()) {
          longer.add(Stream.concat(vector.stream(), Stream.of(mode)).toList());
        }
      }
      vectors = longer;
    }
    return vectors.stream().map(Modes::new).toList();
  }

  String of(Access access) {
    return list.get(access.ordinal());
  }

  Modes with(Access access, String mode) {
    List<String> changed = new ArrayList<>(list);
    changed.set(access.ordinal(), mode);
    return new Modes(changed);
  }

  /** Whether no access has a mode here that promises more than its mode there. */
  boolean isAtMost(Modes other) {
    for (Access access : ACCESSES) {
      if (!access.kind().isAtMost(of(access), other.of(access))) {
        return false;
      }
    }
    return true;
  }

  /** Whether {@code violation} happens with these modes too: it needs no access to be weaker than it is here. */
  boolean have(LitmusRun.Violation violation) {
    for (Access access : ACCESSES) {
      String mode = violation.modes().get(access.ordinal());
      if (!mode.equals("unused") && !access.kind().isAtMost(of(access), mode)) {
        return false;
      }
    }
    return true;
  }

  /** Those that differ in one access, whose mode is the next weaker. */
  List<Modes> nextWeaker() {
    return neighbours((access, mode) -> access.kind().isAtMost(mode, of(access)));
  }

  /** Those that differ in one access, whose mode is the next stronger. */
  List<Modes> nextStronger() {
    return neighbours((access, mode) -> access.kind().isAtMost(of(access), mode));
  }

  private interface Candidate {
    boolean test(Access access, String mode);
  }

  private List<Modes> neighbours(Candidate onThisSide) {
    List<Modes> neighbours = new ArrayList<>();
    for (Access access : ACCESSES) {
      Predicate<String> differs = mode -> !mode.equals(of(access)) && onThisSide.test(access, mode);
      List<String> modes = access.kind().modes().stream().filter(differs).toList();
      for (String mode : modes) {
        boolean nearest = modes.stream().noneMatch(between -> !between.equals(mode)
            && (access.kind().isAtMost(mode, between) && access.kind().isAtMost(between, of(access))
                || access.kind().isAtMost(of(access), between) && access.kind().isAtMost(between, mode)));
        if (nearest) {
          neighbours.add(with(access, mode));
        }
      }
    }
    return neighbours;
  }

  /** The access whose mode is not the same in {@code neighbour}. */
  Access difference(Modes neighbour) {
    return Stream.of(ACCESSES).filter(access -> !of(access).equals(neighbour.of(access))).findFirst().orElseThrow();
  }

  /** As a record of TLA+. */
  String toTla() {
    return Stream.of(ACCESSES)
        .map(access -> access.action() + " |-> \"" + of(access) + "\"")
        .collect(Collectors.joining(", ", "[", "]"));
  }
}
