package org.atomicvalue.explorer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.atomicvalue.checkers.graph.TlaValue;
import org.atomicvalue.checkers.mutants.SeededBug;
import org.atomicvalue.checkers.proof.Counterexample;
import org.atomicvalue.checkers.proof.Obligation;
import org.atomicvalue.checkers.proof.Verdict;
import org.atomicvalue.proof.ProofOfChange;
import org.atomicvalue.specification.SpecMutants;

/**
 * What refutes the proof of an algorithm with a seeded bug, in the form that docs/explorer plays: a state of {@code
 * Inv} and the step that leads out of it, or that the contract does not have.
 */
final class PlayableRefutation {

  static final Path FILE = ExplorerData.FOLDER.resolve("data/refutations.js");

  private static final String UNKNOWN = "?";

  private final SeededBug bug;
  private final Obligation obligation;
  private final Counterexample states;
  private final List<String> threads;
  private final List<String> words;

  private PlayableRefutation(SeededBug bug, Verdict verdict) {
    this.bug = bug;
    obligation = verdict.obligation();
    states = verdict.counterexample();
    threads = List.copyOf(values(states.before()).get("pc").entries().keySet());
    words = values(states.before()).keySet().stream()
        .filter(variable -> !List.of("pc", "call", "result").contains(variable))
        .sorted(Comparator.reverseOrder())
        .toList();
  }

  /** Nothing if what it breaks is not about a step of an algorithm. */
  static Optional<Map<String, Object>> of(SeededBug bug) throws IOException {
    if (ProofOfChange.named(bug).isEmpty()) {
      return Optional.empty();
    }
    ProofOfChange.Named named = ProofOfChange.ofNamed(bug);
    return named.isAboutAStep()
        ? Optional.of(new PlayableRefutation(bug, named.verdict()).asJson())
        : Optional.empty();
  }

  private Map<String, Object> asJson() throws IOException {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", bug.name());
    json.put("title", bug.title());
    json.put("about", "The proof fails here, by " + obligation.name() + ". A solver has found this state, in which Inv"
        + " holds, and a step from it, where " + String.join(", ", states.constants()) + ". Whether a behaviour leads"
        + " here, the proof does not ask.");
    json.put("module", obligation.specification().name());
    json.put("breaks", obligation.name());
    json.put("end", "This breaks " + obligation.property() + ", " + obligation.conjunct() + ": "
        + obligation.goal().text() + " (" + obligation.goal().place() + ").");
    json.put("diff", bug.diff().stream().dropWhile(line -> !line.startsWith("@@")).toList());
    json.put("tla", Sources.definitions(bug.applied()));
    json.put("threads", threads);
    json.put("words", words);
    json.put("states", List.of(state(values(states.before())), state(values(states.after()))));
    String[] step = states.step().split("[()]");
    json.put("steps", List.of(List.of(threads.indexOf(step[1]), step[0], 1)));
    return json;
  }

  /** From lines such as {@code /\ type = Claimed}. */
  private static Map<String, TlaValue> values(List<String> lines) {
    Map<String, TlaValue> values = new LinkedHashMap<>();
    for (String line : lines) {
      String[] sides = line.replaceFirst("^/\\\\ ", "").split(" = ", 2);
      values.put(sides[0], TlaValue.parse(sides[1]));
    }
    return values;
  }

  private Map<String, Object> state(Map<String, TlaValue> values) {
    List<Object> ofThreads = new ArrayList<>();
    for (String thread : threads) {
      Map<String, TlaValue> call = of(values, "call", thread).map(TlaValue::entries).orElse(Map.of());
      ofThreads.add(List.of(
          of(values, "pc", thread).map(PlayableRefutation::plain).orElse(UNKNOWN),
          List.of("op", "expected", "value").stream()
              .map(field -> Optional.ofNullable(call.get('"' + field + '"')).map(PlayableRefutation::text))
              .map(text -> text.orElse(UNKNOWN).replace("\"", "")).toList(),
          of(values, "result", thread).map(PlayableRefutation::text).orElse(UNKNOWN)));
    }
    Map<String, Object> state = new LinkedHashMap<>();
    state.put("words", words.stream().map(word -> text(values.get(word))).toList());
    state.put("threads", ofThreads);
    return state;
  }

  private static Optional<TlaValue> of(Map<String, TlaValue> values, String variable, String thread) {
    return Optional.ofNullable(values.get(variable).entries().get(thread));
  }

  private static String text(TlaValue value) {
    return value.toString().equals("anything") ? UNKNOWN : value.toString();
  }

  private static String plain(TlaValue value) {
    return text(value).replace("\"", "");
  }

  /** Of every seeded bug that breaks a step. */
  static List<Map<String, Object>> all() throws IOException {
    List<Map<String, Object>> all = new ArrayList<>();
    for (SeededBug bug : SpecMutants.all()) {
      System.out.println("The proof of " + bug.name());
      of(bug).ifPresent(all::add);
    }
    return all;
  }
}
