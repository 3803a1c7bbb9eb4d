package org.atomicvalue.accessmodes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Questions about litmus tests of atomic values, translated into programs that axioms and machine both take: see {@code
 * spec/litmus/ClientsByAxioms.tla}.
 */
final class ClientQuestions {

  /** The outcomes that are asked for. */
  enum Asks {
    /** Those by the machine. */
    MACHINE("machine", "by the machine"),
    /** Those by the axioms. */
    ALL("all", "all by the axioms"),
    /** Those by the axioms that the contract does not have: there should be none. */
    BEYOND("beyond", "beyond the contract"),
    /** The same, where there should be some. */
    REFUTING("beyond", "refuting");

    private final String word;
    private final String title;

    Asks(String word, String title) {
      this.word = word;
      this.title = title;
    }
  }

  private static final Path FOLDER = Path.of("target", "modes-by-axioms");

  private final String tests;
  private final List<String> questions = new ArrayList<>();
  private int waiting;

  /** @param tests the tests that questions may be about, an expression over {@code AtomicValueTests} */
  ClientQuestions(String tests) {
    this.tests = tests;
  }

  /** How often a thread looks again that has to wait; not at all, if nothing else is said. */
  ClientQuestions waiting(int times) {
    waiting = times;
    return this;
  }

  /** @param names a set of names of tests, an expression over {@code AtomicValueTests} and {@code ClientsByAxioms} */
  ClientQuestions ask(Asks asks, Modes modes, String names) {
    questions.add("QuestionsOf(\"%s\", \"%s\", %s, %s, \"%s\")".formatted(title(asks, modes),
        modes.algorithm().className(), modes.toTla(), names, asks.word));
    return this;
  }

  private static String title(Asks asks, Modes modes) {
    return modes.algorithm() + " " + String.join(" ", modes.list()) + " " + asks.title;
  }

  /** The key of an answer in the maps of {@link LitmusRun}. */
  static String key(Asks asks, Modes modes, String test) {
    return title(asks, modes) + ": " + test;
  }

  /** The tests that were asked with these modes, and answered. */
  static SortedSet<String> answered(LitmusRun run, Asks asks, Modes modes) {
    String prefix = key(asks, modes, "");
    return (asks == Asks.MACHINE ? run.outcomes() : run.expected()).keySet().stream()
        .filter(key -> key.startsWith(prefix))
        .map(key -> key.substring(prefix.length()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** What was answered; nothing if nobody asked. */
  static SortedSet<String> answer(LitmusRun run, Asks asks, Modes modes, String test) {
    return Objects.requireNonNullElse(
        (asks == Asks.MACHINE ? run.outcomes() : run.allowed()).get(key(asks, modes, test)), new TreeSet<>());
  }

  /**
   * Has TLC answer.
   *
   * @param name of the run
   * @param overriding folders with modules that take the place of those in {@code spec}
   */
  LitmusRun run(String name, Path... overriding) throws IOException, InterruptedException {
    Files.createDirectories(FOLDER);
    String model = "MCClientsByAxioms_" + name;
    Path module = FOLDER.resolve(model + ".tla");
    Path config = FOLDER.resolve(model + ".cfg");
    Files.writeString(module,
        """
        ---- MODULE %s ----
        EXTENDS ClientsByAxioms, AtomicValueTests
        MCTests == %s
        MCQuestions == UNION {
        %s}
        ====
        """.formatted(model, tests, String.join(",\n", questions)));
    Files.writeString(config,
        """
        CONSTANTS
          Tests <- MCTests
          TypeOf <- ClassOf
          Waiting = %d
          Questions <- MCQuestions
          Judges <- MCJudges
        SPECIFICATION Spec
        VIEW Distinct
        INVARIANTS MemoryOK PrintMachine
        CHECK_DEADLOCK FALSE
        """.formatted(waiting));
    return LitmusRun.of(module, config, overriding);
  }
}
