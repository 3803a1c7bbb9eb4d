package org.atomicvalue.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.atomicvalue.checkers.labels.Label;
import org.atomicvalue.checkers.proof.Obligation;
import org.atomicvalue.checkers.proof.Proof;
import org.atomicvalue.checkers.proof.Specification;
import org.atomicvalue.checkers.smt.Solver;

/**
 * What is proved of a module, besides that its {@code Inv} is inductive.
 *
 * @param module in {@code spec}
 * @param properties names of its definitions
 */
record Theorems(String module, List<String> properties) {

  static final Path SPEC = Path.of("spec");
  static final Path SCRIPTS = Path.of("target", "proof");

  /** Longer than any obligation has taken, by far. */
  static final Duration LIMIT = Duration.ofSeconds(20);

  /** The contract: what callers may rely on. */
  static final Theorems CONTRACT = new Theorems("TypedRegister",
      List.of("TypeNeverChanges", "OnlyEffectsChangeTheValue", "RefusedCallsChangeNothing",
          "ValuesAreOfTheDeclaredType", "BadValuesAreRefused", "GoodValuesAreAccepted", "ResultsAreExact"));

  static final Theorems ATOMIC_VALUE = new Theorems("AtomicValue",
      List.of("RefinesTypedRegister", "TypeOnlyMovesForward", "RequestsAreBounded", "LoadsAreBounded",
          "WindowIsBounded", "WritesAreBounded",
          "ClaimsAreBounded", "NobodyProlongsAnother", "WaitersWaitForTheWindow"));

  static final Theorems WAIT_FREE_ATOMIC_VALUE = new Theorems("WaitFreeAtomicValue",
      List.of("RefinesTypedRegister", "TypeIsWrittenOnce", "WritersHaveTheType", "CallsAreBounded",
          "NobodyProlongsAnother"));

  /** getAndUpdate and updateAndGet, made of load and compareAndSwap. */
  static final Theorems UPDATES = new Theorems("Updates",
      List.of("UpdatesAreExact", "FailedUpdatesChangeNothing", "UpdatesFailForAReason", "RefusalsAreExact",
          "TypeNeverChanges"));

  static final List<Theorems> ALL = List.of(CONTRACT, ATOMIC_VALUE, WAIT_FREE_ATOMIC_VALUE, UPDATES);

  static List<Solver> solvers() {
    return Solver.both(LIMIT);
  }

  Proof proof(Path spec) {
    return new Proof(Specification.read(spec, module));
  }

  /** Everything that has to be shown, one action and one conjunct at a time. */
  List<Obligation> obligations(Proof proof) {
    List<Obligation> obligations = new ArrayList<>(proof.induction());
    properties.forEach(property -> obligations.addAll(proof.property(property)));
    if (proof.specification().defines("Busy")) {
      obligations.add(proof.progress("Busy", Set.of("Request")));
    }
    return obligations;
  }

  /** Where the access of that name stands in the Java code; empty if it is none. */
  String code(String action) {
    Path file = Path.of("src", "main", "java", "org", "atomicvalue", module + ".java");
    if (Files.notExists(file)) {
      return "";
    }
    try {
      return Label.in(file).stream()
          .filter(label -> label.action().equals(action))
          .map(label -> file.getFileName() + ":" + label.line())
          .collect(Collectors.joining(", "));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return module;
  }
}
