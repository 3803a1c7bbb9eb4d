package org.atomicvalue.accessmodes;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A mode for each access of an algorithm.
 *
 * @param list the modes of {@link Algorithm#accesses()}, in that order
 */
record Modes(Algorithm algorithm, List<String> list) {

  Modes {
    list = List.copyOf(list);
    for (int i = 0; i < algorithm.accesses().size(); i++) {
      Access access = algorithm.accesses().get(i);
      if (!access.kind().modes().contains(list.get(i))) {
        throw new IllegalArgumentException(access.action() + " cannot be " + list.get(i));
      }
    }
  }

  /** Every access volatile, which is what the code uses. */
  static Modes allVolatile(Algorithm algorithm) {
    return new Modes(algorithm, algorithm.accesses().stream().map(access -> "volatile").toList());
  }

  static List<Modes> all(Algorithm algorithm) {
    List<List<String>> vectors = List.of(List.of());
    for (Access access : algorithm.accesses()) {
      List<List<String>> longer = new ArrayList<>();
      for (List<String> vector : vectors) {
        for (String mode : access.kind().modes()) {
          longer.add(Stream.concat(vector.stream(), Stream.of(mode)).toList());
        }
      }
      vectors = longer;
    }
    return vectors.stream().map(vector -> new Modes(algorithm, vector)).toList();
  }

  /** How many there are in {@link #all}. */
  static int count(Algorithm algorithm) {
    return algorithm.accesses().stream().mapToInt(access -> access.kind().modes().size()).reduce(1, (a, b) -> a * b);
  }

  String of(Access access) {
    return list.get(algorithm.accesses().indexOf(access));
  }

  Modes with(Access access, String mode) {
    List<String> changed = new ArrayList<>(list);
    changed.set(algorithm.accesses().indexOf(access), mode);
    return new Modes(algorithm, changed);
  }

  /** Whether no access has a mode here that promises more than its mode there. */
  boolean isAtMost(Modes other) {
    for (int i = 0; i < list.size(); i++) {
      if (!algorithm.accesses().get(i).kind().isAtMost(list.get(i), other.list.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** Whether {@code violation} happens with these modes too: it needs no access to be weaker than it is here. */
  boolean have(LitmusRun.Violation violation) {
    for (int i = 0; i < list.size(); i++) {
      Access access = algorithm.accesses().get(i);
      String mode = violation.modes().get(access.action());
      if (!mode.equals("unused") && !access.kind().isAtMost(list.get(i), mode)) {
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
    for (Access access : algorithm.accesses()) {
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
    return algorithm.accesses().stream()
        .filter(access -> !of(access).equals(neighbour.of(access)))
        .findFirst()
        .orElseThrow();
  }

  /** As a record of TLA+. */
  String toTla() {
    return IntStream.range(0, list.size())
        .mapToObj(i -> algorithm.accesses().get(i).action() + " |-> \"" + list.get(i) + "\"")
        .collect(Collectors.joining(", ", "[", "]"));
  }
}
