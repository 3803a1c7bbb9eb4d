package org.atomicvalue.specification;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.atomicvalue.checkers.evidence.Evidence;
import org.atomicvalue.checkers.evidence.Link;
import org.atomicvalue.checkers.evidence.Selection;
import org.atomicvalue.checkers.tlc.Expectation;
import org.atomicvalue.checkers.tlc.Explanation;
import org.atomicvalue.checkers.tlc.Tlc;
import org.atomicvalue.checkers.tlc.TlcResult;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Has TLC check every model in {@code spec/models} and compares what it finds with {@code spec/models/expected.json}.
 *
 * <p>TLC runs with one worker, so that every figure is the same at every run; instead, as many models run at once as
 * there are processors. {@code -Ddeep=true} adds the large models, {@code -Dmodel=NAME,NAME} runs these alone.
 */
class SpecificationTest {

  private static final Path SPEC = Path.of("spec");
  private static final Path MODELS = SPEC.resolve("models");
  private static final boolean DEEP = Boolean.getBoolean("deep");

  private static final ExecutorService RUNS = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());

  @AfterAll
  static void stop() {
    RUNS.shutdownNow();
  }

  @Test
  void everyConfigurationHasAnExpectation() throws IOException {
    Set<String> listed = Expectation.readAll(MODELS).stream()
        .map(Expectation::model)
        .collect(Collectors.toCollection(TreeSet::new));
    try (Stream<Path> files = Files.list(MODELS)) {
      Set<String> present = files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".cfg"))
          .map(name -> name.replaceFirst("\\.cfg$", ""))
          .collect(Collectors.toCollection(TreeSet::new));
      assertEquals(present, listed, "the configurations in " + MODELS + " and the models in " + Expectation.FILE);
    }
  }

  @TestFactory
  List<DynamicTest> models() throws IOException {
    return Selection.of("model", Expectation.readAll(MODELS), Expectation::model).stream()
        .filter(expected -> DEEP || !expected.deep() || Selection.isNarrowed("model"))
        .map(expected -> {
          Future<TlcResult> result = RUNS.submit(run(expected));
          return DynamicTest.dynamicTest(expected.model() + ": " + expected.shows(), () -> {
            expected.check(result.get());
            evidence(expected, result.get()).record();
          });
        })
        .toList();
  }

  private static Callable<TlcResult> run(Expectation expected) {
    return () -> {
      System.out.printf("TLC %s: %s%n", expected.model(), expected.bounds());
      Tlc tlc = new Tlc(MODELS.resolve(expected.module() + ".tla"), MODELS.resolve(expected.model() + ".cfg"))
          .library(SPEC)
          .progress(line -> System.out.printf("TLC %s: %s%n", expected.model(), line));
      TlcResult result = expected.distinctStates() < 100_000 ? tlc.small().run() : tlc.run();
      System.out.printf(Locale.ROOT, "TLC %s: %s, %,d distinct states, %.0f s%n",
          result.model(), result.summary(), result.distinctStates().orElse(-1), result.seconds());
      return result;
    };
  }

  private static Evidence evidence(Expectation expected, TlcResult actual) {
    String result = actual.counterexample()
        .map(behaviour -> "%s, as it must; %d states".formatted(actual.summary(), behaviour.length()))
        .orElse("ok");
    return new Evidence(Link.SPECIFICATION, expected.model(), expected.distinctStates(), "distinct states",
        expected.bounds(), result, actual.seconds()).with(
            Map.of(
                "module", expected.module(),
                "shows", expected.shows(),
                "properties", Tlc.properties(MODELS.resolve(expected.model() + ".cfg")),
                "generatedStates", actual.generatedStates().orElseThrow(),
                "depth", actual.depth().orElse(0),
                "actions", actual.steps(),
                "counterexample",
                actual.counterexample().map(any -> Explanation.of(actual, SpecMutants.CLASSES)).orElse("")));
  }
}
