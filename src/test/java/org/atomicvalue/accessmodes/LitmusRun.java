package org.atomicvalue.accessmodes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.atomicvalue.checkers.tlc.Tlc;
import org.atomicvalue.checkers.tlc.TlcOutcome;
import org.atomicvalue.checkers.tlc.TlcResult;

/**
 * A run of TLC on litmus tests: all executions of all tests of a model, and the outcomes that the model printed (by the
 * module {@code Outcomes}).
 *
 * @param result what TLC says of the run as a whole
 * @param outcomes of each test, the outcomes of its executions by the machine of {@code AccessModes}
 * @param allowed of each test, the outcomes that the axioms of {@code JavaAxioms} allow
 * @param inOrder of these, the outcomes that they allow by an execution in which reads come after the writes that they
 *     read and threads keep their program order
 * @param inStep of these, the outcomes that they allow by such an execution in which, moreover, what passes the order
 *     of volatile accesses does so meanwhile, as in the machine
 * @param expected of each test, the outcomes that it should have
 * @param violations the outcomes beyond those that are expected, with the modes that lead to them
 */
record LitmusRun(
    TlcResult result,
    SortedMap<String, SortedSet<String>> outcomes,
    SortedMap<String, SortedSet<String>> allowed,
    SortedMap<String, SortedSet<String>> inOrder,
    SortedMap<String, SortedSet<String>> inStep,
    SortedMap<String, SortedSet<String>> expected,
    Set<Violation> violations) {

  static final Path SPEC = Path.of("spec");
  static final Path LITMUS = SPEC.resolve("litmus");

  private static final Pattern LINE = Pattern.compile("\"([\\w ]+) \\| ([^|]+) \\| ([^|]*?)(?: \\| ([^|]+))?\"");

  /**
   * An outcome that a test must not have, and does with certain modes.
   *
   * @param modes the mode of each access, by its name; "unused" for accesses that the test does not make
   */
  record Violation(String test, String outcome, Map<String, String> modes) {}

  private static final Map<String, LitmusRun> RUNS = new HashMap<>();

  /**
   * Runs the model with this name in {@code spec/litmus}, MODULE or MODULE_variant, once for all tests; fails unless
   * all its invariants hold.
   */
  static synchronized LitmusRun of(String model) throws IOException, InterruptedException {
    LitmusRun run = RUNS.get(model);
    if (run == null) {
      run = of(LITMUS.resolve(model.replaceFirst("_.*", "") + ".tla"), LITMUS.resolve(model + ".cfg"));
      RUNS.put(model, run);
    }
    return run;
  }

  /** Runs a model that may be elsewhere; modules in {@code overriding} take the place of those in {@code spec}. */
  static LitmusRun of(Path module, Path config, Path... overriding) throws IOException, InterruptedException {
    System.out.printf("TLC %s%n", config.getFileName());
    return of(new Tlc(module, config).library(overriding).small());
  }

  /** Runs a model that may be large. */
  static LitmusRun of(Tlc tlc) throws IOException, InterruptedException {
    TlcResult result = tlc
        .library(SPEC, LITMUS)
        .workers("auto")
        .withoutCoverage()
        .progress(System.out::println)
        .run();
    System.out.printf(Locale.ROOT, "TLC %s: %s, %,d distinct states, %.0f s%n",
        result.model(), result.summary(), result.distinctStates().orElse(-1), result.seconds());
    assertEquals(TlcOutcome.OK, result.outcome(), () -> result.summary() + "; see " + result.log());
    LitmusRun run = new LitmusRun(
        result, new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), new HashSet<>());
    try (Stream<String> lines = Files.lines(result.log())) {
      lines.forEach(run::accept);
    }
    return run;
  }

  /**
   * Has an algorithm's module on the machine, such as {@code AtomicValueModes}, run litmus tests in each of some modes.
   *
   * @param folder where the model is written
   * @param name of the model
   * @param tests an expression over {@code AtomicValueTests}
   * @param invariant prints what is asked for
   * @param definitions what else the model says
   */
  static LitmusRun of(Path folder, String name, Algorithm algorithm, String tests, Collection<Modes> modes,
      String invariant, String definitions) throws IOException, InterruptedException {
    Files.createDirectories(folder);
    Path module = folder.resolve(name + ".tla");
    Path config = folder.resolve(name + ".cfg");
    Files.writeString(module,
        """
        ---- MODULE %s ----
        EXTENDS %s, AtomicValueTests
        MCTests == %s
        MCModes == {
        %s}
        %s
        ====
        """.formatted(name, algorithm.module(), tests,
            modes.stream().distinct().map(Modes::toTla).collect(Collectors.joining(",\n")), definitions));
    Files.writeString(config,
        """
        CONSTANTS
          Tests <- MCTests
          TypeOf <- ClassOf
          Modes <- MCModes
        SPECIFICATION Spec
        VIEW Distinct
        INVARIANTS %s
        CHECK_DEADLOCK FALSE
        """.formatted(invariant));
    return of(module, config);
  }

  /** How many distinct states it has. */
  long states() {
    return result.distinctStates().orElseThrow();
  }

  private void accept(String line) {
    Matcher matcher = LINE.matcher(line);
    if (!matcher.matches()) {
      return;
    }
    String test = matcher.group(2);
    String outcome = matcher.group(3);
    switch (matcher.group(1)) {
      case "outcome", "machine" -> outcomes.computeIfAbsent(test, key -> new TreeSet<>()).add(outcome);
      case "expected" -> expected.computeIfAbsent(test, key -> new TreeSet<>()).add(outcome);
      case "axioms" -> allowed.computeIfAbsent(test, key -> new TreeSet<>()).add(outcome);
      case "in order" -> inOrder.computeIfAbsent(test, key -> new TreeSet<>()).add(outcome);
      case "in step" -> inStep.computeIfAbsent(test, key -> new TreeSet<>()).add(outcome);
      case "violation" -> violations.add(new Violation(test, outcome, modes(matcher.group(4))));
      default -> throw new IllegalStateException("unknown line: " + line);
    }
  }

  /** From {@code name=mode}, separated by spaces. */
  private static Map<String, String> modes(String list) {
    return Arrays.stream(list.split(" "))
        .map(entry -> entry.split("="))
        .collect(Collectors.toMap(entry -> entry[0], entry -> entry[1]));
  }

  /** The tests that have not the same outcomes in both. */
  static SortedSet<String> differences(
      SortedMap<String, SortedSet<String>> some, SortedMap<String, SortedSet<String>> others) {
    SortedSet<String> tests = new TreeSet<>(some.keySet());
    tests.addAll(others.keySet());
    tests.removeIf(test -> Objects.equals(some.get(test), others.get(test)));
    return tests;
  }

  /** Fails unless every test has exactly the outcomes that it should have. Returns the number of outcomes. */
  int checkOutcomes() {
    SortedSet<String> differing = differences(expected, outcomes);
    assertEquals(Set.of(), differing, () -> differing.stream()
        .map(test -> "%s%n  should have %s%n  and has     %s".formatted(test, expected.get(test), outcomes.get(test)))
        .collect(Collectors.joining("\n")));
    return count(outcomes);
  }

  static int count(SortedMap<String, SortedSet<String>> outcomes) {
    return outcomes.values().stream().mapToInt(Set::size).sum();
  }
}
