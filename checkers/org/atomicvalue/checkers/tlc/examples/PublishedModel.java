package org.atomicvalue.checkers.tlc.examples;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.atomicvalue.checkers.tlc.Tlc;
import org.atomicvalue.checkers.tlc.TlcOutcome;
import org.atomicvalue.checkers.tlc.TlcResult;
import org.atomicvalue.checkers.tlc.Warning;

/**
 * A model that is published with what TLC finds.
 *
 * @param name its path in the manifest
 * @param mode how it is to be run: "exhaustive search", "simulate 100", "generate", "symbolic"
 * @param small whether the manifest calls it small, or gives a time of at most half a minute
 * @param ignoresDeadlock whether a deadlock is no failure
 * @param composesActions whether a module composes actions, which TLC has to be told
 * @param result what is published: "success", "safety failure" and the like, or "unknown"
 * @param totalStates how many states TLC generates, repetitions included
 */
record PublishedModel(
    String name,
    Path module,
    Path config,
    String mode,
    boolean small,
    boolean ignoresDeadlock,
    boolean composesActions,
    String result,
    OptionalLong distinctStates,
    OptionalLong totalStates,
    OptionalLong stateDepth) {

  private static final String EXHAUSTIVE = "exhaustive search";
  private static final String SIMULATE = "simulate ";

  /** The warnings that TLC itself does not let stand in the way of success. */
  private static final Integer[] NO_FAILURE = {2279, 2284, 2139, 2140, 2400, 2402, 2403};

  /** Why TLC is not asked at all; empty if it is. */
  Optional<String> notRun() {
    if (mode.equals("symbolic")) {
      return Optional.of("is checked by Apalache, not by TLC");
    }
    if (!mode.equals(EXHAUSTIVE) && !mode.startsWith(SIMULATE)) {
      return Optional.of("mode \"" + mode + "\", which TLC 2.18 does not have");
    }
    return Optional.empty();
  }

  /** @param folder for the log */
  TlcResult run(Path folder, List<Path> jars, List<Path> library, Duration limit)
      throws IOException, InterruptedException {
    List<String> options = new ArrayList<>();
    if (mode.startsWith(SIMULATE)) {
      options.addAll(List.of("-simulate", "num=" + mode.substring(SIMULATE.length())));
    }
    if (ignoresDeadlock) {
      options.add("-deadlock");
    }
    return new Tlc(module, config)
        .jvmOptions(composesActions ? new String[] {"-Dtlc2.tool.impl.Tool.cdot=true"} : new String[0])
        .jars(jars.toArray(Path[]::new))
        .library(library.toArray(Path[]::new))
        .options(options.toArray(String[]::new))
        .acceptWarnings(NO_FAILURE)
        .folder(folder)
        .limit(limit)
        .run();
  }

  /** Why TLC 2.18 could not run it, if it is for a reason that has nothing to do with the model; empty otherwise. */
  static Optional<String> couldNotRun(TlcResult actual) {
    if (actual.outcome() == TlcOutcome.TIME_IS_UP) {
      return Optional.of("takes longer than it was given");
    }
    if (actual.outcome() != TlcOutcome.ERROR) {
      return Optional.empty();
    }
    return Reasons.of(String.join("\n", actual.errors()));
  }

  /** In which respects TLC found something else than what is published, one in a line. */
  List<String> differences(TlcResult actual) {
    List<String> differences = new ArrayList<>();
    if (!result.equals("unknown") && !agrees(actual)) {
      differences.add("published: %s; TLC 2.18: %s".formatted(result, actual.summary()));
    }
    if (mode.equals(EXHAUSTIVE)) {
      compare(differences, "distinct states", distinctStates, actual.distinctStates());
      compare(differences, "total states", totalStates, actual.generatedStates());
    }
    return differences;
  }

  /**
   * How the depth differs from what is published, if it does. Those who publish it found it with several workers, with
   * which TLC's figure is not always the same, and do not compare it themselves.
   */
  Optional<String> differenceOfDepth(TlcResult actual) {
    List<String> differences = new ArrayList<>();
    if (mode.equals(EXHAUSTIVE) && actual.outcome() == TlcOutcome.OK) {
      compare(differences, "depth", stateDepth, actual.depth().isPresent()
          ? OptionalLong.of(actual.depth().getAsInt())
          : OptionalLong.empty());
    }
    return differences.stream().findFirst();
  }

  private boolean agrees(TlcResult actual) {
    return switch (result) {
      case "success" -> actual.outcome() == TlcOutcome.OK;
      case "assumption failure" -> actual.outcome() == TlcOutcome.ASSUMPTION_VIOLATED;
      case "deadlock failure", "deadlock" -> actual.outcome() == TlcOutcome.DEADLOCK;
      case "safety failure" -> actual.outcome() == TlcOutcome.SAFETY_VIOLATED
          || actual.outcome() == TlcOutcome.ASSERTION_VIOLATED;
      // TLC's exit code, which is what is published, calls a violated [][A]_v and a violated Init so, too.
      case "liveness failure" -> actual.outcome() == TlcOutcome.LIVENESS_VIOLATED
          || actual.outcome() == TlcOutcome.SAFETY_VIOLATED
              && actual.errors().get(0).matches("(?s)(Action p|P)roperty .*");
      default -> false;
    };
  }

  private static void compare(List<String> differences, String what, OptionalLong published, OptionalLong actual) {
    if (published.isPresent() && !published.equals(actual)) {
      differences.add("%s: published: %d; TLC 2.18: %s".formatted(what, published.getAsLong(),
          actual.isPresent() ? actual.getAsLong() : "says nothing"));
    }
  }

  /** What the run told beside the verdict, worth a look. */
  static List<String> warnings(TlcResult actual) {
    return actual.warnings().stream().filter(Warning::touchesSoundness).map(Warning::text).toList();
  }
}
