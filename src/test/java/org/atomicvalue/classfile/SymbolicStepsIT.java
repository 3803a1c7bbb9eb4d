package org.atomicvalue.classfile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.FutureTask;
import org.atomicvalue.checkers.correspondence.SymbolicPlace;
import org.atomicvalue.checkers.evidence.Evidence;
import org.atomicvalue.checkers.evidence.Link;
import org.atomicvalue.checkers.graph.StateGraph;
import org.atomicvalue.checkers.smt.Term;
import org.atomicvalue.checkers.steps.SteppedClass;
import org.atomicvalue.steps.RegisterSteps;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The proof of the class file, checked by other means: its symbolic steps, taken with a model's values, are the edges
 * of the graph of step conformance, which runs the class file instead of reading it. The other way about, a step that
 * is missing or wrong is seen.
 */
class SymbolicStepsIT {

  private static final Map<String, String> CLASSES = Map.of("a1", "A", "b1", "B");

  @ParameterizedTest
  @CsvSource({"AtomicValue, MCAtomicValue_store", "WaitFreeAtomicValue, MCWaitFreeAtomicValue_progress"})
  void areTheEdgesOfStepConformance(String name, String model) throws Exception {
    long start = System.nanoTime();
    StateGraph graph = graph(name, model);
    List<SymbolicPlace> places = ClassFileProof.symbolicPlaces(name, Files.readAllBytes(
        Path.of("target", "classes", "org", "atomicvalue", name + ".class")));
    SymbolicGraph symbolic = SymbolicGraph.of(places, graph, CLASSES);
    assertEquals(Optional.empty(), symbolic.firstDifference());
    System.out.printf(Locale.ROOT, "Symbolic steps of %s in %s: %,d edges of %,d states, by %d of %d steps%n", name,
        model, symbolic.edges(), graph.states(), symbolic.taken().size(),
        places.stream().mapToInt(place -> place.steps().size()).sum());
    new Evidence(Link.CLASS_FILE, name + ": its symbolic steps and the graph of " + model, symbolic.edges(), "edges",
        "2 threads, 2 values of 2 classes, all calls", "the same edges as step conformance has",
        (System.nanoTime() - start) / 1e9).record();

    Set<SymbolicPlace.Step> taken = symbolic.taken();
    int controls = 0;
    for (SymbolicPlace place : places) {
      for (SymbolicPlace.Step step : place.steps()) {
        if (taken.contains(step)) {
          controls++;
          requireSeen(symbolic, place, step, null);
        }
        if (taken.contains(step) && writes(step)) {
          controls++;
          requireSeen(symbolic, place, step, writesNull(step));
        }
      }
    }
    assertTrue(controls > 10, "only " + controls + " steps were left out or changed");
    new Evidence(Link.CONTROLS, name + ": steps left out or changed, by the graph of " + model, controls, "catches",
        "one step at a time", "a difference is found each time", 0).record();
  }

  /** The graph of the class, which step conformance has found equal to TLC's. */
  private static StateGraph graph(String name, String model) throws Exception {
    RegisterSteps steps = new RegisterSteps(name, model);
    FutureTask<StateGraph> spec = new FutureTask<>(steps.spec().small()::explore);
    spec.run();
    SteppedClass subject = SteppedClass.load(Class.forName("org.atomicvalue." + name),
        Path.of("src", "main", "java", "org", "atomicvalue", name + ".java"), steps::instanceOf);
    steps.check(subject, name.equals("AtomicValue") ? Map.of("Claimed", "CLAIMED") : Map.of(), spec);
    return spec.get();
  }

  private static boolean isOfData(Term term) {
    return term instanceof Term.Application application && application.function().equals("=")
        && application.arguments().get(0).equals(Term.symbol("data'"));
  }

  private static boolean writes(SymbolicPlace.Step step) {
    return SymbolicGraph.conjuncts(step.does()).stream().anyMatch(
        each -> isOfData(each) && !((Term.Application) each).arguments().get(1).equals(Term.symbol("data")));
  }

  private static SymbolicPlace.Step writesNull(SymbolicPlace.Step step) {
    return new SymbolicPlace.Step(step.taken(), Term.and(SymbolicGraph.conjuncts(step.does()).stream()
        .map(each -> isOfData(each) ? Term.equal(Term.symbol("data'"), Term.symbol("Null")) : each).toList()));
  }

  /** @param other what is there instead of the step, or null */
  private static void requireSeen(
      SymbolicGraph symbolic, SymbolicPlace place, SymbolicPlace.Step step, SymbolicPlace.Step other) {
    List<SymbolicPlace.Step> steps = new ArrayList<>(place.steps());
    steps.remove(step);
    if (other != null) {
      steps.add(other);
    }
    SymbolicPlace changed = new SymbolicPlace(place.operation(), place.label(), place.facts(), steps);
    assertTrue(symbolic.only(changed).firstDifference().isPresent(),
        () -> "nobody sees that in " + place + " this step is " + (other == null ? "missing: " : "wrong: ") + step);
  }
}
