package org.atomicvalue.checkers.graph;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A state graph as a picture shows it: states that look alike are drawn as one, and steps between them are left out.
 *
 * @param nodes the first is the initial state
 */
public record DrawnGraph(List<Node> nodes, List<Edge> edges) {

  /** @param states how many states look so */
  public record Node(String label, int states) {}

  /**
   * Steps of one action.
   *
   * @param from the index of a node
   * @param to the index of another
   * @param steps how many there are
   */
  public record Edge(int from, int to, String action, int steps) {}

  private static final String CALL = "call";
  private static final String RESULT = "result";

  /** What becomes of these variables, whatever the threads are doing. */
  public static DrawnGraph ofWords(StateGraph graph, List<String> words) {
    return of(graph, state -> state.show(words).replace(", ", "\n"));
  }

  /** Every state, with what each thread does next, in which call, and its result. */
  public static DrawnGraph whole(StateGraph graph) {
    return of(graph, DrawnGraph::describe);
  }

  private static DrawnGraph of(StateGraph graph, Function<State, String> label) {
    Map<String, Integer> indices = new LinkedHashMap<>();
    int[] index = new int[graph.states()];
    for (int i = 0; i < index.length; i++) {
      index[i] = indices.computeIfAbsent(label.apply(graph.state(i)), text -> indices.size());
    }
    int[] states = new int[indices.size()];
    Map<Edge, Integer> steps = new LinkedHashMap<>();
    for (int i = 0; i < index.length; i++) {
      states[index[i]]++;
      for (StateGraph.Edge edge : graph.edges(i)) {
        if (index[i] != index[edge.target()]) {
          steps.merge(new Edge(index[i], index[edge.target()], edge.action(), 0), 1, Integer::sum);
        }
      }
    }
    List<Node> nodes = new ArrayList<>();
    indices.forEach((text, i) -> nodes.add(new Node(text, states[i])));
    return new DrawnGraph(nodes, steps.entrySet().stream()
        .map(each -> new Edge(each.getKey().from, each.getKey().to, each.getKey().action, each.getValue()))
        .toList());
  }

  private static String describe(State state) {
    String next = state.variables().contains("pc") ? "pc" : "status";
    List<String> words =
        state.variables().stream().filter(name -> !Set.of(next, CALL, RESULT).contains(name)).toList();
    return Stream.concat(
        Stream.of(state.show(words)),
        state.value(next).entries().keySet().stream().map(thread -> thread + ": " + doing(state, next, thread)))
        .collect(Collectors.joining("\n"));
  }

  private static String doing(State state, String next, String thread) {
    String operation = state.value(CALL).entries().get(thread).entries().get("\"op\"").content();
    String result = state.value(RESULT).entries().get(thread).content();
    return state.value(next).entries().get(thread).content()
        + (operation.equals("none") ? "" : " (" + operation + ")")
        + (result.equals("none") ? "" : " gives " + result);
  }
}
