package org.atomicvalue.modes;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.stream.Stream;
import org.atomicvalue.verification.Evidence;
import org.atomicvalue.verification.Link;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.DynamicTest;
import org.openjdk.jcstress.annotations.JCStressTest;

/**
 * The outcomes that the jcstress tests in {@code stress/} accept and forbid are derived, not believed: each test has a
 * program of the same name in {@code spec/litmus}, which TLC runs over the memory of {@code spec/AccessModes.tla} with
 * the modes that the code uses. Whatever outcome it has there the annotations accept, and all else they forbid.
 */
class LitmusOutcomesTest {

  private static final Path STRESS = Path.of("stress", "org", "atomicvalue", "stress");

  private static LitmusRun run;

  @BeforeAll
  static void runAllPrograms() throws IOException, InterruptedException {
    run = LitmusRun.of("MCAtomicValueModes");
  }

  /** Over weak memory, with the modes of the code, every operation still seems to be one indivisible step. */
  @Test
  void programsHaveTheOutcomesOfTheContract() {
    int outcomes = run.checkOutcomes();
    new Evidence(Link.ACCESS_MODES, "AtomicValue with the modes of the code", outcomes, "outcomes",
        run.outcomes().size() + " programs of at most 4 threads, " + run.result().distinctStates() + " states",
        "exactly those of the contract", run.result().seconds()).record();
  }

  @TestFactory
  List<DynamicTest> annotationsAreThoseDerived() throws IOException {
    List<Class<?>> tests = jcstressTests();
    assertFalse(tests.isEmpty(), "no jcstress tests in " + STRESS);
    return tests.stream()
        .map(test -> DynamicTest.dynamicTest(test.getSimpleName(), () -> compare(test)))
        .toList();
  }

  private static void compare(Class<?> test) {
    String name = test.getSimpleName();
    assertTrue(run.outcomes().containsKey(name), name + " has no program of the same name in spec/litmus");
    SortedSet<String> derived = run.outcomes().get(name);
    Annotations.of(test).assertAccept(derived);
    new Evidence(Link.ACCESS_MODES, "outcomes of " + name, derived.size(), "outcomes",
        "the jcstress test against the program in spec/litmus", "accepted and derived outcomes agree", 0).record();
  }

  private static List<Class<?>> jcstressTests() throws IOException {
    try (Stream<Path> files = Files.list(STRESS)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".java") && !name.equals("package-info.java"))
          .sorted()
          .<Class<?>>map(name -> load("org.atomicvalue.stress." + name.replace(".java", "")))
          .filter(type -> type.isAnnotationPresent(JCStressTest.class))
          .toList();
    }
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(name + " is in stress/ but was not compiled", e);
    }
  }
}
