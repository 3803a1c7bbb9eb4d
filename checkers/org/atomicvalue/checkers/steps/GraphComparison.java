package org.atomicvalue.checkers.steps;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.atomicvalue.checkers.graph.State;
import org.atomicvalue.checkers.graph.StateGraph;

/** Whether two graphs are equal; and if not, where they first part. */
final class GraphComparison {

  private record Parent(int source, StateGraph.Edge edge) {}

  /** A transition by what it is, not by the number that a graph gives its target. */
  private record Transition(String action, State target) {}

  private static final int SHOWN = 4;
  private static final String INDENT = " ".repeat(24);

  private final StateGraph code;
  private final StateGraph spec;
  private final List<String> words;

  private GraphComparison(StateGraph code, StateGraph spec, List<String> words) {
    this.code = code;
    this.spec = spec;
    this.words = words;
  }

  /**
   * Walks through both graphs at once, breadth first. At each state both must have the same transitions: the same
   * labels leading to the same states.
   *
   * @param words the variables that stand for shared memory, shown at every step
   * @return nothing if the graphs are equal, else how to get to a difference by the fewest steps, and what differs
   */
  static Optional<Difference> firstDifference(StateGraph code, StateGraph spec, List<String> words) {
    return new GraphComparison(code, spec, words).firstDifference();
  }

  private Optional<Difference> firstDifference() {
    if (!code.state(0).equals(spec.state(0))) {
      String report = "the initial states differ\nThe class\n" + code.state(0) + "The specification\n" + spec.state(0);
      return Optional.of(new Difference(report, List.of(new Difference.Step("", code.state(0))), List.of(), List.of()));
    }
    Parent[] parents = new Parent[code.states()];
    Deque<Integer> queue = new ArrayDeque<>(List.of(0));
    while (!queue.isEmpty()) {
      int source = queue.remove();
      if (!sameTransitions(source)) {
        return Optional.of(difference(source, parents));
      }
      for (StateGraph.Edge edge : code.edges(source)) {
        if (edge.target() != 0 && parents[edge.target()] == null) {
          parents[edge.target()] = new Parent(source, edge);
          queue.add(edge.target());
        }
      }
    }
    if (code.states() != spec.states() || code.edges() != spec.edges()) {
      throw new IllegalStateException("a graph holds states that cannot be reached");
    }
    return Optional.empty();
  }

  private boolean sameTransitions(int source) {
    List<StateGraph.Edge> inCode = code.edges(source);
    List<StateGraph.Edge> inSpec = spec.edges(spec.number(code.state(source)));
    if (inCode.size() != inSpec.size()) {
      return false;
    }
    String[] codeKeys = inCode.stream().map(edge -> edge.action() + " " + edge.target()).toArray(String[]::new);
    String[] specKeys = inSpec.stream()
        .map(edge -> edge.action() + " " + code.number(spec.state(edge.target())))
        .toArray(String[]::new);
    Arrays.sort(codeKeys);
    Arrays.sort(specKeys);
    return Arrays.equals(codeKeys, specKeys);
  }

  private Difference difference(int at, Parent[] parents) {
    State here = code.state(at);
    List<StateGraph.Edge> inCode = code.edges(at);
    List<StateGraph.Edge> inSpec = spec.edges(spec.number(here));
    Set<Transition> codeTransitions = transitions(code, inCode);
    Set<Transition> specTransitions = transitions(spec, inSpec);
    List<StateGraph.Edge> onlyInCode =
        inCode.stream().filter(edge -> !specTransitions.contains(transition(code, edge))).toList();
    List<StateGraph.Edge> onlyInSpec =
        inSpec.stream().filter(edge -> !codeTransitions.contains(transition(spec, edge))).toList();
    List<Parent> path = new ArrayList<>();
    for (Parent step = parents[at]; step != null; step = parents[step.source]) {
      path.add(0, step);
    }

    StringBuilder report = new StringBuilder();
    StateGraph.Edge first = (onlyInCode.isEmpty() ? onlyInSpec : onlyInCode).get(0);
    report.append("the class and the specification part after %d steps, at %s %s\n\n"
        .formatted(path.size(), first.action(), first.origin()));
    report.append("The shortest way there, on which they agree\n");
    report.append("  0. ").append(code.state(0).show(words)).append('\n');
    for (int i = 0; i < path.size(); i++) {
      report.append("  ").append(i + 1).append(". ");
      describe(report, path.get(i).edge, code.state(path.get(i).source), code.state(path.get(i).edge.target()));
    }
    report.append("\nThe state there\n").append(here);
    show(report, "The class takes there, and the specification does not allow,", here, code, onlyInCode);
    show(report, "The specification allows there, and the class does not take,", here, spec, onlyInSpec);
    report.append("\nSteps that both take there: ").append(inCode.size() - onlyInCode.size()).append('\n');
    List<Difference.Step> way = new ArrayList<>(List.of(new Difference.Step("", code.state(0))));
    path.forEach(step -> way.add(step(code, step.edge)));
    return new Difference(report.toString(), way, steps(code, onlyInCode), steps(spec, onlyInSpec));
  }

  private static List<Difference.Step> steps(StateGraph graph, List<StateGraph.Edge> edges) {
    return edges.stream().map(edge -> step(graph, edge)).toList();
  }

  private static Difference.Step step(StateGraph graph, StateGraph.Edge edge) {
    return new Difference.Step(edge.action(), graph.state(edge.target()));
  }

  private void show(StringBuilder report, String title, State from, StateGraph graph, List<StateGraph.Edge> edges) {
    report.append('\n').append(title).append(edges.isEmpty() ? " nothing\n" : "\n");
    for (StateGraph.Edge edge : edges.subList(0, Math.min(edges.size(), SHOWN))) {
      report.append("   - ");
      describe(report, edge, from, graph.state(edge.target()));
    }
    if (edges.size() > SHOWN) {
      report.append("   - and ").append(edges.size() - SHOWN).append(" more steps\n");
    }
  }

  /** The action, who takes it and where in the source; then the words, and what else changes. */
  private void describe(StringBuilder report, StateGraph.Edge edge, State before, State after) {
    report.append("%-18s %s".formatted(edge.action(), edge.origin()).stripTrailing()).append('\n');
    report.append(INDENT).append(before.show(words));
    if (!before.show(words).equals(after.show(words))) {
      report.append("  ->  ").append(after.show(words));
    }
    report.append(before.equals(after) ? "; nothing changes\n" : "\n");
    for (String change : before.changes(after)) {
      if (words.stream().noneMatch(word -> change.startsWith(word + "' "))) {
        report.append(INDENT).append(change).append('\n');
      }
    }
  }

  private static Transition transition(StateGraph graph, StateGraph.Edge edge) {
    return new Transition(edge.action(), graph.state(edge.target()));
  }

  private static Set<Transition> transitions(StateGraph graph, List<StateGraph.Edge> edges) {
    return edges.stream().map(edge -> transition(graph, edge)).collect(Collectors.toSet());
  }
}
