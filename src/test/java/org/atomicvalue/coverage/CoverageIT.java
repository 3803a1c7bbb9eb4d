package org.atomicvalue.coverage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.atomicvalue.AtomicValue;
import org.atomicvalue.verification.Evidence;
import org.atomicvalue.verification.Link;
import org.jacoco.core.analysis.Analyzer;
import org.jacoco.core.analysis.CoverageBuilder;
import org.jacoco.core.analysis.IClassCoverage;
import org.jacoco.core.analysis.ICounter;
import org.jacoco.core.tools.ExecFileLoader;
import org.junit.jupiter.api.Test;
import org.junit.platform.console.ConsoleLauncher;

/**
 * The behaviour tests go through every line and every branch of the library, as JaCoCo counts them. They run once more
 * for this, in a JVM of their own with JaCoCo's agent, so that its instrumentation meets no other.
 */
class CoverageIT {

  private static final List<String> TESTS = List.of(
      "AtomicValueTest", "WaitFreeAtomicValueTest", "AtomicValueConcurrencyTest", "WaitFreeAtomicValueConcurrencyTest");

  /** Lines that no test can reach, each with the reason. */
  private static final Map<String, String> UNREACHABLE = Map.of(
      "} catch (ReflectiveOperationException e) {", "a class finds its own fields",
      "throw new ExceptionInInitializerError(e);", "a class finds its own fields");

  private static final Path SOURCES = Path.of("src", "main", "java", "org", "atomicvalue");
  private static final Path FOLDER = Path.of("target", "coverage");

  @Test
  void behaviourTestsReachEveryLineAndBranch() throws Exception {
    long start = System.nanoTime();
    Collection<IClassCoverage> classes = analyse(runTests());
    assertEquals(2, classes.size(), () -> "classes of the library: " + classes);
    Map<String, String> missed = new TreeMap<>();
    int reached = 0;
    for (IClassCoverage type : classes) {
      List<String> source = Files.readAllLines(SOURCES.resolve(type.getSourceFileName()));
      for (int line = type.getFirstLine(); line <= type.getLastLine(); line++) {
        String text = source.get(line - 1).strip();
        int status = type.getLine(line).getStatus();
        if (status == ICounter.NOT_COVERED && UNREACHABLE.containsKey(text)) {
          continue;
        }
        if (status == ICounter.NOT_COVERED || status == ICounter.PARTLY_COVERED) {
          ICounter branches = type.getLine(line).getBranchCounter();
          missed.put(
              type.getSourceFileName() + ":" + line,
              text + (branches.getTotalCount() == 0
                  ? ""
                  : " (" + branches.getCoveredCount() + " of " + branches.getTotalCount() + " branches)"));
        } else if (status == ICounter.FULLY_COVERED) {
          reached++;
        }
      }
    }
    int branches = classes.stream().mapToInt(type -> type.getBranchCounter().getCoveredCount()).sum();
    assertEquals(Map.of(), missed, "what the behaviour tests do not reach");
    new Evidence(
        Link.BEHAVIOUR,
        "coverage by JaCoCo",
        reached,
        "lines",
        String.join(", ", TESTS),
        "every line reached, and each of " + branches + " branches",
        (System.nanoTime() - start) / 1e9)
        .record();
  }

  /** Runs the tests with JaCoCo's agent and returns the file that it has written. */
  private static Path runTests() throws IOException, InterruptedException {
    Path data = Files.createDirectories(FOLDER).resolve("jacoco.exec");
    Files.deleteIfExists(data);
    List<String> command = new ArrayList<>(List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-javaagent:" + agent() + "=includes=org.atomicvalue.*,destfile=" + data,
        "-Dverification.evidence=" + FOLDER.resolve("evidence"),
        "-cp",
        System.getProperty("java.class.path"),
        ConsoleLauncher.class.getName(),
        "execute",
        "--disable-banner",
        "--disable-ansi-colors",
        "--details=tree",
        "--fail-if-no-tests"));
    TESTS.forEach(test -> command.add("--select-class=org.atomicvalue." + test));
    Path log = FOLDER.resolve("tests.log");
    Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    try {
      assertEquals(0, process.waitFor(), () -> "the tests fail under JaCoCo; see " + log);
    } finally {
      process.destroyForcibly();
    }
    return data;
  }

  private static Collection<IClassCoverage> analyse(Path data) throws Exception {
    ExecFileLoader execution = new ExecFileLoader();
    execution.load(data.toFile());
    CoverageBuilder coverage = new CoverageBuilder();
    Path library = Path.of(AtomicValue.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    new Analyzer(execution.getExecutionDataStore(), coverage).analyzeAll(library.toFile());
    assertEquals(List.of(), List.copyOf(coverage.getNoMatchClasses()), "classes that are not those that were run");
    return coverage.getClasses();
  }

  private static String agent() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> Path.of(entry).getFileName().toString().matches("org\\.jacoco\\.agent-.*-runtime\\.jar"))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("JaCoCo's agent is not on the class path"));
  }
}
