package org.atomicvalue.checkers.jcstress;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.atomicvalue.checkers.jvm.ForkedJvm;
import org.openjdk.jcstress.infra.collectors.TestResult;

/** Runs jcstress in a JVM of its own, see {@link StressRun}, and reads the results file that it leaves. */
public final class StressFork {

  private StressFork() {}

  /**
   * Runs tests and returns what each JVM that ran one of them reported.
   *
   * @param results the results file to write; a log of the preparations goes beside it
   * @param progress takes each line that the run prints
   * @param options options of jcstress: which tests, and for how long
   */
  public static Collection<TestResult> run(
      Path results, Consumer<String> progress, List<String> options)
      throws IOException, InterruptedException {
    return run(System.getProperty("java.class.path"), List.of(), results, progress, options);
  }

  /**
   * Runs the tests that {@link StressCompiler} has compiled, and none of those on the class path: jcstress takes the
   * first list of tests that it finds.
   *
   * @param classes the folder with the classes of the tests
   * @param jvmOptions options of the JVM that runs {@link StressRun}
   */
  public static Collection<TestResult> runGenerated(
      Path classes, List<String> jvmOptions, Path results, Consumer<String> progress, List<String> options)
      throws IOException, InterruptedException {
    String path = classes.toAbsolutePath() + File.pathSeparator + System.getProperty("java.class.path");
    return run(path, jvmOptions, results, progress, options);
  }

  private static Collection<TestResult> run(
      String classPath, List<String> jvmOptions, Path results, Consumer<String> progress, List<String> options)
      throws IOException, InterruptedException {
    Files.createDirectories(results.toAbsolutePath().getParent());
    Files.deleteIfExists(results);
    List<String> arguments = new ArrayList<>(List.of(results.toString()));
    arguments.addAll(options);
    int exitCode = new ForkedJvm(StressRun.class)
        .options("-Ddeep=" + Boolean.getBoolean("deep"))
        .options(jvmOptions)
        .classPath(classPath)
        .run(progress, arguments);
    if (exitCode != 0) {
      throw new IllegalStateException(
          "jcstress ended with exit code " + exitCode + "; see its output above and " + results + ".log");
    }
    return StressResults.read(results);
  }
}
