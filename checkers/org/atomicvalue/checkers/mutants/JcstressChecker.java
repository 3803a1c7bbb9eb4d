package org.atomicvalue.checkers.mutants;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import org.atomicvalue.checkers.jcstress.StressResults;
import org.atomicvalue.checkers.jcstress.StressRun;
import org.atomicvalue.checkers.jvm.Command;
import org.openjdk.jcstress.infra.Status;
import org.openjdk.jcstress.infra.collectors.TestResult;

/**
 * A litmus test, run for a moment: two iterations of 200 ms in each of four JVM modes. It catches a
 * bug when it sees a forbidden outcome, and only then. What it sees is a matter of luck, so it tries a few times.
 */
public final class JcstressChecker implements Checker {

  private static final int ATTEMPTS = 4;

  private final String test;
  private final List<String> jvmOptions;
  private final List<String> options;

  private JcstressChecker(String test, List<String> jvmOptions, List<String> options) {
    this.test = test;
    this.jvmOptions = jvmOptions;
    this.options = options;
  }

  /**
   * One test, repeated, since it takes luck to see a bug.
   *
   * @param test simple name of the class, after that of the program: {@code StoreBuffering.OfAtomicValue}
   */
  public static Checker of(String test) {
    return new JcstressChecker(test, List.of(), List.of("-iters", "2")).upTo(ATTEMPTS);
  }

  /** All tests of a simple name, whatever they are nested in, once and for 100 ms, in two JVM modes instead of four. */
  public static Checker ofAllNamed(String test) {
    return new JcstressChecker(test, List.of("-Dstress.brief=true"), List.of("-iters", "1", "-time", "100"));
  }

  @Override
  public Judgement run(Path classes, Path folder) throws IOException, InterruptedException {
    Path file = folder.resolve("jcstress.bin.gz");
    List<String> arguments = new ArrayList<>(List.of(file.toString(), "-m", "quick"));
    arguments.addAll(options);
    arguments.addAll(List.of("-t", "\\." + Pattern.quote(test) + "$"));
    Command.Result run = OtherClasses.run(classes, folder, jvmOptions, StressRun.class, arguments);
    if (!run.ended() || run.exitCode() != 0) {
      String problem = run.ended() ? "jcstress ended with exit code " + run.exitCode() : "jcstress did not end in time";
      return new Judgement(Judgement.Verdict.BROKEN, problem, run.output());
    }
    Collection<TestResult> results = StressResults.read(file);
    List<String> forbidden = results.stream().flatMap(each -> StressResults.forbiddenOutcomes(each).stream()).toList();
    if (!forbidden.isEmpty()) {
      return new Judgement(Judgement.Verdict.FAILED, forbidden.get(0), String.join("\n", forbidden));
    }
    List<String> errors = results.stream().flatMap(each -> StressResults.errors(each).stream()).toList();
    if (!errors.isEmpty()) {
      boolean threw = results.stream().anyMatch(each -> each.status() == Status.TEST_ERROR);
      return new Judgement(threw ? Judgement.Verdict.THREW : Judgement.Verdict.BROKEN,
          errors.get(0).lines().findFirst().orElse(""),
          String.join("\n", errors));
    }
    return new Judgement(Judgement.Verdict.PASSED, "", run.output());
  }
}
