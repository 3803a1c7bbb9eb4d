package org.atomicvalue.specification;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.atomicvalue.checkers.mutants.SeededBug;
import org.atomicvalue.checkers.tlc.Counterexample;
import org.atomicvalue.checkers.tlc.Tlc;
import org.atomicvalue.checkers.tlc.TlcResult;
import org.atomicvalue.checkers.tlc.junit.Expectation;
import org.atomicvalue.checkers.tlc.junit.Expectations;

/** The seeded bugs of {@code spec/mutants}, and what TLC says to them. */
public final class SpecMutants {

  private static final Path SPEC = Path.of("spec");
  private static final Path MODELS = SPEC.resolve("models");
  private static final Path FOLDER = Path.of("target", "spec-mutants");

  private SpecMutants() {}

  public static List<SeededBug> all() throws IOException {
    return SeededBug.readAll(SPEC.resolve("mutants"));
  }

  /** Where the lines are that perform the actions. */
  static final Path CLASSES = Path.of("src", "main", "java", "org", "atomicvalue");

  /** Puts the bug into a copy of the module that it names, and has TLC check the model that it names. */
  public static TlcResult run(SeededBug bug) throws IOException, InterruptedException {
    if (!bug.file().startsWith(SPEC)) {
      throw new IllegalStateException(bug.name() + " changes " + bug.file() + ", which is not in " + SPEC);
    }
    Path folder = Files.createDirectories(FOLDER.resolve(bug.name()));
    Path module = folder.resolve(bug.file().getFileName());
    Files.write(module, bug.applied());
    String model = bug.field("Model");
    Expectation unmutated = Expectations.readAll(MODELS).stream()
        .filter(expectation -> expectation.model().equals(model))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(bug.name() + " names no model of " + Expectations.FILE));
    Path root = MODELS.resolve(unmutated.module() + ".tla");
    TlcResult result = new Tlc(root, MODELS.resolve(model + ".cfg"))
        .library(folder, SPEC)
        .folder(folder)
        .small()
        .progress(line -> System.out.printf("TLC with %s: %s%n", bug.name(), line))
        .run();
    System.out.printf(Locale.ROOT, "TLC with %s: %s, %d states, %.0f s%n", bug.name(), result.summary(),
        result.counterexample().map(Counterexample::length).orElse(0), result.seconds());
    return result;
  }
}
