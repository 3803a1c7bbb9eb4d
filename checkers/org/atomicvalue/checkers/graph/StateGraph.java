package org.atomicvalue.checkers.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** States and labelled transitions; states have numbers, and the initial state is number 0. */
public final class StateGraph {

  /**
   * A transition.
   *
   * @param action its label
   * @param target the number of the state that it leads to
   * @param origin what took it, for people to read; not compared
   */
  public record Edge(String action, int target, Object origin) {

    private boolean isLike(Edge other) {
      return target == other.target && action.equals(other.action);
    }
  }

  private final List<State> states = new ArrayList<>();
  private final Map<State, Integer> numbers = new HashMap<>();
  private final List<List<Edge>> edges = new ArrayList<>();
  private long edgeCount;

  /** The number of the state, which is added if it is new. */
  public int add(State state) {
    Integer number = numbers.putIfAbsent(state, states.size());
    if (number != null) {
      return number;
    }
    states.add(state);
    edges.add(new ArrayList<>(4));
    return states.size() - 1;
  }

  /** Adds a transition, unless there is one with the same ends and the same label. */
  public void add(int source, Edge edge) {
    List<Edge> outgoing = edges.get(source);
    for (Edge known : outgoing) {
      if (known.isLike(edge)) {
        return;
      }
    }
    outgoing.add(edge);
    edgeCount++;
  }

  public State state(int number) {
    return states.get(number);
  }

  /** The number of the state, or -1 if it is not in this graph. */
  public int number(State state) {
    return numbers.getOrDefault(state, -1);
  }

  public List<Edge> edges(int source) {
    return edges.get(source);
  }

  public Set<String> actions() {
    return edges.stream().flatMap(List::stream).map(Edge::action).collect(Collectors.toCollection(LinkedHashSet::new));
  }

  public int states() {
    return states.size();
  }

  public long edges() {
    return edgeCount;
  }
}
