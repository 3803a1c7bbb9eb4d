package org.atomicvalue.explorer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.stream.Collectors;
import org.atomicvalue.checkers.graph.SpecGraph;
import org.atomicvalue.checkers.graph.State;
import org.atomicvalue.checkers.graph.StateGraph;
import org.atomicvalue.checkers.graph.TlaValue;

/**
 * A state graph of TLC's, numbered in one order whatever order TLC came upon the states in, so that the same model
 * always gives the same file. Equal parts of states are written once, in tables: the words, what a thread is doing, and
 * what the state is in the contract.
 */
final class PlayableGraph {

  private static final Path MODELS = Path.of("spec", "explorer");
  private static final List<String> OF_A_THREAD = List.of("pc", "call", "result");

  /** Numbers equal things alike, in the order in which they come. */
  private static final class Table {
    private final Map<Object, Integer> rows = new LinkedHashMap<>();

    int number(Object row) {
      rows.putIfAbsent(row, rows.size());
      return rows.get(row);
    }

    List<Object> rows() {
      return List.copyOf(rows.keySet());
    }
  }

  /**
   * A step: which of the threads makes it, the number of the action, and the state that it leads to, by TLC's number.
   */
  private record Step(int thread, int action, int target) {}

  private final String module;
  private final StateGraph graph;
  private final Map<List<TlaValue>, TlaValue> contracts = new HashMap<>();
  private final List<String> words;
  private final List<String> threads;

  private final Table actions = new Table();
  private final Table wordTable = new Table();
  private final Table callTable = new Table();
  private final Table threadTable = new Table();
  private final Table contractTable = new Table();
  private final List<List<Integer>> states = new ArrayList<>();
  private final List<List<List<Integer>>> steps = new ArrayList<>();

  /**
   * Has TLC explore a model twice: for the labelled steps, and for what each state is in the contract.
   *
   * @param module of the algorithm
   * @param bounds the name of the configuration in {@code spec/explorer}
   * @param words the names of the variables that the threads share
   */
  static PlayableGraph of(String module, String bounds, List<String> words) throws IOException, InterruptedException {
    Path config = MODELS.resolve(bounds + ".cfg");
    StateGraph graph = explore("Explored" + module, config);
    StateGraph mapped = explore("ContractOf" + module, config);
    if (graph.states() != mapped.states()) {
      throw new IllegalStateException(
          bounds + ": " + graph.states() + " states, " + mapped.states() + " in the contract");
    }
    return new PlayableGraph(module, graph, mapped, words);
  }

  private static StateGraph explore(String module, Path config) throws IOException, InterruptedException {
    return new SpecGraph(MODELS.resolve(module + ".tla"), config)
        .library(Path.of("spec"), MODELS)
        .folder(Path.of("target", "explorer", module))
        .small()
        .explore();
  }

  private PlayableGraph(String module, StateGraph graph, StateGraph mapped, List<String> words) {
    this.module = module;
    this.graph = graph;
    this.words = words;
    this.threads = List.copyOf(graph.state(0).value("pc").entries().keySet());
    for (int i = 0; i < mapped.states(); i++) {
      contracts.put(variables(mapped.state(i)), mapped.state(i).value("contract"));
    }
    number();
  }

  private List<TlaValue> variables(State state) {
    List<TlaValue> values = new ArrayList<>();
    words.forEach(word -> values.add(state.value(word)));
    OF_A_THREAD.forEach(variable -> values.add(state.value(variable)));
    return values;
  }

  /** Goes through the states breadth-first, the steps of a state in the order of threads and then of calls. */
  private void number() {
    Map<Integer, Integer> numbers = new HashMap<>(Map.of(0, 0));
    Queue<Integer> waiting = new ArrayDeque<>(List.of(0));
    while (!waiting.isEmpty()) {
      int number = waiting.remove();
      State state = graph.state(number);
      states.add(row(state));
      List<List<Integer>> outgoing = new ArrayList<>();
      for (Step step : steps(number, state)) {
        if (!numbers.containsKey(step.target())) {
          numbers.put(step.target(), numbers.size());
          waiting.add(step.target());
        }
        outgoing.add(List.of(step.thread(), step.action(), numbers.get(step.target())));
      }
      steps.add(outgoing);
    }
  }

  private List<Step> steps(int number, State state) {
    List<StateGraph.Edge> edges = new ArrayList<>(graph.edges(number));
    edges.sort(Comparator.comparing((StateGraph.Edge edge) -> threadOf(state, edge))
        .thenComparing(edge -> graph.state(edge.target()).value("call").toString()));
    return edges.stream()
        .map(edge -> new Step(threadOf(state, edge), actions.number(edge.action()), edge.target()))
        .toList();
  }

  /** The one thread whose place in its program a step changes. */
  private int threadOf(State source, StateGraph.Edge edge) {
    Map<String, TlaValue> before = source.value("pc").entries();
    Map<String, TlaValue> after = graph.state(edge.target()).value("pc").entries();
    List<String> moved = threads.stream().filter(thread -> !before.get(thread).equals(after.get(thread))).toList();
    if (moved.size() != 1) {
      throw new IllegalStateException(edge.action() + " moves the threads " + moved + ", not one");
    }
    return threads.indexOf(moved.get(0));
  }

  /** The numbers of the parts of a state: the words, then each thread, then the contract. */
  private List<Integer> row(State state) {
    List<Integer> row = new ArrayList<>();
    row.add(wordTable.number(words.stream().map(word -> state.value(word).toString()).toList()));
    for (String thread : threads) {
      Map<String, TlaValue> call = state.value("call").entries().get(thread).entries();
      row.add(threadTable.number(List.of(
          state.value("pc").entries().get(thread).content(),
          callTable.number(
              List.of(call.get("\"op\"").content(), call.get("\"expected\"").toString(),
                  call.get("\"value\"").toString())),
          state.value("result").entries().get(thread).toString())));
    }
    Map<String, TlaValue> contract = contracts.get(variables(state)).entries();
    row.add(contractTable.number(List.of(
        contract.get("\"value\"").toString(),
        threads.stream().map(thread -> contract.get("\"status\"").entries().get(thread).content())
            .collect(Collectors.toList()),
        threads.stream().map(thread -> contract.get("\"result\"").entries().get(thread).toString())
            .collect(Collectors.toList()))));
    return row;
  }

  /** What the page reads; {@code docs/explorer/README.md} says what each part is. */
  Map<String, Object> asJson() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("module", module);
    json.put("threads", threads);
    json.put("words", words);
    json.put("actions", actions.rows());
    json.put("calls", callTable.rows());
    json.put("ofWords", wordTable.rows());
    json.put("ofThread", threadTable.rows());
    json.put("ofContract", contractTable.rows());
    json.put("states", states);
    json.put("steps", steps);
    return json;
  }
}
