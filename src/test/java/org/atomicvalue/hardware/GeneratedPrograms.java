package org.atomicvalue.hardware;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.atomicvalue.accessmodes.LitmusFiles;
import org.atomicvalue.checkers.jcstress.StressCheck;
import org.atomicvalue.checkers.jcstress.StressCompiler;
import org.atomicvalue.checkers.jcstress.StressFork;
import org.atomicvalue.checkers.litmus.LitmusModel;
import org.atomicvalue.checkers.litmus.Outcome;
import org.atomicvalue.checkers.litmus.SmallProgram;
import org.atomicvalue.checkers.litmus.SmallPrograms;
import org.atomicvalue.checkers.litmus.StressSource;
import org.atomicvalue.checkers.litmus.StressedProgram;
import org.openjdk.jcstress.infra.collectors.TestResult;

/**
 * The JVM is the judge: programs that nobody chose for their outcomes are run by jcstress, and each outcome seen must
 * be one that the axioms of {@code spec/JavaAxioms.tla} allow.
 *
 * <p>{@code mvn test-compile exec:exec@generated} runs the {@link #SAMPLE}, prints what was seen, and leaves it in
 * {@code target/report/generated.json}; with {@code -Dgenerated=all} all telling programs of two threads as well, see
 * {@link SmallPrograms}. {@code -Dgenerated.args} takes options of jcstress. Fails if an outcome is seen that is
 * excluded.
 */
public final class GeneratedPrograms {

  /** The program that refuted the first model of the access modes, and what it shows. */
  static final String REFUTING = "X.setVolatile(1); Y.set(2); | Y.get(); X.getVolatile();";

  static final String REFUTING_OUTCOME = "2, 0, 1, 2";

  /** Programs of the classic shapes: message passing, store buffering, coherence, load buffering, 2+2W, R, S. */
  static final List<String> SAMPLE = List.of(
      REFUTING,
      "X.set(1); Y.set(2); | Y.get(); X.get();",
      "X.set(1); Y.setRelease(2); | Y.getAcquire(); X.get();",
      "X.set(1); releaseFence(); Y.set(2); | Y.get(); acquireFence(); X.get();",
      "X.set(1); Y.get(); | Y.set(3); X.get();",
      "X.setVolatile(1); Y.getVolatile(); | Y.setVolatile(3); X.getVolatile();",
      "X.set(1); fullFence(); Y.get(); | Y.set(3); fullFence(); X.get();",
      "X.getAndSet(1); Y.getVolatile(); | Y.getAndSet(3); X.getVolatile();",
      "X.set(1); X.set(2); | X.getOpaque(); X.getOpaque();",
      "X.set(1); X.set(2); | X.get(); X.get();",
      "X.get(); X.set(2); | X.get(); X.set(4);",
      "X.getAcquire(); Y.set(2); | Y.getAcquire(); X.set(4);",
      "X.setVolatile(1); Y.setVolatile(2); | Y.setVolatile(3); X.setVolatile(4);",
      "X.setVolatile(1); Y.setVolatile(2); | Y.setVolatile(3); X.getVolatile();",
      "X.set(1); Y.setRelease(2); | Y.getAcquire(); X.set(4);",
      "X.getAndSetAcquire(1); Y.getAndSetRelease(2); | Y.getAndSetAcquire(3); X.getAndSetRelease(4);");

  /**
   * Those of the sample that {@code mvn verify} runs: the one that refuted, and some in which the model excludes
   * something.
   */
  static final List<String> QUICK = List.of(
      REFUTING,
      "X.set(1); Y.setRelease(2); | Y.getAcquire(); X.get();",
      "X.set(1); releaseFence(); Y.set(2); | Y.get(); acquireFence(); X.get();",
      "X.setVolatile(1); Y.getVolatile(); | Y.setVolatile(3); X.getVolatile();",
      "X.set(1); fullFence(); Y.get(); | Y.set(3); fullFence(); X.get();",
      "X.set(1); X.set(2); | X.getOpaque(); X.getOpaque();",
      "X.getAcquire(); Y.set(2); | Y.getAcquire(); X.set(4);");

  static final Path FOLDER = Path.of("target", "report", "generated");
  static final Path RUN = Path.of("target", "report", "generated.json");

  /** Two JVMs for each program: all compiled by C2, once more with its scheduling randomized. */
  private static final List<String> JVMS = List.of("-Dstress.compiled=true");

  private GeneratedPrograms() {}

