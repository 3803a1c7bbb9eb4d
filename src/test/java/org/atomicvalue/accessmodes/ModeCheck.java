package org.atomicvalue.accessmodes;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Asks TLC which modes are strong enough for a property: those with which no litmus test of the property has an outcome
 * that the contract does not allow.
 */
final class ModeCheck {

  private static final Path FOLDER = Path.of("target", "modes");

  private final Algorithm algorithm;
  private final Property property;
  private final Set<LitmusRun.Violation> violations = new HashSet<>();
  private long states;
  private double seconds;

  ModeCheck(Algorithm algorithm, Property property) {
    this.algorithm = algorithm;
    this.property = property;
  }

  /**
   * Has TLC run all tests of the property with each of these modes: first those of few threads, then, with the modes
   * that none of them has refuted, those of many threads, which have by far the most executions.
   */
  void check(Collection<Modes> candidates) throws IOException, InterruptedException {
    check("few", "Few", candidates);
    if (property.hasManyThreads()) {
      List<Modes> left = candidates.stream().filter(modes -> !isRefuted(modes)).toList();
      if (!left.isEmpty()) {
        check("many", "Many", left);
      }
    }
  }

  private void check(String part, String threads, Collection<Modes> candidates)
      throws IOException, InterruptedException {
    String name = "MC" + algorithm.module() + "_" + property.name().toLowerCase(Locale.ROOT) + "_" + part;
    LitmusRun run = LitmusRun.of(FOLDER, name, algorithm, "Of%sThreads(%s)".formatted(threads, property.tests()),
        candidates, "PrintViolations",
        property.hasManyThreads() ? "" : "ASSUME DOMAIN OfManyThreads(" + property.tests() + ") = {}");
    violations.addAll(run.violations());
    states += run.states();
    seconds += run.result().seconds();
  }

  Set<LitmusRun.Violation> violations() {
    return violations;
  }

  /** Whether an execution has been found that these modes allow and the contract does not. */
  boolean isRefuted(Modes modes) {
    return violations.stream().anyMatch(modes::have);
  }

  long states() {
    return states;
  }

  double seconds() {
    return seconds;
  }

  /**
   * The strongest modes that are not at least as strong as one of {@code minimal}. If TLC refutes each of them, nothing
   * is sufficient but what is at least as strong as one of {@code minimal}.
   */
  List<Modes> strongestBeside(Collection<Modes> minimal) {
    List<Modes> strongest = List.of(Modes.allVolatile(algorithm));
    for (Modes lower : minimal) {
      List<Modes> beside = strongest.stream().flatMap(modes -> beside(modes, lower)).distinct().toList();
      strongest = beside.stream()
          .filter(modes -> beside.stream().noneMatch(other -> !other.equals(modes) && modes.isAtMost(other)))
          .toList();
    }
    return strongest;
  }

  /**
   * The strongest of the modes that are at most as strong as {@code modes} and not at least as strong as {@code lower}
   * are among these.
   */
  private Stream<Modes> beside(Modes modes, Modes lower) {
    if (!lower.isAtMost(modes)) {
      return Stream.of(modes);
    }
    return algorithm.accesses().stream().flatMap(access -> access.kind().modes().stream()
        .filter(mode -> access.kind().isAtMost(mode, modes.of(access)))
        .filter(mode -> !access.kind().isAtMost(lower.of(access), mode))
        .map(mode -> modes.with(access, mode)));
  }

  /** All that TLC must be asked to confirm that the minimal sufficient modes are these. */
  List<Modes> questions(List<Modes> minimal) {
    return Stream.of(
        minimal.stream(),
        minimal.stream().flatMap(modes -> modes.nextWeaker().stream()),
        strongestBeside(minimal).stream())
        .flatMap(modes -> modes)
        .distinct()
        .toList();
  }

  static boolean isAbove(Modes modes, Collection<Modes> minimal) {
    return minimal.stream().anyMatch(lower -> lower.isAtMost(modes));
  }
}
