package org.atomicvalue.accessmodes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.atomicvalue.checkers.tlc.Tlc;

/**
 * Machine and axioms, asked about the same programs.
 *
 * <p>The axioms allow more than any machine has that makes its accesses one by one: load buffering, in which a read
 * comes before the write that it reads; and late passages, in which what passes the order of volatile accesses does so
 * later than a machine could. What they allow without these, step by step, the machine must have, and nothing else.
 */
record ModelComparison(LitmusRun run) {

  private static final Path FOLDER = Path.of("target", "equal-models");

  /** From so many programs on, a JVM that starts slowly and computes quickly takes less time. */
  private static final int MANY = 10_000;

  /** @param name of the run */
  static ModelComparison of(String name, String model, String constants) throws IOException, InterruptedException {
    return new ModelComparison(LitmusRun.of(tlc(name, model, constants).small()));
  }

  private static Tlc tlc(String name, String model, String constants) throws IOException {
    Files.createDirectories(FOLDER);
    Path module = Files.copy(LitmusRun.LITMUS.resolve(model + ".tla"), FOLDER.resolve(model + ".tla"),
        StandardCopyOption.REPLACE_EXISTING);
    Path config = FOLDER.resolve("Equal_" + name.replaceAll("\\W+", "_") + ".cfg");
    Files.writeString(config, """
        CONSTANTS
        %s
          Judges = {"axioms", "machine"}
        SPECIFICATION Spec
        VIEW Distinct
        INVARIANTS MemoryOK PrintOutcomes
        CHECK_DEADLOCK FALSE
        """.formatted(constants));
    return new Tlc(module, config);
  }

  /** The programs with the numbers {@code first}, {@code first + every} and so on. */
  static ModelComparison of(ProgramSet programs, int first, int every) throws IOException, InterruptedException {
    Tlc tlc = tlc("%s_%d_of_%d".formatted(programs.title(), first, every), programs.model(),
        programs.constants(first, every));
    return new ModelComparison(LitmusRun.of(programs.programs() / every < MANY ? tlc.small() : tlc));
  }

  int programs() {
    return run.allowed().size();
  }

  /** How many outcomes the machine has, of all programs. */
  int outcomes() {
    return LitmusRun.count(run.outcomes());
  }

  /** The programs in which the machine does not have just what the axioms allow step by step. */
  SortedSet<String> differing() {
    return LitmusRun.differences(run.inStep(), run.outcomes());
  }

  /** The programs of which the axioms allow outcomes by load buffering alone. */
  SortedSet<String> loadBuffering() {
    return LitmusRun.differences(run.allowed(), run.inOrder());
  }

  /** The programs of which the axioms allow outcomes without load buffering, but by late passages alone. */
  SortedSet<String> latePassages() {
    return LitmusRun.differences(run.inOrder(), run.inStep());
  }

  /** What the axioms allow of a program and the machine does not have. */
  SortedSet<String> beyondTheMachine(String program) {
    SortedSet<String> outcomes = new TreeSet<>(run.allowed().get(program));
    outcomes.removeAll(Objects.requireNonNullElse(run.outcomes().get(program), new TreeSet<>()));
    return outcomes;
  }

  /** Some of the differences. */
  String described() {
    SortedMap<String, SortedSet<String>> inStep = run.inStep();
    return differing().stream().limit(20)
        .map(program -> "%s%n  by the axioms, step by step  %s%n  by the machine               %s".formatted(
            program, inStep.get(program), run.outcomes().get(program)))
        .collect(Collectors.joining("\n"));
  }
}
