package org.atomicvalue.accessmodes;

import java.io.IOException;
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

  /** By the axioms of {@code JavaAxioms}, which may be elsewhere: modules in {@code overriding} take its place. */
  static Calibration ofAxioms(Path... overriding) throws IOException, InterruptedException {
    LitmusRun run = run("MCLitmusAxioms", overriding);
    return new Calibration(run, run.allowed(), run.expected());
  }

  /** By the machine of {@code AccessModes}, which may be elsewhere: modules in {@code overriding} take its place. */
  static Calibration ofMachine(Path... overriding) throws IOException, InterruptedException {
    LitmusRun run = run("MCLitmus", overriding);
    SortedMap<String, SortedSet<String>> expected = new TreeMap<>(run.expected());
    BEYOND_THE_MACHINE.forEach((test, outcomes) -> {
      SortedSet<String> fewer = new TreeSet<>(expected.get(test));
      fewer.removeAll(outcomes);
      expected.put(test, fewer);
    });
    return new Calibration(run, run.outcomes(), expected);
  }

  /** By the model that a module of this name belongs to. */
  public static Calibration of(String module, Path... overriding) throws IOException, InterruptedException {
    return module.equals("JavaAxioms.tla") ? ofAxioms(overriding) : ofMachine(overriding);
  }

  private static LitmusRun run(String model, Path... overriding) throws IOException, InterruptedException {
    return overriding.length == 0
        ? LitmusRun.of(model)
        : LitmusRun.of(LitmusRun.LITMUS.resolve(model + ".tla"), LitmusRun.LITMUS.resolve(model + ".cfg"), overriding);
  }

  /** The tests that do not have exactly the outcomes that they should have. */
  public SortedSet<String> differing() {
    return LitmusRun.differences(expected, found);
  }
}
