package org.atomicvalue.checkers.litmus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.atomicvalue.checkers.tlc.Tlc;
import org.atomicvalue.checkers.tlc.TlcOutcome;
import org.atomicvalue.checkers.tlc.TlcResult;

/**
 * A memory model in TLA+, by axioms and as a machine. TLC runs all tests of a folder at once: a module that extends the
 * model and has the tests as one constant is written, and TLC prints a line for each outcome that it finds.
 *
 * <p>The model is a module with constants {@code Tests}, a sequence of programs as the module {@code Programs}
 * describes them, and {@code Judges}, a specification {@code Spec}, a view {@code Distinct} and an invariant {@code
 * PrintOutcomes}, which prints strings {@code judge | number of the test | values, separated by commas}. The judges are
 * "axioms" and "machine".
 */
public final class LitmusModel {

  private static final Pattern LINE = Pattern.compile("\"(axioms|in order|in step|machine) \\| (\\d+) \\| ([^|]*)\"");

  /** As many programs as TLC's parser takes without complaint. */
  private static final int AT_ONCE = 2000;

  /** From here on it pays that TLC's code is compiled well. */
  private static final int MANY = 500;

  private final String module;
  private final List<Path> library;
  private final Path folder;
  private final Consumer<String> progress;
  private final String judges;

  /**
   * @param module the name of the model
   * @param library the folders with its modules
   * @param folder for what is written
   * @param progress receives a line at most twice a minute
   */
  public LitmusModel(String module, List<Path> library, Path folder, Consumer<String> progress) {
    this(module, library, folder, progress, "\"axioms\", \"machine\"");
  }

  private LitmusModel(
      String module, List<Path> library, Path folder, Consumer<String> progress, String judges) {
    this.module = module;
    this.library = List.copyOf(library);
    this.folder = folder;
    this.progress = progress;
    this.judges = judges;
  }

  /** The same model, of which only one judge is asked: "axioms" or "machine". The outcomes of the other are none. */
  public LitmusModel with(String judge) {
    return new LitmusModel(module, library, folder, progress, '"' + judge + '"');
  }

  /** What is found of a test: its outcomes, or why there are none. */
  public sealed interface Answer {

    record Found(Outcomes outcomes) implements Answer {}

    record Failed(String reason) implements Answer {}
  }

  /**
   * All outcomes of all tests, in the order of the tests. A test that TLC cannot evaluate does not spoil the others.
   */
  public List<Answer> ask(List<Litmus> tests) throws IOException, InterruptedException {
    List<Answer> answers = new ArrayList<>();
    for (int i = 0; i < tests.size(); i += AT_ONCE) {
      answers.addAll(askAtOnce(tests.subList(i, Math.min(i + AT_ONCE, tests.size()))));
    }
    return answers;
  }

  private List<Answer> askAtOnce(List<Litmus> tests) throws IOException, InterruptedException {
    Files.createDirectories(folder);
    String name = "LitmusTests";
    Path text = folder.resolve(name + ".tla");
    Files.writeString(text, moduleOf(name, tests));
    Path config = folder.resolve(name + ".cfg");
    Files.writeString(config, """
        CONSTANT Tests <- TheTests
        CONSTANT Judges = {%s}
        SPECIFICATION Spec
        VIEW Distinct
        INVARIANT PrintOutcomes
        CHECK_DEADLOCK FALSE
        """.formatted(judges));
    Tlc tlc = new Tlc(text, config).library(library.toArray(Path[]::new)).folder(folder).workers("auto")
        .progress(progress).jvmOptions("-Xss16m").withoutCoverage();
    TlcResult result = (tests.size() < MANY ? tlc.small() : tlc).run();
    if (result.outcome() == TlcOutcome.OK) {
      return outcomes(tests.size(), result.log()).stream().<Answer>map(Answer.Found::new).toList();
    } else if (tests.size() == 1) {
      return List.of(new Answer.Failed(reason(result)));
    }
    int half = tests.size() / 2;
    List<Answer> answers = new ArrayList<>(askAtOnce(tests.subList(0, half)));
    answers.addAll(askAtOnce(tests.subList(half, tests.size())));
    return answers;
  }

  /** What TLC says first, without the places in the modules where it happened. */
  private static String reason(TlcResult result) {
    String first = result.errors().stream().findFirst().orElse(result.summary());
    return first.replaceFirst("(?s)\\s*The error occurred when TLC was evaluating.*", "").replaceAll("\\s+", " ");
  }

  private String moduleOf(String name, List<Litmus> tests) {
    String programs = IntStream.range(0, tests.size())
        .mapToObj(i -> "\\* " + tests.get(i).name() + "\nTest" + (i + 1) + " ==\n  " + TlaProgram.of(tests.get(i)))
        .collect(Collectors.joining("\n\n"));
    String all = IntStream.rangeClosed(1, tests.size()).mapToObj(i -> "Test" + i).collect(Collectors.joining(", "));
    return "---- MODULE %s ----%nEXTENDS %s%n%n%s%n%nTheTests == <<%s>>%n====%n".formatted(name, module, programs, all);
  }

  private static List<Outcomes> outcomes(int tests, Path log) throws IOException {
    Map<Integer, Outcomes> found = new TreeMap<>();
    IntStream.rangeClosed(1, tests).forEach(i -> found.put(i, new Outcomes()));
    try (Stream<String> lines = Files.lines(log)) {
      lines.forEach(line -> {
        Matcher matcher = LINE.matcher(line);
        if (matcher.matches()) {
          found.get(Integer.valueOf(matcher.group(2))).add(matcher.group(1), Outcome.of(matcher.group(3)));
        }
      });
    }
    return List.copyOf(found.values());
  }
}
