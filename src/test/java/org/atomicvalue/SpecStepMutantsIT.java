package org.atomicvalue;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.atomicvalue.conformance.StateGraph;
import org.atomicvalue.conformance.SteppedClass;
import org.atomicvalue.mutants.Mutant;
import org.atomicvalue.verification.Evidence;
import org.atomicvalue.verification.Link;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every seeded bug of {@code spec/mutants} that changes a step makes the specification differ from the class file, or
 * the contract from its sequential Java class.
 */
class SpecStepMutantsIT {

  private static final Path BUGS = Path.of("spec", "mutants");
  private static final Path SOURCE = Path.of("src/main/java/org/atomicvalue/AtomicValue.java");
  private static final Path TARGET = Path.of("target", "step-mutants");
  private static final RegisterSteps ALGORITHM = new RegisterSteps("AtomicValue", "MCAtomicValue");
  private static final RegisterSteps CONTRACT = new RegisterSteps("TypedRegister", "MCTypedRegister");

  /** What is compared for a bug in a module. The other modules describe memory, and no steps of a class. */
  private static final Map<String, RegisterSteps> COMPARED =
      Map.of("AtomicValue.tla", ALGORITHM, "TypedRegister.tla", CONTRACT, "Operations.tla", CONTRACT);

  /** They change which steps a thread must take in the end, and not what they are. */
  private static final Set<String> CHANGES_NO_STEP = Set.of("contract-promises-no-progress", "first-writer-may-rest");

  private static final ExecutorService TLC = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());

  @AfterAll
  static void stop() {
    TLC.shutdownNow();
  }

  @TestFactory
  List<DynamicTest> everyChangedStepIsNoticed() throws IOException {
    return Mutant.readAll(BUGS).stream()
        .filter(mutant -> COMPARED.containsKey(module(mutant)))
        .map(mutant -> {
          Future<StateGraph> spec = TLC.submit(() -> explore(mutant));
          return DynamicTest.dynamicTest(mutant.name() + ": " + mutant.title(), () -> {
            if (CHANGES_NO_STEP.contains(mutant.name())) {
              compare(mutant, spec);
            } else {
              isNoticed(mutant, spec);
            }
          });
        })
        .toList();
  }

  private static String module(Mutant mutant) {
    return mutant.file().getFileName().toString();
  }

  private static StateGraph explore(Mutant mutant) throws IOException, InterruptedException {
    Path folder = Files.createDirectories(TARGET.resolve(mutant.name()));
    Files.write(folder.resolve(module(mutant)), mutant.applied());
    return COMPARED.get(module(mutant)).spec(folder).folder(folder).explore();
  }

  private static void compare(Mutant mutant, Future<StateGraph> spec) throws Exception {
    if (COMPARED.get(module(mutant)) == ALGORITHM) {
      ALGORITHM.check(SteppedClass.load(AtomicValue.class, SOURCE), Map.of("Claimed", "CLAIMED"), spec);
    } else {
      CONTRACT.checkSequential(TypedRegister.class, spec.get());
    }
  }

  private static void isNoticed(Mutant mutant, Future<StateGraph> spec) throws Exception {
    long start = System.nanoTime();
    AssertionError difference = assertThrows(AssertionError.class, () -> compare(mutant, spec), mutant.title());
    String finding = difference.getMessage().lines().findFirst().orElse("");
    System.out.printf("%s: %s%n", mutant.name(), finding);
    new Evidence(Link.CONTROLS, mutant.name() + " by step conformance", spec.get().edges(), "edges",
        COMPARED.get(module(mutant)).bounds(), finding, (System.nanoTime() - start) / 1e9).record();
  }
}
