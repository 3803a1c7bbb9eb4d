package org.atomicvalue.hardware;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.atomicvalue.accessmodes.LitmusFiles;
import org.atomicvalue.checkers.evidence.Evidence;
import org.atomicvalue.checkers.evidence.Link;
import org.atomicvalue.checkers.litmus.LitmusModel;
import org.atomicvalue.checkers.litmus.Outcome;
import org.atomicvalue.checkers.litmus.SmallProgram;
import org.atomicvalue.checkers.litmus.StressedProgram;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The model can lose: see {@link GeneratedPrograms}. The sample is fixed, and has the program that refuted the first
 * model, which is asked about it again here and must lose again.
 *
 * <p>Bounds: 7 programs of two threads, two JVMs for each, 2 x 100 ms in each JVM. {@code mvn test-compile
 * exec:exec@generated} runs a sample of 16, and {@code -Pdeep} that sample and all telling programs of two threads.
 */
@Tag("races")
class GeneratedProgramsIT {

  private static final boolean DEEP = Boolean.getBoolean("deep");

  /** How often the JVM is asked for the outcome that refutes: it depends on chance. */
  private static final int ATTEMPTS = 5;

  private static List<StressedProgram> seen;
  private static double seconds;

  @BeforeAll
  static void runPrograms() throws Exception {
    long start = System.nanoTime();
    List<SmallProgram> programs = DEEP ? GeneratedPrograms.tellingAndSample() : GeneratedPrograms.quick();
    seen = GeneratedPrograms.run(programs, GeneratedPrograms.allowed(programs),
        List.of("-m", "quick", "-iters", "2", "-time", "100"), GeneratedPrograms.FOLDER);
    seconds = (System.nanoTime() - start) / 1e9;
    System.out.println(GeneratedPrograms.summary(seen));
  }

  @Test
  void theQuickProgramsAreOfTheSample() {
    assertTrue(GeneratedPrograms.sample().containsAll(GeneratedPrograms.quick()),
        "-Pdeep runs the sample, and has to run what mvn verify runs");
  }

  @Test
  void theModelAllowsWhatTheJvmShows() {
    GeneratedPrograms.assertNothingExcluded(seen);
    new Evidence(Link.HARDWARE, "generated programs", GeneratedPrograms.samples(seen), "samples",
        "%d programs of two threads, 2 JVMs for each (C2, C2 randomized), 2 x 100 ms in each".formatted(seen.size()),
        "%d of %d outcomes allowed were seen, none excluded".formatted(
            GeneratedPrograms.seenOutcomes(seen), GeneratedPrograms.allowedOutcomes(seen)),
        seconds).record();
  }

  @Test
  void theJvmRefutesTheFirstModel() throws Exception {
    long start = System.nanoTime();
    SmallProgram program = SmallProgram.of(GeneratedPrograms.REFUTING);
    SortedSet<String> today = GeneratedPrograms.strings(GeneratedPrograms.allowed(List.of(program)).get(0));
    assertTrue(today.contains(GeneratedPrograms.REFUTING_OUTCOME), "the axioms allow it: " + today);
    LitmusModel refuted = LitmusFiles.refutedModel(Path.of("target", "litmus", "refuted")).with("machine");
    SortedSet<Outcome> allowed =
        ((LitmusModel.Answer.Found) refuted.ask(List.of(program.litmus())).get(0)).outcomes().byMachine();
    SortedSet<String> excluded = new TreeSet<>(today);
    excluded.removeAll(GeneratedPrograms.strings(allowed));
    assertEquals(new TreeSet<>(List.of(GeneratedPrograms.REFUTING_OUTCOME)), excluded, "what the first model excludes");
    long samples = 0;
    for (int attempt = 0; attempt <= ATTEMPTS; attempt++) {
      StressedProgram shown = new StressedProgram(
          GeneratedPrograms.REFUTING, GeneratedPrograms.strings(allowed), shown(program, allowed, attempt));
      samples += shown.samples();
      if (!shown.excludedAndSeen().isEmpty()) {
        assertTrue(shown.excludedAndSeen().get(0).startsWith(GeneratedPrograms.REFUTING + ": outcome \""
            + GeneratedPrograms.REFUTING_OUTCOME + "\", which the model excludes, was seen "), shown::toString);
        new Evidence(Link.CONTROLS, "the first model of access modes, by the JVM", 1, "seeded bug",
            String.format(Locale.ROOT, "one program, %,d samples", samples),
            "caught: " + shown.excludedAndSeen().get(0), (System.nanoTime() - start) / 1e9).record();
        return;
      }
    }
    throw new AssertionError(String.format(Locale.ROOT,
        "in %,d samples the JVM did not show \"%s\" of %s, so this machine cannot refute the first model",
        samples, GeneratedPrograms.REFUTING_OUTCOME, GeneratedPrograms.REFUTING));
  }

  /** How often each outcome is seen: in the sample, and from then on in runs of its own, each longer than the last. */
  private static SortedMap<String, Long> shown(SmallProgram program, SortedSet<Outcome> allowed, int attempt)
      throws Exception {
    if (attempt == 0) {
      return seen.stream().filter(each -> each.program().equals(GeneratedPrograms.REFUTING)).findFirst()
          .map(StressedProgram::seen).orElse(new TreeMap<>());
    }
    return GeneratedPrograms.run(List.of(program), List.of(allowed),
        List.of("-m", "quick", "-iters", Integer.toString(5 * attempt)),
        GeneratedPrograms.FOLDER.resolveSibling("refuted")).get(0).seen();
  }

  @Test
  void anExcludedOutcomeIsReported() {
    TreeMap<String, Long> counts = new TreeMap<>();
    counts.put("0", 41L);
    counts.put("1", 1L);
    StressedProgram program = new StressedProgram("P", new TreeSet<>(List.of("0", "2")), counts);
    assertEquals(List.of("P: outcome \"1\", which the model excludes, was seen 1 times in 42 samples on JDK "
        + Runtime.version()), program.excludedAndSeen());
    assertEquals(new TreeSet<>(List.of("0")), program.allowedAndSeen());
  }
}
