package org.atomicvalue.steps;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.atomicvalue.AtomicValue;
import org.atomicvalue.WaitFreeAtomicValue;
import org.atomicvalue.behaviour.TypedRegister;
import org.atomicvalue.checkers.evidence.Evidence;
import org.atomicvalue.checkers.evidence.Link;
import org.atomicvalue.checkers.evidence.OfLink;
import org.atomicvalue.checkers.evidence.Selection;
import org.atomicvalue.checkers.graph.StateGraph;
import org.atomicvalue.checkers.mutants.SeededBug;
import org.atomicvalue.checkers.steps.SteppedClass;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Seeded bugs of {@code spec/mutants} make the specification differ from the class file, or the contract from its
 * sequential Java class. A bug that changes no step says so by {@code Steps: the same}, and must then go unnoticed.
 *
 * <p>Two bugs of each module; {@code -Ddeep=true} tries all, {@code -Dmutant=NAME,NAME} these alone.
 */
@OfLink(Link.CONTROLS)
class SpecStepMutantsIT {

  private static final Path BUGS = Path.of("spec", "mutants");
  private static final Path SOURCES = Path.of("src/main/java/org/atomicvalue");
  private static final Path TARGET = Path.of("target", "step-mutants");
  private static final RegisterSteps TWO_WORDS = new RegisterSteps("AtomicValue", "MCAtomicValue");
  private static final RegisterSteps WAIT_FREE = new RegisterSteps("WaitFreeAtomicValue", "MCWaitFreeAtomicValue");
  private static final RegisterSteps CONTRACT = new RegisterSteps("TypedRegister", "MCTypedRegister");

  /** What is compared for a bug in a module. The other modules describe memory, and no steps of a class. */
  private static final Map<String, RegisterSteps> COMPARED = Map.of(
      "AtomicValue.tla", TWO_WORDS,
      "WaitFreeAtomicValue.tla", WAIT_FREE,
      "TypedRegister.tla", CONTRACT,
      "Operations.tla", CONTRACT);

  private static final int BUGS_OF_A_MODULE = 2;

  /** Of a bug in a property, an invariant or fairness. */
  private static final String SAME_STEPS = "the same";

  private static final ExecutorService TLC = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());

  @AfterAll
  static void stop() {
    TLC.shutdownNow();
  }

  @TestFactory
  List<DynamicTest> everyChangedStepIsNoticed() throws IOException {
    List<SeededBug> compared =
        SeededBug.readAll(BUGS).stream().filter(bug -> COMPARED.containsKey(module(bug))).toList();
    boolean all = Boolean.getBoolean("deep") || Selection.isNarrowed("mutant");
    Map<String, Integer> tried = new HashMap<>();
    return Selection.of("mutant", compared, SeededBug::name).stream()
        .filter(bug -> all || tried.merge(module(bug), 1, Integer::sum) <= BUGS_OF_A_MODULE)
        .map(bug -> {
          Future<StateGraph> spec = TLC.submit(() -> explore(bug));
          return DynamicTest.dynamicTest(bug.name() + ": " + bug.title(), () -> {
            if (SAME_STEPS.equals(bug.fields().get("Steps"))) {
              compare(bug, spec);
            } else {
              isNoticed(bug, spec);
            }
          });
        })
        .toList();
  }

  private static String module(SeededBug bug) {
    return bug.file().getFileName().toString();
  }

  /** In the bounds of the module's first model, or in those of the bug's own if only the constructor shows it. */
  private static RegisterSteps compared(SeededBug bug) {
    RegisterSteps first = COMPARED.get(module(bug));
    String model = bug.field("Model");
    return model.matches("MC" + first.module() + "_(declared|initial).*")
        ? new RegisterSteps(first.module(), model)
        : first;
  }

  private static StateGraph explore(SeededBug bug) throws IOException, InterruptedException {
    Path folder = Files.createDirectories(TARGET.resolve(bug.name()));
    Files.write(folder.resolve(module(bug)), bug.applied());
    return compared(bug).spec(folder).folder(folder).small().explore();
  }

  private static void compare(SeededBug bug, Future<StateGraph> spec) throws Exception {
    RegisterSteps steps = compared(bug);
    if (steps.module().equals(TWO_WORDS.module())) {
      SteppedClass subject = SteppedClass.load(
          AtomicValue.class, SOURCES.resolve("AtomicValue.java"), steps::instanceOf);
      steps.check(subject, Map.of("Claimed", "CLAIMED"), spec);
    } else if (steps.module().equals(WAIT_FREE.module())) {
      SteppedClass subject = SteppedClass.load(
          WaitFreeAtomicValue.class, SOURCES.resolve("WaitFreeAtomicValue.java"), steps::instanceOf);
      steps.check(subject, Map.of(), spec);
    } else {
      steps.checkSequential(TypedRegister.class, spec.get());
    }
  }

  private static void isNoticed(SeededBug bug, Future<StateGraph> spec) throws Exception {
    long start = System.nanoTime();
    AssertionError difference = assertThrows(AssertionError.class, () -> compare(bug, spec),
        () -> bug.name() + " changes no step; if it is not meant to, let it say \"Steps: " + SAME_STEPS + "\"");
    String finding = difference.getMessage().lines().findFirst().orElse("");
    System.out.printf("%s: %s%n", bug.name(), finding);
    new Evidence(Link.CONTROLS, bug.name() + " by step conformance", 1, "catches",
        compared(bug).bounds(), finding, (System.nanoTime() - start) / 1e9).record();
  }
}
