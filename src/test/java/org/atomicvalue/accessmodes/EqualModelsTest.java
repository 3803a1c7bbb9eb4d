package org.atomicvalue.accessmodes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.atomicvalue.checkers.evidence.Evidence;
import org.atomicvalue.checkers.evidence.Link;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The machine of {@code spec/AccessModes.tla} has exactly the outcomes that the axioms of {@code spec/JavaAxioms.tla}
 * allow, program by program, but for load buffering: what the axioms allow only by executions in which a read comes
 * before the write that it reads, or a thread leaves its program order. The machine must have none of these and all
 * others, so that a new difference fails and so does one that has gone.
 *
 * <p>The programs are all those of two threads, with one or two accesses each, to two locations, in all modes, with any
 * fence or none between them, up to symmetry ({@code spec/litmus/TwoThreads.tla}), and the classic shapes of three and
 * four threads in all modes ({@code ClassicShapes.tla}). A fixed part of each is checked, of any accesses and fences; with
 * {@code -Ddeep=true} all of them but those that have a compareAndExchange and a fence.
 */
class EqualModelsTest {

  private static final Path FOLDER = Path.of("target", "equal-models");
  private static final boolean DEEP = Boolean.getBoolean("deep");

  /** Not counted yet: what they are is checked all the same. */
  private static final int ANY = -1;

  /**
   * A set of programs.
   *
   * @param model the module in {@code spec/litmus} that has them
   * @param constants of the model
   * @param programs how many there are
   * @param buffering how many of them have outcomes by load buffering alone, or ANY
   */
  private record Part(String name, boolean deep, String model, String constants, String bounds, int programs,
      int buffering) {}

  private static final List<Part> PARTS = List.of(
      new Part("two threads", false, "MCTwoThreads", twoThreads("AllKinds", "AllFences", 4001),
          "2 threads of 1 or 2 accesses, every kind, mode and fence, 2 locations: every 4001st program", 1059, 6),
      new Part("classic shapes", false, "MCClassicShapes", "  MCEvery = 67",
          "13 shapes of 3 and 4 threads: every 67th assignment of modes", 530, 6),
      new Part("two threads, reads and writes", true, "MCTwoThreads", twoThreads("ReadsAndWrites", "NoFence", 1),
          "2 threads of 1 or 2 reads and writes in all modes, 2 locations: all programs", 18_632, 49),
      new Part("two threads, all accesses", true, "MCTwoThreads", twoThreads("AllKinds", "NoFence", 1),
          "2 threads of 1 or 2 accesses of every kind in all modes, 2 locations: all programs", 279_312, ANY),
      new Part("two threads, with fences", true, "MCTwoThreads", twoThreads("WithoutExchange", "AllFences", 1),
          "2 threads of 1 or 2 reads, writes and swaps in all modes, any fence between, 2 locations: all programs",
          1_356_060,
          ANY),
      new Part("classic shapes, all modes", true, "MCClassicShapes", "  MCEvery = 1",
          "13 shapes of 3 and 4 threads: all assignments of modes", 34_816, ANY));

  private static String twoThreads(String kinds, String between, int every) {
    return "  MCKinds <- %s%n  MCBetween <- %s%n  MCEvery = %d".formatted(kinds, between, every);
  }

  @TestFactory
  List<DynamicTest> machineHasWhatTheAxiomsAllowInOrder() {
    return PARTS.stream()
        .filter(part -> DEEP || !part.deep())
        .map(part -> DynamicTest.dynamicTest(part.name(), () -> check(part)))
        .toList();
  }

  private static void check(Part part) throws IOException, InterruptedException {
    LitmusRun run = run(part.name(), part.model(), part.constants());
    SortedSet<String> differing = LitmusRun.differences(run.inOrder(), run.outcomes());
    assertEquals(Set.of(), differing, () -> described(differing, run));
    int buffering = beyondTheMachine(run).size();
    assertEquals(part.programs(), run.outcomes().size(), "programs");
    if (part.buffering() != ANY) {
      assertEquals(part.buffering(), buffering, "programs with load buffering");
    }
    new Evidence(Link.ACCESS_MODES, "machine and axioms, " + part.name(), run.outcomes().size(), "programs",
        part.bounds(),
        String.format(Locale.ROOT,
            "%,d outcomes by both, and of %,d programs others by load buffering, which the machine leaves out",
            LitmusRun.count(run.outcomes()), buffering),
        run.result().seconds()).record();
  }

  /** The other known difference, in its smallest program: a new one beside it fails, and so does its disappearance. */
  @Test
  void passagesMayContradictProgramOrder() throws IOException, InterruptedException {
    LitmusRun run = run("order of passages", "MCPassageOrder", "");
    assertEquals(Map.of("order of passages", Set.of("1, 0, 1")), beyondTheMachine(run));
    assertEquals(run.allowed(), run.inOrder(), "it is no load buffering");
    new Evidence(Link.ACCESS_MODES, "machine and axioms, order of passages", LitmusRun.count(run.allowed()), "outcomes",
        "one program of two threads with three accesses each", "one outcome that the machine leaves out, as known",
        run.result().seconds()).record();
  }

  private static LitmusRun run(String name, String model, String constants) throws IOException, InterruptedException {
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
    return LitmusRun.of(module, config);
  }

  /** Of each program, the outcomes that the axioms allow and the machine does not have. */
  private static SortedMap<String, SortedSet<String>> beyondTheMachine(LitmusRun run) {
    SortedMap<String, SortedSet<String>> beyond = new TreeMap<>();
    run.allowed().forEach((program, allowed) -> {
      SortedSet<String> outcomes = new TreeSet<>(allowed);
      outcomes.removeAll(run.outcomes().getOrDefault(program, new TreeSet<>()));
      if (!outcomes.isEmpty()) {
        beyond.put(program, outcomes);
      }
    });
    return beyond;
  }

  private static String described(Set<String> programs, LitmusRun run) {
    return programs.stream().limit(20)
        .map(program -> "%s%n  by the axioms in order  %s%n  by the machine          %s".formatted(
            program, run.inOrder().get(program), run.outcomes().get(program)))
        .collect(Collectors.joining("\n"));
  }
}
