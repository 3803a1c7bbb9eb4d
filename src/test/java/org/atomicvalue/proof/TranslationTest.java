package org.atomicvalue.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

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
import java.util.stream.Stream;
import org.atomicvalue.checkers.evidence.Evidence;
import org.atomicvalue.checkers.evidence.Link;
import org.atomicvalue.checkers.graph.SpecGraph;
import org.atomicvalue.checkers.graph.State;
import org.atomicvalue.checkers.graph.StateGraph;
import org.atomicvalue.checkers.proof.Obligation;
import org.atomicvalue.checkers.proof.Proof;
import org.atomicvalue.checkers.proof.Prover;
import org.atomicvalue.checkers.proof.Refusal;
import org.atomicvalue.checkers.proof.SeededBug;
import org.atomicvalue.checkers.proof.Specification;
import org.atomicvalue.checkers.proof.Verdict;
import org.atomicvalue.checkers.smt.Solver;
import org.atomicvalue.checkers.smt.Term;
import org.atomicvalue.checkers.tlc.junit.Expectations;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Is what the solvers decide what TLC checks? In small worlds the translated formulas are computed and compared with what
 * TLC finds: how many states satisfy {@code Inv}, and of every pair of states whether it is a step of {@code Next}.
 */
class TranslationTest {

  private static final Path MODELS = Theorems.SPEC.resolve("models");
  private static final Path FOLDER = Path.of("target", "proof-translation");
  private static final Map<String, String> VALUES = Map.of("a1", "A", "b1", "B");

  /** A graph of TLC's and the world in which it was made. */
  private record Graph(String name, List<String> threads, Map<String, String> values, StateGraph states) {}

  private static final Map<String, Graph> GRAPHS = new HashMap<>();

  private static Stream<Theorems> algorithms() {
    return Stream.of(Theorems.ATOMIC_VALUE, Theorems.WAIT_FREE_ATOMIC_VALUE);
  }

  private static String model(Theorems theorems) {
    return theorems.module().startsWith("WaitFree") ? "MCWaitFreeInduction" : "MCInduction";
  }

  @TestFactory
  Stream<DynamicTest> asManyStatesSatisfyTheInvariantAsTlcFinds() {
    return algorithms().map(theorems -> dynamicTest(theorems.module(), () -> {
      int expected = expectedStates(theorems);
      assertEquals(expected, states(Specification.read(Theorems.SPEC, theorems.module())));
      new Evidence(Link.PROOF, theorems + ": Inv as TLC has it", expected, "states",
          "1 thread, 2 values of 2 types, all calls", "as many as TLC finds", 0).record();
    }));
  }

  private static int expectedStates(Theorems theorems) throws IOException {
    return Math.toIntExact(Expectations.readAll(MODELS).stream()
        .filter(each -> each.model().equals(model(theorems) + "_literal")).findFirst().orElseThrow().distinctStates());
  }

  private static int states(Specification specification) {
    specification.conjuncts("Inv", false);
    SmallWorld world = new SmallWorld(specification, List.of("t1"), VALUES);
    return world.calls(world.allCalls()).statesOfTheInvariant();
  }

  @TestFactory
  Stream<DynamicTest> theStepsOfNextAreTheEdgesOfTlc() {
    return algorithms().flatMap(theorems -> Stream.of(1, 2).map(threads -> dynamicTest(
        theorems + (threads == 1 ? ", one thread, two values" : ", two threads, one value"), () -> {
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
        })));
  }

  /** What one thread can reach with two values of two types, and all calls. */
  private static Graph oneThread(Theorems theorems) throws IOException, InterruptedException {
    return graph(theorems, "_literal", "_one", List.of("t1"), VALUES);
  }

  /** What two threads can reach with one value, and the calls that their arguments do not condemn. */
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
          .library(Theorems.SPEC, MODELS).folder(FOLDER).explore();
      known = new Graph(model + to, threads, values, states);
      GRAPHS.put(known.name, known);
    }
    return known;
  }

  /** A pair of states of which TLC and the translation say different things. */
  private static Optional<String> difference(Specification specification, Graph graph) {
    Term next = specification.formula("Next").term();
    SmallWorld world = new SmallWorld(specification, graph.threads, graph.values);
    world.calls(callsOf(graph, specification, world));
    for (int from = 0; from < graph.states.states(); from++) {
      Set<Integer> targets = graph.states.edges(from).stream().map(StateGraph.Edge::target).collect(Collectors.toSet());
      for (int to = 0; to < graph.states.states(); to++) {
        State before = graph.states.state(from);
        State after = graph.states.state(to);
        boolean isStep = world.pair(before, after).isTrue(next);
        if (isStep != targets.contains(to)) {
          return Optional.of((isStep ? "TLC does not take this step:\n" : "only TLC takes this step:\n")
              + before + "\n" + after);
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

  /** Each wrong translation is found out: by a refusal, by what TLC finds, or by a claim that cannot be proved any more. */
  @TestFactory
  Stream<DynamicTest> aWrongTranslationIsNoticed() {
    return Stream.of(SeededBug.values()).map(bug -> dynamicTest(bug.name(), () -> {
      List<String> catches = new ArrayList<>();
      for (Theorems theorems : algorithms().toList()) {
        catches.addAll(catches(bug, theorems));
      }
      System.out.println(bug + ": " + catches);
      assertTrue(!catches.isEmpty(), "nobody notices " + bug);
      new Evidence(Link.CONTROLS, bug + " by the proof", catches.size(), "catches", "both algorithms",
          String.join("; ", catches), 0).record();
    }));
  }

  private static List<String> catches(SeededBug bug, Theorems theorems) throws IOException, InterruptedException {
    List<String> catches = new ArrayList<>();
    try {
      Specification specification = Specification.readWith(bug, Theorems.SPEC, theorems.module());
      int states = states(specification);
      if (states != expectedStates(theorems)) {
        catches.add(theorems + ": " + states + " states of Inv instead of " + expectedStates(theorems));
      }
      if (difference(specification, oneThread(theorems)).isPresent()) {
        catches.add(theorems + ": steps that are not TLC's");
      }
      if (!catches.isEmpty() && bug != SeededBug.STRINGS_MAY_BE_EQUAL) {
        return catches;
      }
      Proof proof = new Proof(specification);
      Prover prover = new Prover(List.of(Solver.z3(Theorems.LIMIT)), FOLDER.resolve(bug.name()));
      for (Obligation obligation : theorems.obligations(proof)) {
        Verdict verdict = prover.check(obligation);
        if (!verdict.holds()) {
          catches.add("cannot prove " + obligation.name());
          break;
        }
      }
    } catch (Refusal refusal) {
      catches.add(theorems + ": " + refusal.getMessage());
    }
    return catches;
  }
}
