package org.atomicvalue.checkers.steps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.atomicvalue.checkers.evidence.Link;
import org.atomicvalue.checkers.evidence.OfLink;
import org.atomicvalue.checkers.graph.State;
import org.atomicvalue.checkers.graph.StateGraph;
import org.atomicvalue.checkers.graph.TlaValue;
import org.junit.jupiter.api.Test;

/** Graphs over one variable, {@code x}; an edge is written {@code "0 Up 1"}. */
@OfLink(Link.STEPS)
class GraphComparisonTest {

  @Test
  void orderDoesNotMatter() {
    assertEquals(
        Optional.empty(),
        compare(graph("0 Up 1", "0 Skip 2", "1 Up 2"), graph("0 Skip 2", "0 Up 1", "1 Up 2")));
  }

  @Test
  void stepThatOnlyTheClassTakes() {
    String report = compare(graph("0 Up 1", "1 Up 2"), graph("0 Up 1")).orElseThrow();
    assertTrue(report.startsWith("the class and the specification part after 1 steps, at Up"), report);
    assertTrue(report.contains("class does not take, nothing"), report);
  }

  @Test
  void stepThatOnlyTheSpecificationAllows() {
    String report = compare(graph("0 Up 1"), graph("0 Up 1", "1 Up 2")).orElseThrow();
    assertTrue(report.startsWith("the class and the specification part after 1 steps, at Up"), report);
    assertTrue(report.contains("specification does not allow, nothing"), report);
  }

  @Test
  void stepOfAnotherName() {
    assertTrue(compare(graph("0 Up 1"), graph("0 Down 1")).isPresent());
  }

  @Test
  void secondNameForAStep() {
    assertTrue(compare(graph("0 Up 1"), graph("0 Up 1", "0 Down 1")).isPresent());
  }

  @Test
  void stepThatChangesNothing() {
    assertTrue(compare(graph("0 Up 1"), graph("0 Up 1", "1 Stay 1")).isPresent());
  }

  @Test
  void otherInitialState() {
    assertTrue(compare(graph("0 Up 1"), graph("1 Up 0")).isPresent());
  }

  /** The nearest of several differences is reported, with a shortest way to it. */
  @Test
  void shortestWay() {
    StateGraph code = graph("0 Up 1", "1 Up 2", "2 Up 3", "0 Leap 3", "3 Up 4", "2 Back 0");
    StateGraph spec = graph("0 Up 1", "1 Up 2", "2 Up 3", "0 Leap 3");
    String report = compare(code, spec).orElseThrow();
    assertTrue(report.contains("part after 1 steps"), report);
    assertTrue(report.contains("1. Leap"), report);
  }

  private static Optional<String> compare(StateGraph code, StateGraph spec) {
    return GraphComparison.firstDifference(code, spec, List.of("x")).map(Difference::getMessage);
  }

  private static StateGraph graph(String... edges) {
    StateGraph graph = new StateGraph();
    for (String edge : edges) {
      String[] parts = edge.split(" ");
      int source = graph.add(state(parts[0]));
      graph.add(source, new StateGraph.Edge(parts[1], graph.add(state(parts[2])), ""));
    }
    return graph;
  }

  private static State state(String x) {
    return new State(new String[] {"x"}, new TlaValue[] {TlaValue.parse(x)});
  }
}
