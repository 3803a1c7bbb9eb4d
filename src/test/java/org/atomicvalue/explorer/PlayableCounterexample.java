package org.atomicvalue.explorer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.atomicvalue.checkers.graph.TlaValue;
import org.atomicvalue.checkers.mutants.SeededBug;
import org.atomicvalue.checkers.tlc.Counterexample;
import org.atomicvalue.checkers.tlc.Counterexample.State;
import org.atomicvalue.checkers.tlc.TlcResult;

/** TLC's counter-example to a specification with a seeded bug, in the form that docs/explorer plays. */
final class PlayableCounterexample {

  static final Path FILE = ExplorerData.FOLDER.resolve("data/bugs.js");

  /** What only {@link #withContracts} gives. */
  static final String CONTRACTS = "contracts";
  private static final List<String> NO_CALL = List.of("none", "Null", "Null");

  /**
   * What says where a thread is: the next access in an algorithm, the state of its call in the contract, its last
   * access to a memory, or else what it has seen of it.
   */
  private static final List<String> PLACES = List.of("pc", "status", "outcome", "view");

  /** What a model of an algorithm records of the calls, or the memory of the access modes holds of each location. */
  private static final String HISTORY = "history";

  private final SeededBug bug;
  private final Counterexample behaviour;
  private final List<Map<String, TlaValue>> states;
  private final String place;
  private final List<String> threads;
  private final List<String> words;

  private PlayableCounterexample(SeededBug bug, TlcResult result) {
    this.bug = bug;
    behaviour = result.counterexample()
        .orElseThrow(() -> new IllegalStateException(bug.name() + " has no counter-example; see " + result.log()));
    states = behaviour.states().stream().map(PlayableCounterexample::values).toList();
    Map<String, TlaValue> first = states.get(0);
    place = PLACES.stream().filter(first::containsKey).findFirst()
        .orElseThrow(
            () -> new IllegalStateException(bug.name() + ": none of " + first.keySet() + " has the threads"));
    threads = List.copyOf(first.get(place).entries().keySet());
    words = isOfMemory()
        ? List.copyOf(first.get(HISTORY).entries().keySet())
        : first.keySet().stream()
            .filter(variable -> !variable.equals(HISTORY))
            .filter(variable -> !first.get(variable).entries().keySet().equals(Set.copyOf(threads)))
            .sorted(Comparator.reverseOrder())
            .toList();
  }

  private boolean isOfMemory() {
    return List.of("outcome", "view").contains(place);
  }

  /** The values of the variables in a state. */
  static Map<String, TlaValue> values(State state) {
    Map<String, TlaValue> values = new LinkedHashMap<>();
    state.variables().forEach((variable, text) -> values.put(variable, TlaValue.parse(text)));
    return values;
  }

  /** The counter-example as TLC gives it. */
  static Map<String, Object> of(SeededBug bug, TlcResult result) throws IOException {
    return new PlayableCounterexample(bug, result).asJson();
  }

  /** The counter-example, with what its states are in the contract if they are states of an algorithm. */
  static Map<String, Object> withContracts(SeededBug bug, TlcResult result) throws IOException, InterruptedException {
    PlayableCounterexample playable = new PlayableCounterexample(bug, result);
    Map<String, Object> json = playable.asJson();
    if (playable.place.equals("pc")) {
      json.put(CONTRACTS, ContractOfTrace.of(
          bug, playable.states, playable.threads, playable.module().equals("WaitFreeAtomicValue")));
    }
    return json;
  }

  private Map<String, Object> asJson() throws IOException {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", bug.name());
    json.put("title", bug.title());
    json.put("about", bug.about());
    json.put("breaks", bug.field("Breaks"));
    json.put("model", bug.field("Model"));
    json.put("module", module());
    json.put("end", end());
    json.put("diff", bug.diff().stream().dropWhile(line -> !line.startsWith("@@")).toList());
    json.put("tla", Sources.definitions(bug.applied()));
    json.put("threads", threads);
    json.put("words", words);
    json.put("states", states.stream().map(this::state).toList());
    json.put("steps", steps());
    return json;
  }