  public static void main(String[] args) throws Exception {
    long start = System.nanoTime();
    boolean all = args[0].equals("all");
    List<String> options = List.of(args).subList(1, args.length);
    List<SmallProgram> programs = all ? tellingAndSample() : sample();
    List<StressedProgram> seen = run(programs, allowed(programs), options, FOLDER);
    long seconds = (System.nanoTime() - start) / 1_000_000_000;
    String command = "mvn test-compile exec:exec@generated -Dgenerated=%s -Dgenerated.args=\"%s\"".formatted(
        args[0], String.join(" ", options));
    new GeneratedRun(StressCheck.machine(), Runtime.version().toString(), command,
        LocalDate.now(ZoneOffset.UTC).toString(), seconds, seen).write(RUN);
    seen.forEach(each -> System.out.printf("%s%n  %s%n", each.program(), each.seen()));
    System.out.println(summary(seen));
    assertNothingExcluded(seen);
  }

  static List<SmallProgram> sample() {
    return SAMPLE.stream().map(SmallProgram::of).toList();
  }

  static List<SmallProgram> quick() {
    return QUICK.stream().map(SmallProgram::of).toList();
  }

  /** All telling programs, which the axioms know, and the rest of the sample, which the document shows of every run. */
  static List<SmallProgram> tellingAndSample() throws IOException, InterruptedException {
    List<SmallProgram> telling = new SmallPrograms.Search(model(), System.out::println).telling();
    return Stream.concat(telling.stream(), sample().stream()).distinct().toList();
  }

  private static LitmusModel model() {
    return LitmusFiles.model(FOLDER.resolve("tlc")).with("axioms");
  }

  /** What the axioms allow each of the programs. */
  static List<SortedSet<Outcome>> allowed(List<SmallProgram> programs) throws IOException, InterruptedException {
    List<SortedSet<Outcome>> allowed = new ArrayList<>();
    for (LitmusModel.Answer answer : model().ask(programs.stream().map(SmallProgram::litmus).toList())) {
      allowed.add(((LitmusModel.Answer.Found) answer).outcomes().byAxioms());
    }
    return allowed;
  }

  /** Runs programs by jcstress; fails if one did not run, or not without an error. */
  static List<StressedProgram> run(
      List<SmallProgram> programs, List<SortedSet<Outcome>> allowed, List<String> options, Path folder)
      throws IOException, InterruptedException {
    SortedMap<String, String> sources = new TreeMap<>();
    List<String> names = new ArrayList<>();
    for (SmallProgram program : programs) {
      StressSource source = new StressSource("P" + (names.size() + 1), program);
      names.add(StressSource.PACKAGE + "." + source.name());
      sources.put(names.get(names.size() - 1), source.text());
    }
    Path classes = StressCompiler.compile(sources, folder);
    Collection<TestResult> results = StressFork.runGenerated(
        classes, JVMS, folder.resolve("results.bin.gz"), System.out::println, options);
    StressCheck.assertRan(results, new TreeSet<>(names));
    Map<String, List<TestResult>> byName = results.stream().collect(Collectors.groupingBy(TestResult::getName));
    List<StressedProgram> seen = new ArrayList<>();
    for (int i = 0; i < programs.size(); i++) {
      SortedMap<String, Long> counts = new TreeMap<>();
      byName.get(names.get(i)).forEach(
          result -> result.getStateKeys().forEach(key -> counts.merge(key, result.getCount(key), Long::sum)));
      seen.add(new StressedProgram(programs.get(i).toString(), strings(allowed.get(i)), counts));
    }
    return seen;
  }

  static SortedSet<String> strings(SortedSet<Outcome> outcomes) {
    return outcomes.stream().map(Outcome::toString).collect(Collectors.toCollection(TreeSet::new));
  }

  /** @throws AssertionError that names each outcome that was seen and is excluded */
  static void assertNothingExcluded(List<StressedProgram> seen) {
    List<String> excluded = seen.stream().flatMap(each -> each.excludedAndSeen().stream()).toList();
    if (!excluded.isEmpty()) {
      throw new AssertionError("the JVM shows what the model excludes:\n" + String.join("\n", excluded));
    }
  }

  static String summary(List<StressedProgram> seen) {
    long excluded = seen.stream().mapToLong(each -> each.excludedAndSeen().size()).sum();
    return String.format(Locale.ROOT,
        "%d programs, %,d samples: %d of the %d outcomes allowed were seen, and %s that is excluded", seen.size(),
        samples(seen), seenOutcomes(seen), allowedOutcomes(seen), excluded == 0 ? "none" : excluded);
  }

  static long samples(List<StressedProgram> seen) {
    return seen.stream().mapToLong(StressedProgram::samples).sum();
  }

  static long allowedOutcomes(List<StressedProgram> seen) {
    return seen.stream().mapToLong(each -> each.allowed().size()).sum();
  }

  static long seenOutcomes(List<StressedProgram> seen) {
    return seen.stream().mapToLong(each -> each.allowedAndSeen().size()).sum();
  }
}
