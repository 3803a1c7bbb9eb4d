package org.atomicvalue.specification;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.atomicvalue.checkers.evidence.Evidence;
import org.atomicvalue.checkers.evidence.Link;
import org.atomicvalue.checkers.evidence.OfLink;
import org.atomicvalue.checkers.evidence.Selection;
import org.atomicvalue.checkers.mutants.Audience;
import org.atomicvalue.checkers.mutants.SeededBug;
import org.atomicvalue.checkers.tlc.Counterexample;
import org.atomicvalue.checkers.tlc.Explanation;
import org.atomicvalue.checkers.tlc.Tlc;
import org.atomicvalue.checkers.tlc.TlcResult;
import org.atomicvalue.checkers.tlc.junit.Expectation;
import org.atomicvalue.checkers.tlc.junit.Expectations;
import org.atomicvalue.proof.ProofOfChange;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Puts each seeded bug of {@code spec/mutants} into the module that it names and has TLC check the model that it names:
 * the property that it says it breaks must be violated, by a counter-example of the length that it says.
 *
 * <p>Of the bugs that break a property the first, and those that the proof does not see, since the proof catches the
 * others sooner ({@code ProofControlsIT}); {@code -Ddeep=true} tries all, {@code -Dmutant=NAME,NAME} runs these alone
 * and prints their counter-examples.
 */
@OfLink(Link.CONTROLS)
class SpecMutantsIT {

  private static final Path MODELS = Path.of("spec", "models");
  private static final ExecutorService RUNS = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());

  @AfterAll
  static void stop() {
    RUNS.shutdownNow();
  }

  @TestFactory
  List<DynamicTest> mutants() throws IOException {
    boolean all = Boolean.getBoolean("deep") || Selection.isNarrowed("mutant");
    Set<String> broken = new HashSet<>();
    return Selection.of("mutant", SpecMutants.all(), SeededBug::name).stream()
        .filter(bug -> broken.add(bug.field("Breaks")) || all || ProofOfChange.named(bug).isEmpty())
        .flatMap(bug -> tests(bug, RUNS.submit(() -> run(bug))))
        .toList();
  }

  /** That TLC catches the bug; and that those who show its counter-example show this one. */
  private static Stream<DynamicTest> tests(SeededBug bug, Future<TlcResult> result) {
    return Stream.concat(
        Stream.of(dynamicTest(bug.name() + ": " + bug.title(), () -> check(bug, result.get()))),
        Audience.of(bug).stream().map(audience -> dynamicTest(bug.name() + ": " + audience.claim(), () -> {
          assumeTrue(result.get().counterexample().isPresent(), "TLC has found nothing that could be shown");
          audience.requireUpToDate(bug, result.get());
        })));
  }

  /** A property that no bug and no deliberate counter-example violates may be true for no good reason. */
  @Test
  void everyPropertyIsBrokenByAMutant() throws IOException {
    Set<String> broken = new TreeSet<>();
    SpecMutants.all().forEach(bug -> broken.add(bug.field("Breaks")));
    Set<String> unbroken = new TreeSet<>();
    for (Expectation model : Expectations.readAll(MODELS)) {
      unbroken.addAll(Tlc.properties(MODELS.resolve(model.model() + ".cfg")));
      broken.add(model.result().replaceFirst("^violates ", ""));
    }
    unbroken.removeAll(broken);
    assertEquals(Set.of(), unbroken, "properties of the models that no bug breaks");
  }

  private static TlcResult run(SeededBug bug) throws IOException, InterruptedException {
    TlcResult result = SpecMutants.run(bug);
    if (Selection.isNarrowed("mutant")) {
      System.out.println(Explanation.of(result, SpecMutants.CLASSES));
    }
    return result;
  }

  private static void check(SeededBug bug, TlcResult result) {
    String expected = "violates " + bug.field("Breaks");
    int length = result.counterexample().map(Counterexample::length).orElse(0);
    assertAll(
        () -> assertEquals(expected, result.summary(),
            () -> bug.title() + "\n" + Explanation.of(result, SpecMutants.CLASSES)),
        () -> assertEquals(Integer.parseInt(bug.field("Trace")), length, "states of the counter-example"));
    new Evidence(Link.CONTROLS, bug.name() + " by TLC", 1, "catches",
        bug.field("Model"), "%s; %d states".formatted(expected, length), result.seconds())
        .with(
            Map.of("bug", bug.title(), "explorer", "bug=" + bug.name(), "counterexample",
                Explanation.of(result, SpecMutants.CLASSES)))
        .record();
  }
}
