package org.atomicvalue.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.atomicvalue.checkers.evidence.Evidence;
import org.atomicvalue.checkers.evidence.Link;
import org.atomicvalue.checkers.graph.SpecGraph;
import org.atomicvalue.checkers.graph.StateGraph;
import org.atomicvalue.checkers.proof.Interpretation;
import org.atomicvalue.checkers.proof.Specification;
import org.atomicvalue.checkers.smt.Term;
import org.atomicvalue.checkers.tlc.junit.Expectations;

/**
 * Compares the translated formulas, computed in small worlds, with what TLC finds there: how many states satisfy {@code
 * Inv}, and of every pair of states whether it is a step of {@code Next}.
 */
final class SmallWorlds {

  private static final Path MODELS = Theorems.SPEC.resolve("models");
  static final Path FOLDER = Path.of("target", "proof-translation");
  private static final Map<String, String> VALUES = Map.of("a1", "A", "b1", "B");

  /** A graph of TLC's and the world in which it was made. */
  record Graph(String name, List<String> threads, Map<String, String> values, StateGraph states) {}

  private static final Map<String, Graph> GRAPHS = new HashMap<>();

  private SmallWorlds() {}

  static Stream<Theorems> algorithms() {
    return Stream.of(Theorems.ATOMIC_VALUE, Theorems.WAIT_FREE_ATOMIC_VALUE);
  }

  private static String model(Theorems theorems) {
    return theorems.module().startsWith("WaitFree") ? "MCWaitFreeInduction" : "MCInduction";
  }

  static int expectedStates(Theorems theorems) throws IOException {
    return Math.toIntExact(Expectations.readAll(MODELS).stream()
        .filter(each -> each.model().equals(model(theorems) + "_literal")).findFirst().orElseThrow().distinctStates());
  }

  static int states(Specification specification) {
    specification.conjuncts("Inv", false);
    SmallWorld world = new SmallWorld(specification, List.of("t1"), VALUES);
    return world.calls(world.allCalls()).statesOfTheInvariant();
  }

  /** Compares every pair of states of a graph of TLC's with the translation of {@code Next}. */
  static void compareSteps(Theorems theorems, int threads) throws IOException, InterruptedException {
    long start = System.nanoTime();
    Graph graph = threads == 1 ? oneThread(theorems) : twoThreads(theorems);
    assertEquals(Optional.empty(), difference(Specification.read(Theorems.SPEC, theorems.module()), graph));
    long pairs = (long) graph.states.states() * graph.states.states();
    System.out.printf(Locale.ROOT, "%s: %,d states, %,d edges, %,d pairs compared%n",
        graph.name, graph.states.states(), graph.states.edges(), pairs);
    new Evidence(Link.PROOF, graph.name + ": Next as TLC has it", pairs, "pairs of states",
        graph.threads.size() + " threads, " + graph.values.size() + " values",
        String.format(Locale.ROOT, "%,d edges, the same", graph.states.edges()),
        (System.nanoTime() - start) / 1e9).record();
  }

  /** What one thread can reach with two values of two types, and all calls. */
  static Graph oneThread(Theorems theorems) throws IOException, InterruptedException {
    return graph(theorems, "_literal", "_one", List.of("t1"), VALUES);
  }

  /** What two threads can reach with one value, and the calls that are not refused for their arguments. */
  private static Graph twoThreads(Theorems theorems) throws IOException, InterruptedException {
    return graph(theorems, "_2", "_two", List.of("t1", "t2"), Map.of("a1", "A"));
  }

  private static synchronized Graph graph(
      Theorems theorems, String from, String to, List<String> threads, Map<String, String> values)
      throws IOException, InterruptedException {
    String model = model(theorems);
    Graph known = GRAPHS.get(model + to);
    if (known == null) {
      String text = Files.readString(MODELS.resolve(model + from + ".cfg"))
          .replaceFirst("Values = .*", "Values = {" + String.join(", ", values.keySet()) + "}")
          .replaceFirst("Calls <- .*", "Calls <- " + (threads.size() == 1 ? "AllCalls" : "GoodCalls"))
          .replaceFirst("INIT .*", "INIT Init");
      Path config = Files.createDirectories(FOLDER).resolve(model + to + ".cfg");
      Files.writeString(config, text);
      StateGraph states = new SpecGraph(MODELS.resolve(model + ".tla"), config)
          .library(Theorems.SPEC, MODELS).folder(FOLDER).small().explore();
      known = new Graph(model + to, threads, values, states);
      GRAPHS.put(known.name, known);
    }
    return known;
  }

  /** A pair of states of which TLC and the translation say different things. */
  static Optional<String> difference(Specification specification, Graph graph) {
    Term next = specification.formula("Next").term();
    SmallWorld world = new SmallWorld(specification, graph.threads, graph.values);
    world.calls(callsOf(graph, specification, world));
    List<Interpretation> after =
        IntStream.range(0, graph.states.states()).mapToObj(state -> world.after(graph.states.state(state))).toList();
    for (int from = 0; from < graph.states.states(); from++) {
      Set<Integer> targets = graph.states.edges(from).stream().map(StateGraph.Edge::target).collect(Collectors.toSet());
      Interpretation before = world.before(graph.states.state(from));
      for (int to = 0; to < graph.states.states(); to++) {
        boolean isStep = before.with(after.get(to)).isTrue(next);
        if (isStep != targets.contains(to)) {
          return Optional.of((isStep ? "TLC does not take this step:\n" : "only TLC takes this step:\n")
              + graph.states.state(from) + "\n" + graph.states.state(to));
        }
      }
    }
    return Optional.empty();
  }

  /** In a graph of all calls all that may be; else those that threads are in. */
  private static Set<List<Object>> callsOf(Graph graph, Specification specification, SmallWorld world) {
    if (graph.threads.size() == 1) {
      return world.allCalls();
    }
    Set<List<Object>> calls = new HashSet<>();
    for (int i = 0; i < graph.states.states(); i++) {
      graph.states.state(i).value("call").entries().values().forEach(call -> {
        List<Object> parts = new ArrayList<>();
        call.entries().values().forEach(part -> parts.add(part.toString()));
        calls.add(parts);
      });
    }
    calls.retainAll(world.allCalls());
    return calls;
  }
}
