package org.atomicvalue.spec;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.atomicvalue.mutants.Mutant;
import org.atomicvalue.tlc.Counterexample;
import org.atomicvalue.tlc.Tlc;
import org.atomicvalue.tlc.TlcResult;
import org.atomicvalue.verification.Evidence;
import org.atomicvalue.verification.Link;
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

  private static final Path SPEC = Path.of("spec");
  private static final Path MODELS = SPEC.resolve("models");
  private static final Path FOLDER = Path.of("target", "spec-mutants");
  private static final String ONLY = System.getProperty("mutant");

  private static final ExecutorService RUNS = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());

  @AfterAll
  static void stop() {
    RUNS.shutdownNow();
  }

  @TestFactory
  List<DynamicTest> mutants() throws IOException {
    return Mutant.readAll(SPEC.resolve("mutants")).stream()
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
    Mutant.readAll(SPEC.resolve("mutants")).forEach(mutant -> broken.add(mutant.field("Breaks")));
    Set<String> unbroken = new TreeSet<>();
    for (Expectation model : Expectation.readAll(MODELS)) {
      unbroken.addAll(Tlc.properties(MODELS.resolve(model.model() + ".cfg")));
      broken.add(model.result().replaceFirst("^violates ", ""));
    }
    unbroken.removeAll(broken);
    assertEquals(Set.of(), unbroken, "properties of the models that no mutant breaks");
  }

  private static TlcResult run(Mutant mutant) throws IOException, InterruptedException {
    assertTrue(mutant.file().startsWith(SPEC), () -> mutant.name() + " changes " + mutant.file());
    Path folder = Files.createDirectories(FOLDER.resolve(mutant.name()));
    Path module = folder.resolve(mutant.file().getFileName());
    Files.write(module, mutant.applied());
    String model = mutant.field("Model");
    Expectation unmutated = Expectation.readAll(MODELS).stream()
        .filter(expectation -> expectation.model().equals(model))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(mutant.name() + " names no model of " + Expectation.FILE));
    Path root = MODELS.resolve(unmutated.module() + ".tla");
    TlcResult result = new Tlc(root, MODELS.resolve(model + ".cfg"))
        .library(folder, SPEC)
        .folder(folder)
        .small()
        .progress(line -> System.out.printf("TLC with %s: %s%n", mutant.name(), line))
        .run();
    System.out.printf("TLC with %s: %s, %d states, %.0f s%n", mutant.name(), result.summary(),
        result.counterexample().map(Counterexample::length).orElse(0), result.seconds());
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
        () -> assertEquals(Integer.parseInt(mutant.field("Trace")), length, "states of the counter-example"));
    new Evidence(Link.CONTROLS, mutant.name() + " by TLC", 1, "catches",
        mutant.field("Model"), "%s; %d states".formatted(expected, length), result.seconds()).record();
  }
}
