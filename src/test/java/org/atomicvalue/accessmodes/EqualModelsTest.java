package org.atomicvalue.accessmodes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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
 * <p>The programs are those of two threads, with one or two accesses each, to two locations, in all modes, with any
 * fence or none between them, up to symmetry ({@code spec/litmus/TwoThreads.tla}), and the classic shapes of three and
 * four threads in all modes ({@code ClassicShapes.tla}). A fixed sample of each is compared; with {@code -Ddeep=true}
 * all of them, but for programs with a {@code compareAndExchange}, about which {@link CompareAndExchangeIT} has the
 * rest. {@link EqualModels} compares all of them in parts, too, and keeps what has been done.
 */
class EqualModelsTest {

  private static final boolean DEEP = Boolean.getBoolean("deep");

  /** The only programs of the sets with late passages, as far as they have been compared. */
  private static final Pattern LATE =
      Pattern.compile("ISA2 volatile volatile // (plain|opaque) (plain|opaque) // volatile volatile");

  /**
   * Every so many-th program of a set.
   *
   * @param programs how many that are
   * @param buffering how many of them have outcomes by load buffering alone
   */
  private record Sample(ProgramSet set, int every, int programs, int buffering) {}

  private static final List<Sample> SAMPLES = List.of(
      new Sample(ProgramSet.EVERYTHING, 4001, 1059, 6),
      new Sample(ProgramSet.SHAPES, 67, 530, 6));

  /**
   * All programs of a set.
   *
   * @param parts in how many parts, for all at once do not fit into memory
   * @param buffering how many of the programs have outcomes by load buffering alone
   */
  private record Whole(ProgramSet set, int parts, int buffering) {}

  private static final List<Whole> WHOLE =
      List.of(new Whole(ProgramSet.SHAPES, 1, 380), new Whole(ProgramSet.FENCES, 15, 3_406));

  @TestFactory
  List<DynamicTest> machineHasWhatTheAxiomsAllowStepByStep() {
    Stream<DynamicTest> samples = SAMPLES.stream().map(sample -> DynamicTest.dynamicTest(
        sample.set().title() + ", every " + sample.every(), () -> check(sample)));
    Stream<DynamicTest> whole = WHOLE.stream().filter(set -> DEEP).map(all -> DynamicTest.dynamicTest(
        all.set().title() + ", all", () -> check(all)));
    return Stream.concat(samples, whole).toList();
  }

  private static void check(Sample sample) throws IOException, InterruptedException {
    Counts counts = Counts.of(equal(sample.set(), 0, sample.every()));
    assertEquals(sample.programs(), counts.programs(), "programs");
    assertEquals(sample.buffering(), counts.buffering(), "programs with load buffering");
    counts.record(sample.set(), ": every " + sample.every() + "th of them");
  }

  private static void check(Whole whole) throws IOException, InterruptedException {
    Counts counts = Counts.NONE;
    for (int part = 0; part < whole.parts(); part++) {
      counts = counts.plus(Counts.of(equal(whole.set(), part, whole.parts())));
    }
    assertEquals(whole.set().programs(), counts.programs(), "programs");
    assertEquals(whole.buffering(), counts.buffering(), "programs with load buffering");
    counts.record(whole.set(), "");
  }

  private static ModelComparison equal(ProgramSet set, int first, int every) throws IOException, InterruptedException {
    ModelComparison comparison = ModelComparison.of(set, first, every);
    assertEquals(Set.of(), comparison.differing(), comparison::described);
    Set<String> late = comparison.latePassages();
    assertTrue(late.stream().allMatch(LATE.asMatchPredicate()), () -> "programs with late passages: " + late);
    return comparison;
  }

  /**
   * What was compared.
   *
   * @param buffering how many of the programs have outcomes by load buffering alone
   */
  private record Counts(int programs, int outcomes, int buffering, double seconds) {

    static final Counts NONE = new Counts(0, 0, 0, 0);

    static Counts of(ModelComparison comparison) {
      return new Counts(comparison.programs(), comparison.outcomes(), comparison.loadBuffering().size(),
          comparison.run().result().seconds());
    }

    Counts plus(Counts other) {
      return new Counts(programs + other.programs, outcomes + other.outcomes, buffering + other.buffering,
          seconds + other.seconds);
    }

    /** @param which of the set */
    void record(ProgramSet set, String which) {
      new Evidence(Link.ACCESS_MODES, "machine and axioms, " + set.title(), programs, "programs", set.bounds() + which,
          String.format(Locale.ROOT,
              "%,d outcomes by both, and of %,d programs others by load buffering, which the machine leaves out",
              outcomes, buffering),
          seconds).record();
    }
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
