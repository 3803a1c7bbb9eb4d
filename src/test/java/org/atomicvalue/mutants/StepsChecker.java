package org.atomicvalue.mutants;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.FutureTask;
import org.atomicvalue.RegisterSteps;
import org.atomicvalue.conformance.StateGraph;
import org.atomicvalue.conformance.SteppedClass;

/**
 * Step conformance in the bounds of one model. It reads the class under test as a file and so can do without a JVM for
 * each bug; TLC explores the specification once for all of them.
 */
final class StepsChecker implements Checker {

  private final String type;
  private final RegisterSteps steps;
  private final Map<String, String> sentinels;
  private final FutureTask<StateGraph> spec;

  StepsChecker(Class<?> type, RegisterSteps steps, Map<String, String> sentinels) {
    this.type = type.getName();
    this.steps = steps;
    this.sentinels = sentinels;
    this.spec = new FutureTask<>(steps.spec().folder(Path.of("target", "mutants"))::explore);
  }

  @Override
  public Outcome run(Path classes, Path folder) throws IOException, InterruptedException {
    String file = type.replace('.', '/');
    Path changed = classes.resolveSibling("src").resolve(file + ".java");
    Path source = Files.exists(changed) ? changed : Path.of("src", "main", "java").resolve(file + ".java");
    spec.run(); // has an effect the first time only
    try {
      SteppedClass subject = SteppedClass.load(type, Files.readAllBytes(classes.resolve(file + ".class")), source);
      return new Outcome(Outcome.Verdict.PASSED, "", steps.check(subject, sentinels, spec).toString());
    } catch (AssertionError difference) {
      String report = difference.getMessage();
      Files.writeString(folder.resolve("output.txt"), report);
      return new Outcome(Outcome.Verdict.FAILED, report.lines().findFirst().orElse(""), report);
    } catch (Exception e) {
      return new Outcome(Outcome.Verdict.BROKEN, e.toString(), e.toString());
    }
  }
}
