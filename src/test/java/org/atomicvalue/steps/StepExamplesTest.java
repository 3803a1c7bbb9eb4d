package org.atomicvalue.steps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.atomicvalue.checkers.evidence.Evidence;
import org.atomicvalue.checkers.evidence.Link;
import org.atomicvalue.checkers.mutants.Mutant;
import org.atomicvalue.checkers.steps.BoundSteps;
import org.atomicvalue.checkers.steps.StepCheck;
import org.atomicvalue.checkers.steps.StepConformance;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The examples of the guide, which are a project of somebody else: each class takes the steps of its specification, its
 * seeded bug is caught, and the guide shows the report of it.
 */
class StepExamplesTest {

  private static final Path PROJECT = Path.of("examples", "steps");
  private static final Path GUIDE = Path.of("docs", "step-conformance.md");

  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> everyExampleTakesItsSteps() throws Exception {
    Path classes = compile(sources(), "classes");
    return tests().map(name -> DynamicTest.dynamicTest(name, () -> {
      long start = System.nanoTime();
      BoundSteps bound = bound(classes, name);
      String model = bound.steps().models()[0];
      StepConformance.Result result = bound.check(model);
      System.out.printf("Steps of %s: %s%n", name, result);
      new Evidence(Link.STEPS, "the guide's example " + bound.steps().of().getSimpleName(), result.edges(), "edges",
          bound.steps().calls().length + " calls, any number of them", result.toString(),
          (System.nanoTime() - start) / 1e9).record();
    }));
  }

  @TestFactory
  Stream<DynamicTest> everySeededBugIsCaughtAndItsReportShown() throws IOException {
    List<Mutant> bugs = Mutant.readAll(PROJECT.resolve("bugs"));
    assertEquals(tests().count(), bugs.size(), "one bug for each example");
    String guide = Files.readString(GUIDE);
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
          () -> bound.check(bound.steps().models()[0], bound.steps().of(), changed));
      String finding = report.getMessage().lines().findFirst().orElse("");
      assertTrue(guide.contains(report.getMessage().strip()),
          () -> GUIDE + " does not show the report of " + bug.name() + ", which is\n" + report.getMessage());
      new Evidence(Link.CONTROLS, bug.name() + " by step conformance", 1, "catches",
          "the guide's example " + example, finding, (System.nanoTime() - start) / 1e9).record();
    }));
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

  private Path compile(List<Path> sources, String name) throws IOException {
    Path classes = Files.createDirectories(folder.resolve(name));
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      List<String> options = List.of("-g", "-Xlint:all", "-Werror", "-proc:none", "-cp",
          System.getProperty("java.class.path"), "-d", classes.toString());
      assertTrue(compiler.getTask(null, files, null, options, null, files.getJavaFileObjectsFromPaths(sources)).call(),
          () -> "does not compile: " + sources);
    }
    return classes;
  }
}
