package org.atomicvalue.coverage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.atomicvalue.checkers.evidence.Evidence;
import org.atomicvalue.checkers.evidence.Link;
import org.atomicvalue.checkers.jvm.Command;
import org.atomicvalue.checkers.jvm.ForkedJvm;
import org.junit.jupiter.api.Test;
import org.junit.platform.console.ConsoleLauncher;

/**
 * The behaviour tests go through every line and every branch of the library, as JaCoCo counts them. They run once more
 * for this, in a JVM of their own with JaCoCo's agent, so that its instrumentation meets no other.
 */
class CoverageIT {

  private static final List<String> TESTS = List.of(
      "behaviour.AtomicValueTest", "behaviour.WaitFreeAtomicValueTest", "faults.StalledWriterTest",
      "behaviour.AtomicValueConcurrencyTest", "behaviour.WaitFreeAtomicValueConcurrencyTest");

  private static final long LIMIT_SECONDS = 600;

  /** How often the tests may run: a branch that is taken when two threads meet may be missed once. */
  private static final int ROUNDS = 5;

  /** Lines that no test can reach, each with the reason. */
  private static final Map<String, String> UNREACHABLE = Map.of(
      "} catch (ReflectiveOperationException e) {", "a class finds its own fields",
      "throw new ExceptionInInitializerError(e);", "a class finds its own fields");

  private static final Path SOURCES = Path.of("src", "main", "java", "org", "atomicvalue");
  private static final Path FOLDER = Path.of("target", "coverage");

  @Test
  void behaviourTestsReachEveryLineAndBranch() throws Exception {
    long start = System.nanoTime();
    Path data = Files.createDirectories(FOLDER).resolve("jacoco.exec");
    Files.deleteIfExists(data);
    Coverage coverage;
    int rounds = 0;
    do {
      runTests(data);
      coverage = Coverage.of(data, SOURCES, UNREACHABLE.keySet());
      System.out.printf("JaCoCo: %d lines reached, %d missed%n", coverage.lines(), coverage.missed().size());
    } while (!coverage.missed().isEmpty() && ++rounds < ROUNDS);
    assertEquals(Map.of(), coverage.missed(), "what the behaviour tests do not reach");
    new Evidence(
        Link.BEHAVIOUR,
        "coverage by JaCoCo",
        coverage.lines(),
        "lines",
        String.join(", ", TESTS),
        "every line reached, and each of " + coverage.branches() + " branches",
        (System.nanoTime() - start) / 1e9)
        .with(Map.of("lines", coverage.lines(), "branches", coverage.branches(), "unreachable", UNREACHABLE.size()))
        .record();
  }

  /** Runs the tests with JaCoCo's agent, which adds to {@code data} what they reach. */
  private static void runTests(Path data) throws IOException, InterruptedException {
    List<String> arguments = new ArrayList<>(
        List.of("execute", "--disable-banner", "--disable-ansi-colors", "--details=tree", "--fail-if-no-tests"));
    TESTS.forEach(test -> arguments.add("--select-class=org.atomicvalue." + test));
    Path log = FOLDER.resolve("tests.log");
    Command.Result result = new ForkedJvm(ConsoleLauncher.class)
        .options("-javaagent:" + agent() + "=includes=org.atomicvalue.*,destfile=" + data,
            "-Dreport.evidence=" + FOLDER.resolve("evidence"))
        .run(log, LIMIT_SECONDS, arguments);
    assertTrue(result.ended() && result.exitCode() == 0, () -> "the tests fail under JaCoCo; see " + log);
  }

  private static String agent() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> Path.of(entry).getFileName().toString().matches("org\\.jacoco\\.agent-.*-runtime\\.jar"))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("JaCoCo's agent is not on the class path"));
  }
}
