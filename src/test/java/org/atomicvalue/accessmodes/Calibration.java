package org.atomicvalue.accessmodes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The litmus tests of the course, in {@code spec/litmus}, by one of the two models, and what they should find.
 *
 * @param run of all tests
 * @param found of each test, the outcomes by this model
 * @param expected of each test, the outcomes that this model should have
 */
public record Calibration(
    LitmusRun run, SortedMap<String, SortedSet<String>> found, SortedMap<String, SortedSet<String>> expected) {

  /** What the axioms allow and the machine does not have. */
  private static final Map<String, Set<String>> BEYOND_THE_MACHINE = Map.of("LB plain", Set.of("1, 1"));

  /** By the axioms of {@code JavaAxioms}. */
  static Calibration ofAxioms() throws IOException, InterruptedException {
    LitmusRun run = LitmusRun.of("MCLitmusAxioms");
    return new Calibration(run, run.allowed(), run.expected());
  }

  /** By the machine of {@code AccessModes}. */
  static Calibration ofMachine() throws IOException, InterruptedException {
    LitmusRun run = LitmusRun.of("MCLitmus");
    return new Calibration(run, run.outcomes(), ofTheMachine(run.expected()));
  }

  private static SortedMap<String, SortedSet<String>> ofTheMachine(SortedMap<String, SortedSet<String>> expected) {
    SortedMap<String, SortedSet<String>> ofTheMachine = new TreeMap<>(expected);
    BEYOND_THE_MACHINE.forEach((test, outcomes) -> ofTheMachine.computeIfPresent(test, (name, all) -> {
      SortedSet<String> fewer = new TreeSet<>(all);
      fewer.removeAll(outcomes);
      return fewer;
    }));
    return ofTheMachine;
  }

  /**
   * By one of the two models as somebody has changed it.
   *
   * @param changed the file name of the module that is changed: that of the axioms, or of the machine
   * @param folder has the changed module, and receives the model
   */
  public static Calibration of(String changed, Path folder) throws IOException, InterruptedException {
    return of(changed, folder, "LitmusTests");
  }

  /** The same, of one test alone. */
  static Calibration ofOne(String test, String changed, Path folder) throws IOException, InterruptedException {
    return of(changed, folder, "[each \\in {\"" + test + "\"} |-> LitmusTests[each]]");
  }

  private static Calibration of(String changed, Path folder, String tests) throws IOException, InterruptedException {
    boolean axioms = changed.equals("JavaAxioms.tla");
    Path module = Files.writeString(folder.resolve("MCSomeTests.tla"), """
        ---- MODULE MCSomeTests ----
        EXTENDS %s
        MCSome == %s
        ====
        """.formatted(axioms ? "MCLitmusAxioms" : "MCLitmus", tests));
    Path config = Files.writeString(folder.resolve("MCSomeTests.cfg"), """
        CONSTANTS
          Tests <- MCSome
        %s
        SPECIFICATION Spec
        CHECK_DEADLOCK FALSE
        """.formatted(axioms ? "  Judges <- MCJudges" : "INVARIANTS MemoryOK PrintOutcomes"));
    LitmusRun run = LitmusRun.of(module, config, folder);
    return axioms
        ? new Calibration(run, run.allowed(), run.expected())
        : new Calibration(run, run.outcomes(), ofTheMachine(run.expected()));
  }

  /** The tests that do not have exactly the outcomes that they should have. */
  public SortedSet<String> differing() {
    return LitmusRun.differences(expected, found);
  }
}
