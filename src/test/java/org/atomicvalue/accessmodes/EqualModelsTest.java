package org.atomicvalue.accessmodes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.atomicvalue.checkers.evidence.Evidence;
import org.atomicvalue.checkers.evidence.Link;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The machine of {@code spec/AccessModes.tla} has exactly the outcomes that the axioms of {@code spec/JavaAxioms.tla}
 * allow step by step, program by program; and where the axioms allow more, it is by load buffering, or, in programs
 * that are known by name, by late passages. So a new difference fails, and so does one that has gone.
 *
 * <p>The programs are all those of two threads, with one or two accesses each, to two locations, in all modes, with any
 * fence or none between them, up to symmetry ({@code spec/litmus/TwoThreads.tla}), and the classic shapes of three and
 * four threads in all modes ({@code ClassicShapes.tla}). A fixed part of each is checked, of any accesses and fences;
 * with {@code -Ddeep=true} more of them. {@link EqualModels} checks all of them in parts, and keeps what has been done.
 */
class EqualModelsTest {

  private static final boolean DEEP = Boolean.getBoolean("deep");

  /** The only programs of the sets with late passages, as far as they have been compared. */
  private static final Pattern LATE =
      Pattern.compile("ISA2 volatile volatile // (plain|opaque) (plain|opaque) // volatile volatile");

  /** Not counted: what they are is checked all the same. */
  private static final int ANY = -1;

  /**
   * Every so many-th program of a set.
   *
   * @param programs how many that are
   * @param buffering how many of them have outcomes by load buffering alone, or ANY
   */
  private record Part(ProgramSet set, boolean deep, int every, int programs, int buffering) {}

  private static final List<Part> PARTS = List.of(
      new Part(ProgramSet.EVERYTHING, false, 4001, 1059, 6),
      new Part(ProgramSet.SHAPES, false, 67, 530, 6),
      new Part(ProgramSet.READS_AND_WRITES, true, 1, 18_632, 49),
      new Part(ProgramSet.SHAPES, true, 1, 34_816, ANY),
      new Part(ProgramSet.ACCESSES, true, 5, 55_863, ANY),
      new Part(ProgramSet.FENCES, true, 21, 64_521, ANY));

  @TestFactory
  List<DynamicTest> machineHasWhatTheAxiomsAllowStepByStep() {
    return PARTS.stream()
        .filter(part -> DEEP || !part.deep())
        .map(part -> DynamicTest.dynamicTest(part.set().title() + ", every " + part.every(), () -> check(part)))
        .toList();
  }

  private static void check(Part part) throws IOException, InterruptedException {
    ModelComparison comparison = ModelComparison.of(part.set(), 0, part.every());
    assertEquals(Set.of(), comparison.differing(), comparison::described);
    Set<String> late = comparison.latePassages();
    assertTrue(late.stream().allMatch(LATE.asMatchPredicate()), () -> "programs with late passages: " + late);
    assertEquals(part.programs(), comparison.programs(), "programs");
    int buffering = comparison.loadBuffering().size();
    if (part.buffering() != ANY) {
      assertEquals(part.buffering(), buffering, "programs with load buffering");
    }
    new Evidence(Link.ACCESS_MODES, "machine and axioms, " + part.set().title(), comparison.programs(), "programs",
        part.set().bounds() + (part.every() == 1 ? "" : ": every " + part.every() + "th of them"),
        String.format(Locale.ROOT,
            "%,d outcomes by both, and of %,d programs others by load buffering, which the machine leaves out",
            comparison.outcomes(), buffering),
        comparison.run().result().seconds()).record();
  }

  /** The other known difference, in the smallest programs: a new one beside it fails, and so does its disappearance. */
  @Test
  void passagesMayBeLate() throws IOException, InterruptedException {
    ModelComparison comparison = ModelComparison.of("order of passages", "MCPassageOrder", "");
    assertEquals(Set.of(), comparison.differing(), comparison::described);
    assertEquals(Set.of(), comparison.loadBuffering());
    assertEquals(Set.of("ISA2", "two threads"), comparison.latePassages());
    assertEquals(Set.of("1, 0, 1"), comparison.beyondTheMachine("two threads"));
    assertEquals(Set.of("1, 1, 0"), comparison.beyondTheMachine("ISA2"));
    new Evidence(Link.ACCESS_MODES, "machine and axioms, order of passages",
        LitmusRun.count(comparison.run().allowed()), "outcomes",
        "a program of two threads with three accesses each, and ISA2",
        "one outcome of each that the machine leaves out, as known",
        comparison.run().result().seconds()).record();
  }

  /** What the command has checked, in parts, is told as it is. */
  @Test
  void documentTellsWhatWasCompared() throws IOException {
    String text = Files.readString(EqualModels.DOCUMENT);
    assertEquals(EqualModels.rendered(text), text,
        () -> EqualModels.DOCUMENT + "; mvn test-compile exec:exec@equal-models -Dequal=document writes it anew");
    assertTrue(EqualModels.kept().stream().allMatch(part -> part.differing() == 0), "kept differences");
  }
}
