package org.atomicvalue.specification;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.atomicvalue.checkers.evidence.Evidence;
import org.atomicvalue.checkers.evidence.Link;
import org.atomicvalue.checkers.mutants.Mutant;
import org.atomicvalue.checkers.tlc.Counterexample;
import org.atomicvalue.checkers.tlc.Expectation;
import org.atomicvalue.checkers.tlc.Explanation;
import org.atomicvalue.checkers.tlc.Tlc;
import org.atomicvalue.checkers.tlc.TlcResult;
import org.atomicvalue.explorer.PlayableCounterexample;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Puts each seeded bug of {@code spec/mutants} into the module that it names and has TLC check the model that it names:
 * the property that it says it breaks must be violated, by a counter-example of the length that it says.
 *
 * <p>{@code -Dmutant=NAME} runs a single one and prints its counter-example.
 */
class SpecMutantsIT {

  private static final Path MODELS = Path.of("spec", "models");
  private static final String ONLY = System.getProperty("mutant");

  private static final ExecutorService RUNS = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());

  @AfterAll
  static void stop() {
    RUNS.shutdownNow();
  }

  @TestFactory
  List<DynamicTest> mutants() throws IOException {
    return SpecMutants.all().stream()
        .filter(mutant -> ONLY == null || mutant.name().equals(ONLY))
        .map(mutant -> {
          Future<TlcResult> result = RUNS.submit(() -> run(mutant));
          return DynamicTest.dynamicTest(mutant.name() + ": " + mutant.title(), () -> check(mutant, result.get()));
        })
        .toList();
  }

  /** A property that no mutant and no deliberate counter-example violates may be true for no good reason. */
  @Test
  void everyPropertyIsBrokenByAMutant() throws IOException {
    Set<String> broken = new TreeSet<>();
    SpecMutants.all().forEach(mutant -> broken.add(mutant.field("Breaks")));
    Set<String> unbroken = new TreeSet<>();
    for (Expectation model : Expectation.readAll(MODELS)) {
      unbroken.addAll(Tlc.properties(MODELS.resolve(model.model() + ".cfg")));
      broken.add(model.result().replaceFirst("^violates ", ""));
    }
    unbroken.removeAll(broken);
    assertEquals(Set.of(), unbroken, "properties of the models that no mutant breaks");
  }

  private static TlcResult run(Mutant mutant) throws IOException, InterruptedException {
    TlcResult result = SpecMutants.run(mutant);
    if (ONLY != null) {
      System.out.println(Explanation.of(result));
    }
    return result;
  }

  private static void check(Mutant mutant, TlcResult result) {
    String expected = "violates " + mutant.field("Breaks");
    int length = result.counterexample().map(Counterexample::length).orElse(0);
    assertAll(
        () -> assertEquals(expected, result.summary(), () -> mutant.title() + "\n" + Explanation.of(result)),
        () -> assertEquals(Integer.parseInt(mutant.field("Trace")), length, "states of the counter-example"),
        () -> PlayableCounterexample.requireCommitted(mutant, result));
    new Evidence(Link.CONTROLS, mutant.name() + " by TLC", 1, "catches",
        mutant.field("Model"), "%s; %d states".formatted(expected, length), result.seconds())
        .with(
            Map.of("bug", mutant.title(), "explorer", "bug=" + mutant.name(), "counterexample", Explanation.of(result)))
        .record();
  }
}
