package org.atomicvalue.steps;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.atomicvalue.checkers.evidence.Evidence;
import org.atomicvalue.checkers.evidence.Link;
import org.atomicvalue.checkers.graph.DrawnGraph;
import org.atomicvalue.checkers.graph.SpecGraph;
import org.atomicvalue.checkers.graph.StateGraph;
import org.atomicvalue.checkers.steps.StepConformance;
import org.atomicvalue.checkers.steps.SteppedClass;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/**
 * A class file takes exactly the steps of the specification of the same name: its graph of states and labelled
 * transitions equals TLC's, in the bounds of models in which TLC checks the specification.
 *
 * <p>{@code -Ddeep=true} adds the large models.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class AbstractStepsTest {

  private final Class<?> type;
  private final Map<String, String> sentinels;
  private final List<String> models;
  private final List<String> deepModels;

  // TLC works on one model while the class is explored in the bounds of another.
  private final ExecutorService tlc = Executors.newFixedThreadPool(2);

  /**
   * @param sentinels by their names in the specification, the names of the class's constants
   * @param models names of configurations
   * @param deepModels names of those that take minutes
   */
  AbstractStepsTest(Class<?> type, Map<String, String> sentinels, List<String> models, List<String> deepModels) {
    this.type = type;
    this.sentinels = sentinels;
    this.models = new ArrayList<>(models);
    this.deepModels = deepModels;
    if (Boolean.getBoolean("deep")) {
      this.models.addAll(deepModels);
    }
  }

  @AfterAll
  void stop() {
    tlc.shutdownNow();
  }

  @TestFactory
  List<DynamicTest> sameSteps() {
    return models.stream()
        .map(model -> new RegisterSteps(type.getSimpleName(), model))
        .map(steps -> {
          SpecGraph spec = steps.spec();
          Future<StateGraph> graph = tlc.submit((deepModels.contains(steps.model()) ? spec : spec.small())::explore);
          return DynamicTest.dynamicTest(steps.model(), () -> check(steps, graph));
        })
        .toList();
  }

  private void check(RegisterSteps steps, Future<StateGraph> spec) throws Exception {
    long start = System.nanoTime();
    Path source = Path.of("src", "main", "java").resolve(type.getName().replace('.', '/') + ".java");
    SteppedClass subject = SteppedClass.load(type, source, steps::instanceOf);
    StepConformance.Result result = steps.check(subject, sentinels, spec);
    System.out.printf("Steps of %s and of %s: %s%n", type.getSimpleName(), steps.model(), result);
    new Evidence(Link.STEPS, type.getSimpleName() + " and " + steps.model(), result.edges(), "edges", steps.bounds(),
        result.toString(), (System.nanoTime() - start) / 1e9)
        .with(
            Map.of("states", result.states(), "graph", DrawnGraph.ofWords(spec.get(), subject.words())))
        .record();
  }
}
