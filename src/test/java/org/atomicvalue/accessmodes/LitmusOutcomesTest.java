package org.atomicvalue.accessmodes;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.atomicvalue.checkers.evidence.Evidence;
import org.atomicvalue.checkers.evidence.Link;
import org.atomicvalue.stress.InitialValuePublication;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openjdk.jcstress.annotations.JCStressMeta;
import org.openjdk.jcstress.annotations.JCStressTest;

/**
 * The outcomes that the jcstress tests in {@code stress/} accept and forbid are derived, not believed: each program
 * there has one of the same name in {@code spec/litmus}, which TLC runs over the memory of {@code
 * spec/AccessModes.tla}, by the algorithm of each class of the library, with the modes that the code uses. Whatever
 * outcome it has there the annotations accept, and all else they forbid. One program has no such counterpart.
 */
class LitmusOutcomesTest {

  private static final Path STRESS = Path.of("stress", "org", "atomicvalue", "stress");

  /** It reads a reference by a data race, and {@code AccessModes} does not know that what it refers to is read later. */
  private static final Class<?> NOT_DERIVED = InitialValuePublication.class;

  private static final Map<Algorithm, LitmusRun> RUNS = new EnumMap<>(Algorithm.class);

  @BeforeAll
  static void runAllPrograms() throws IOException, InterruptedException {
    for (Algorithm algorithm : Algorithm.values()) {
      RUNS.put(algorithm, LitmusRun.of("MC" + algorithm.module()));
    }
  }

  /** Over weak memory, with the modes of the code, every operation still seems to be one indivisible step. */
  @ParameterizedTest
  @EnumSource
  void programsHaveTheOutcomesOfTheContract(Algorithm algorithm) {
    LitmusRun run = RUNS.get(algorithm);
    int outcomes = run.checkOutcomes();
    new Evidence(Link.ACCESS_MODES, algorithm + " with the modes of the code", outcomes, "outcomes",
        run.outcomes().size() + " programs of at most 4 threads, " + run.states() + " states",
        "exactly those of the contract", run.result().seconds()).record();
  }

  @TestFactory
  List<DynamicTest> annotationsAreThoseDerived() throws IOException {
    return programs().stream()
        .filter(program -> program != NOT_DERIVED)
        .flatMap(program -> Stream.of(Algorithm.values()).map(algorithm -> DynamicTest.dynamicTest(
            program.getSimpleName() + ", " + algorithm, () -> compare(program, algorithm))))
        .toList();
  }

  private static void compare(Class<?> program, Algorithm algorithm) {
    String name = program.getSimpleName();
    LitmusRun run = RUNS.get(algorithm);
    assertTrue(run.outcomes().containsKey(name), name + " has no program of the same name in spec/litmus");
    SortedSet<String> derived = run.outcomes().get(name);
    Class<?> test = tests(program).stream()
        .filter(type -> type.getSimpleName().equals("Of" + algorithm.className()))
        .findFirst()
        .orElseThrow(() -> new AssertionError(name + " has no test Of" + algorithm.className()));
    Annotations.of(test).assertAccept(derived);
    new Evidence(Link.ACCESS_MODES, "outcomes of " + name + ", " + algorithm, derived.size(), "outcomes",
        "the jcstress test against the program in spec/litmus", "accepted and derived outcomes agree", 0).record();
  }

  /** A program is repeated for each class, since jcstress must compile the calls of that class and of no other. */
  @TestFactory
  List<DynamicTest> allClassesRunTheSameProgram() throws IOException {
    return programs().stream()
        .map(program -> DynamicTest.dynamicTest(program.getSimpleName(), () -> compareTests(program)))
        .toList();
  }

  private static void compareTests(Class<?> program) throws IOException {
    String source = Files.readString(STRESS.resolve(program.getSimpleName() + ".java"));
    String first = Algorithm.values()[0].className();
    for (Algorithm algorithm : Algorithm.values()) {
      assertEquals(testOf(first, source).replaceAll("\\b" + first + "\\b", algorithm.className())
          .replace("Of" + first, "Of" + algorithm.className()),
          testOf(algorithm.className(), source),
          () -> "what Of" + first + " does, with " + algorithm + " in its place, and what Of" + algorithm + " does");
    }
    assertAll(tests(program).stream().map(test -> () -> assertEquals(
        program, test.getAnnotation(JCStressMeta.class).value(), "where " + test + " says that its outcomes are")));
    assertEquals(
        Stream.of(Algorithm.values()).map(algorithm -> "Of" + algorithm.className()).collect(Collectors.toSet()),
        tests(program).stream().map(Class::getSimpleName).collect(Collectors.toSet()),
        () -> "the tests in " + program);
  }

  /** The text of the nested class that runs the program on {@code className}. */
  private static String testOf(String className, String source) {
    String head = "public static class Of" + className + " {\n";
    int start = source.indexOf(head);
    assertTrue(start >= 0, () -> "no " + head);
    return source.substring(start, source.indexOf("\n  }\n", start));
  }

  private static List<Class<?>> tests(Class<?> program) {
    return Arrays.stream(program.getDeclaredClasses())
        .filter(type -> type.isAnnotationPresent(JCStressTest.class))
        .toList();
  }

  private static List<Class<?>> programs() throws IOException {
    try (Stream<Path> files = Files.list(STRESS)) {
      List<Class<?>> programs = files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".java") && !name.equals("package-info.java"))
          .sorted()
          .<Class<?>>map(name -> load("org.atomicvalue.stress." + name.replace(".java", "")))
          .filter(type -> !tests(type).isEmpty())
          .toList();
      assertFalse(programs.isEmpty(), "no jcstress tests in " + STRESS);
      return programs;
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