  private String module() {
    return switch (place) {
      case "pc" -> bug.field("Model").startsWith("MCWaitFree") ? "WaitFreeAtomicValue" : "AtomicValue";
      case "status" -> "TypedRegister";
      default -> "AccessModes";
    };
  }

  private String end() throws IOException {
    String meaning = PropertyMeaning.of(bug.field("Breaks"), bug.applied());
    String broken = "This breaks " + bug.field("Breaks") + (meaning.isEmpty() ? "." : ": " + meaning);
    if (behaviour.backTo().isPresent()) {
      return broken + " From here the behaviour repeats itself for ever.";
    }
    return behaviour.stutters() ? broken + " Nothing happens any more." : broken;
  }

  private Map<String, Object> state(Map<String, TlaValue> values) {
    Map<String, Object> state = new LinkedHashMap<>();
    state.put("words", words.stream().map(word -> word(values, word)).toList());
    state.put("threads", threads.stream().map(thread -> List.of(
        place(values.get(place).entries().get(thread)), call(values, thread), result(values, thread))).toList());
    return state;
  }

  /** The value of a word; of a location of memory, all that has been written to it, in order. */
  private String word(Map<String, TlaValue> values, String word) {
    if (!isOfMemory()) {
      return values.get(word).toString();
    }
    return values.get(HISTORY).entries().get(word).entries().values().stream()
        .map(message -> message.entries().get("\"value\"").toString())
        .collect(Collectors.joining(", "));
  }

  private String place(TlaValue value) {
    if (place.equals("view")) {
      return "";
    }
    return !isOfMemory()
        ? value.content()
        : value.entries().values().stream().map(TlaValue::content).collect(Collectors.joining(" "));
  }

  private static List<String> call(Map<String, TlaValue> values, String thread) {
    if (!values.containsKey("call")) {
      return NO_CALL;
    }
    Map<String, TlaValue> call = values.get("call").entries().get(thread).entries();
    return List.of(call.get("\"op\"").content(), call.get("\"expected\"").toString(), call.get("\"value\"").toString());
  }

  private static String result(Map<String, TlaValue> values, String thread) {
    return values.containsKey("result") ? values.get("result").entries().get(thread).toString() : "\"none\"";
  }

  /** From each state to the next, and at the end perhaps back: thread, action, number of the state. */
  private List<List<Object>> steps() {
    List<List<Object>> steps = new ArrayList<>();
    for (int i = 1; i < states.size(); i++) {
      State after = behaviour.states().get(i);
      steps.add(step(i - 1, i, after.action(), after.module()));
    }
    behaviour.backTo().ifPresent(
        number -> steps.add(step(states.size() - 1, number - 1, behaviour.backBy(), behaviour.backByModule())));
    return steps;
  }

  private List<Object> step(int source, int target, String action, String module) {
    Map<String, TlaValue> before = states.get(source);
    Map<String, TlaValue> after = states.get(target);
    int mover = threads.indexOf(threads.stream()
        .filter(thread -> before.keySet().stream().anyMatch(variable -> {
          TlaValue old = before.get(variable).entries().get(thread);
          return old != null && !old.equals(after.get(variable).entries().get(thread));
        }))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(bug.name() + ": " + action + " moves no thread: " + before)));
    // A model with a history wraps the steps of the algorithm; pc says which it was.
    boolean wrapped = place.equals("pc") && !module.equals(module());
    String pc = before.get(place).entries().get(threads.get(mover)).content();
    return List.of(mover, !wrapped ? action : pc.equals("Idle") ? "Request" : pc, target);
  }

  /**
   * Whether its module is one that the explorer knows how to draw: updates have neither words nor steps of their own.
   */
  static boolean isPlayable(SeededBug bug) {
    return !bug.file().endsWith("Updates.tla");
  }
}
