package org.atomicvalue.accessmodes;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.atomicvalue.checkers.litmus.Litmus;
import org.atomicvalue.checkers.litmus.LitmusCommand;
import org.atomicvalue.checkers.litmus.LitmusModel;
import org.atomicvalue.checkers.litmus.Outcomes;

/**
 * {@code mvn -q test-compile exec:exec@litmus -Dlitmus=FILE_OR_FOLDER} runs litmus tests in herd's format by the axioms
 * and by the machine, see docs/litmus.md. Ends with 1 if a file was not understood.
 */
public final class LitmusFiles {

  private LitmusFiles() {}

  /** The model of Java's memory, in {@code spec}. */
  public static LitmusModel model(Path folder) {
    return new LitmusModel("ProgramOutcomes", List.of(LitmusRun.LITMUS, LitmusRun.SPEC), folder, System.err::println);
  }

  /** The first machine, which the axioms and the JVM have refuted; it is a seeded bug now. */
  public static LitmusModel refutedModel(Path folder) {
    return new LitmusModel("ProgramOutcomes",
        List.of(LitmusRun.LITMUS.resolve("refuted"), LitmusRun.LITMUS, LitmusRun.SPEC), folder, System.err::println);
  }

  /** Why axioms and machine differ about a test. */
  static String reason(Litmus test, Outcomes outcomes) {
    if (!outcomes.agreeInStep()) {
      return "not for a known reason, please report this test";
    }
    return Stream.of(
        outcomes.haveLoadBuffering() ? "load buffering: the machine reads only what has been written" : "",
        outcomes.haveLatePassages()
            ? "order of passages: in the machine, volatile accesses pass their order as they are made"
            : "")
        .filter(reason -> !reason.isEmpty())
        .collect(Collectors.joining("; "));
  }

  public static void main(String[] args) throws Exception {
    if (args.length != 1 || args[0].isBlank()) {
      System.err.println("say which: -Dlitmus=FILE_OR_FOLDER");
      System.exit(1);
    }
    LitmusModel model = model(Path.of("target", "litmus"));
    System.exit(new LitmusCommand(model, LitmusFiles::reason, System.out, System.err).run(Path.of(args[0])));
  }
}
