package org.atomicvalue.checkers.litmus;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads a litmus test, or all files {@code *.litmus} in a folder and below, and prints what the model makes of them.
 * What is not understood is one line for a file, and keeps none of the others from being run.
 */
public final class LitmusCommand {

  private final LitmusModel model;
  private final BiFunction<Litmus, Outcomes, String> reason;
  private final PrintStream out;
  private final PrintStream errors;

  /**
   * @param reason why axioms and machine differ about a test
   * @param out receives the outcomes
   * @param errors receives what is not understood
   */
  public LitmusCommand(
      LitmusModel model, BiFunction<Litmus, Outcomes, String> reason, PrintStream out, PrintStream errors) {
    this.model = model;
    this.reason = reason;
    this.out = out;
    this.errors = errors;
  }

  /** Runs the tests at this path. Returns 0 if every file was understood and every test evaluated, otherwise 1. */
  public int run(Path path) throws IOException, InterruptedException {
    List<Path> files = files(path);
    if (files.isEmpty()) {
      errors.println(path + ": " + (Files.exists(path) ? "no file *.litmus in this folder" : "no such file or folder"));
      return 1;
    }
    int failures = 0;
    List<Litmus> tests = new ArrayList<>();
    for (Path file : files) {
      try {
        tests.add(LitmusParser.parse(file.toString(), Files.readString(file)));
      } catch (NotUnderstood e) {
        failures++;
        errors.println(e.getMessage());
      } catch (MalformedInputException e) {
        failures++;
        errors.println(file + ":1:1: met bytes that are no text; would understand UTF-8");
      }
    }
    Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
    int differing = 0;
    List<LitmusModel.Answer> answers = model.ask(tests);
    for (int i = 0; i < tests.size(); i++) {
      Litmus test = tests.get(i);
      if (answers.get(i) instanceof LitmusModel.Answer.Found found) {
        LitmusReport report = new LitmusReport(
            test, found.outcomes(), found.outcomes().agree() ? "" : reason.apply(test, found.outcomes()));
        report.lines().forEach(out::println);
        out.println();
        verdicts.merge(report.verdict(), 1, Integer::sum);
        differing += report.agree() ? 0 : 1;
      } else if (answers.get(i) instanceof LitmusModel.Answer.Failed failed) {
        failures++;
        errors.println(test.name() + ": not evaluated: " + failed.reason());
      }
    }
    if (files.size() > 1) {
      out.println(summary(files.size(), verdicts, differing, failures));
    }
    return failures == 0 ? 0 : 1;
  }

  private static String summary(int files, Map<Verdict, Integer> verdicts, int differing, int failures) {
    return "%d files: %s; axioms and machine differ about %d; %d not understood or not evaluated".formatted(
        files,
        verdicts.entrySet().stream().map(entry -> entry.getValue() + " " + entry.getKey())
            .collect(Collectors.joining(", ")),
        differing,
        failures);
  }

  private static List<Path> files(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      return Files.exists(path) ? List.of(path) : List.of();
    }
    try (Stream<Path> all = Files.walk(path)) {
      return all.filter(file -> file.getFileName().toString().endsWith(".litmus")).sorted().toList();
    }
  }
}
