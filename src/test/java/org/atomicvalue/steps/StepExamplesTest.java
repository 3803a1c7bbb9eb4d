package org.atomicvalue.steps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.atomicvalue.checkers.evidence.Evidence;
import org.atomicvalue.checkers.evidence.Link;
import org.atomicvalue.checkers.graph.StateGraph;
import org.atomicvalue.checkers.jvm.Javac;
import org.atomicvalue.checkers.mutants.SeededBug;
import org.atomicvalue.checkers.steps.BoundSteps;
import org.atomicvalue.checkers.steps.StepCheck;
import org.atomicvalue.checkers.steps.StepConformance;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The examples of the guide, which are a project of somebody else: each class takes the steps of its specification, its
 * seeded bug is caught, and the guide shows the report of it.
 */
class StepExamplesTest {

  private static final Path PROJECT = Path.of("examples", "steps");
  private static final Path GUIDE = Path.of("docs", "step-conformance.md");

  /** The reports of the seeded bugs, to be copied into the guide. */
  private static final Path REPORTS = Path.of("target", "step-examples");

  /** What TLC finds for each example, which its seeded bug is compared with as well. */
  private static final Map<String, StateGraph> SPECIFICATIONS = new ConcurrentHashMap<>();

  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> everyExampleTakesItsSteps() throws Exception {
    Path classes = compile(sources(), "classes");
    return tests().map(name -> DynamicTest.dynamicTest(name, () -> {
      long start = System.nanoTime();
      BoundSteps bound = bound(classes, name);
      String model = bound.steps().models()[0];
      StepConformance.Result result = bound.check(model, specification(bound));
      System.out.printf("Steps of %s: %s%n", name, result);
      new Evidence(Link.STEPS, "the guide's example " + bound.steps().of().getSimpleName(), result.edges(), "edges",
          bound.steps().calls().length + " calls, any number of them", result.toString(),
          (System.nanoTime() - start) / 1e9).record();
    }));
  }

  @TestFactory
  Stream<DynamicTest> everySeededBugIsCaughtAndItsReportShown() throws IOException {
    List<SeededBug> bugs = SeededBug.readAll(PROJECT.resolve("bugs"));
    assertEquals(tests().count(), bugs.size(), "one bug for each example");
    return bugs.stream().map(bug -> DynamicTest.dynamicTest(bug.title(), () -> {
      long start = System.nanoTime();
      Path changed = folder.resolve(bug.name()).resolve(bug.file().getFileName());
      Files.createDirectories(changed.getParent());
      Files.write(changed, bug.applied());
      List<Path> sources = Stream.concat(
          sources().stream().filter(source -> !source.equals(bug.file())), Stream.of(changed)).toList();
      Path classes = compile(sources, bug.name() + "-classes");
      String example = bug.file().getFileName().toString().replace(".java", "");
      BoundSteps bound = bound(classes, "com.example." + example + "StepsTest");
      AssertionError report = assertThrows(AssertionError.class,
          () -> bound.check(bound.steps().models()[0], bound.steps().of(), changed, specification(bound)));
      String finding = report.getMessage().lines().findFirst().orElse("");
      Path shown = Files.writeString(
          Files.createDirectories(REPORTS).resolve(bug.name() + ".txt"), report.getMessage().strip() + "\n");
      assertShown(report.getMessage().strip(), shown);
      assertShown(String.join("\n", bug.diff().subList(3, bug.diff().size())), Path.of(bug.name()));
      new Evidence(Link.CONTROLS, bug.name() + " by step conformance", 1, "catches",
          "the guide's example " + example, finding, (System.nanoTime() - start) / 1e9).record();
    }));
  }

  @Test
  void theGuideShowsTheFilesAsTheyAre() throws IOException {
    for (String file : List.of("pom.xml", "spec/Counter.tla", "spec/Counter.cfg",
        "src/main/java/com/example/Counter.java", "src/test/java/com/example/CounterStepsTest.java")) {
      assertShown("\n" + Files.readString(PROJECT.resolve(file)).strip() + "\n```", Path.of(file));
    }
    Path mailbox = PROJECT.resolve("src/test/java/com/example/MailboxStepsTest.java");
    String test = Files.readString(mailbox);
    assertShown(test.substring(test.indexOf("@Steps")).strip(), mailbox);
  }

  private static void assertShown(String text, Path from) throws IOException {
    String guide = Files.readString(GUIDE);
    assertTrue(guide.contains(text), () -> GUIDE + " does not show " + from + " as it is:\n" + text);
  }

  /** The test of an example, in its project's folder. */
  private static BoundSteps bound(Path classes, String test) throws Exception {
    URL[] classPath = {classes.toUri().toURL()};
    // Is not closed: the class file of the class under test is still to be read.
    ClassLoader loader = new URLClassLoader(classPath, StepExamplesTest.class.getClassLoader());
    var constructor = Class.forName(test, true, loader).getDeclaredConstructor();
    constructor.setAccessible(true);
    return new BoundSteps((StepCheck) constructor.newInstance(), PROJECT);
  }

  private static StateGraph specification(BoundSteps bound) throws Exception {
    String model = bound.steps().models()[0];
    StateGraph known = SPECIFICATIONS.get(model);
    if (known == null) {
      known = bound.specification(model);
      SPECIFICATIONS.put(model, known);
    }
    return known;
  }

  private static Stream<String> tests() throws IOException {
    return sources().stream()
        .map(source -> source.getFileName().toString().replace(".java", ""))
        .filter(name -> name.endsWith("StepsTest"))
        .map(name -> "com.example." + name)
        .sorted();
  }

  private static List<Path> sources() throws IOException {
    try (Stream<Path> files = Files.walk(PROJECT.resolve("src"))) {
      return files.filter(file -> file.toString().endsWith(".java")).collect(Collectors.toList());
    }
  }

  private Path compile(List<Path> sources, String name) throws Exception {
    Path classes = Files.createDirectories(folder.resolve(name));
    Javac javac = new Javac("-g", "-Xlint:all", "-Werror", "-proc:none").classPath(enginesAndJars());
    assertEquals(List.of(), javac.compile(sources, classes));
    return classes;
  }

  /** Nothing of the library or its checks: the classes of the engines, and the libraries of the build. */
  private String enginesAndJars() throws Exception {
    Path built = Path.of(StepCheck.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    Path engines = folder.resolve("engines");
    if (!Files.exists(engines)) {
      try (Stream<Path> files = Files.walk(built.resolve("org/atomicvalue/checkers"))) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          Path copy = engines.resolve(built.relativize(file).toString());
          Files.createDirectories(copy.getParent());
          Files.copy(file, copy);
        }
      }
    }
    return Stream.concat(Stream.of(engines.toString()),
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> entry.endsWith(".jar")))
        .collect(Collectors.joining(File.pathSeparator));
  }
}
