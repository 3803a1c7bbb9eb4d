package org.atomicvalue.steps;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.FutureTask;
import org.atomicvalue.checkers.graph.StateGraph;
import org.atomicvalue.checkers.mutants.Checker;
import org.atomicvalue.checkers.mutants.Judgement;
import org.atomicvalue.checkers.steps.SteppedClass;

/**
 * Step conformance in the bounds of several models, one after the other. It reads the class under test as a file and so
 * can do without a JVM for each bug; TLC explores each model once for all of them.
 */
public final class StepsChecker implements Checker {

  /** Of this JVM, since another may have TLC explore the same model at the same time. */
  private static final Path FOLDER =
      Path.of("target", "steps-of-mutants", String.valueOf(ProcessHandle.current().pid()));

  private final String type;
  private final Map<String, String> sentinels;
  private final Map<RegisterSteps, FutureTask<StateGraph>> specs = new LinkedHashMap<>();
  private AssertionError lastFinding;

  public StepsChecker(Class<?> type, Map<String, String> sentinels, String... models) {
    this.type = type.getName();
    this.sentinels = sentinels;
    for (String model : models) {
      RegisterSteps steps = new RegisterSteps(type.getSimpleName(), model);
      specs.put(steps, new FutureTask<>(steps.spec().folder(FOLDER).small()::explore));
    }
  }

  @Override
  public Judgement run(Path classes, Path folder) throws IOException, InterruptedException {
    try {
      return new Judgement(Judgement.Verdict.PASSED, "", check(classes));
    } catch (AssertionError difference) {
      lastFinding = difference;
      String report = difference.getMessage();
      Files.writeString(folder.resolve("output.txt"), report);
      return new Judgement(Judgement.Verdict.FAILED, report.lines().findFirst().orElse(""), report);
    } catch (Exception e) {
      return new Judgement(Judgement.Verdict.BROKEN, e.toString(), e.toString());
    }
  }

  /** What the last run that failed found. */
  public AssertionError lastFinding() {
    return lastFinding;
  }

  /**
   * What was compared.
   *
   * @throws AssertionError if the class does not take exactly the steps of its specification
   */
  String check(Path classes) throws Exception {
    String file = type.replace('.', '/');
    Path changed = classes.resolveSibling("src").resolve(file + ".java");
    Path source = Files.exists(changed) ? changed : Path.of("src", "main", "java").resolve(file + ".java");
    byte[] classFile = Files.readAllBytes(classes.resolve(file + ".class"));
    StringBuilder passed = new StringBuilder();
    for (RegisterSteps steps : specs.keySet()) {
      FutureTask<StateGraph> spec = specs.get(steps);
      spec.run(); // has an effect the first time only
      SteppedClass subject = SteppedClass.load(type, classFile, source, steps::instanceOf);
      passed.append(steps.model()).append(": ").append(steps.check(subject, sentinels, spec)).append('\n');
    }
    return passed.toString();
  }
}
