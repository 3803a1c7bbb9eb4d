package org.atomicvalue.checkers.tlc.junit;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.atomicvalue.checkers.evidence.Selection;
import org.atomicvalue.checkers.tlc.Tlc;
import org.atomicvalue.checkers.tlc.TlcResult;
import org.junit.jupiter.api.DynamicTest;

/** The tests of the models of a folder. */
final class ModelFolder {

  /** Of a model that is smaller than this, a JVM that starts faster is done earlier. */
  private static final long SMALL = 100_000;

  private final TlcModels models;
  private final Path folder;
  private final Expectations expectations;
  private final boolean writes;
  private final BiConsumer<Expectation, TlcResult> passed;

  /** @param writes whether what TLC finds is written into the file instead of being compared with it */
  ModelFolder(TlcModels models, boolean writes, BiConsumer<Expectation, TlcResult> passed) {
    this.models = models;
    this.folder = Path.of(models.folder());
    this.expectations = new Expectations(folder.resolve(models.expectations()));
    this.writes = writes;
    this.passed = passed;
  }

  /** A test for each configuration. All of them begin at once, as far as there are processors. */
  Stream<DynamicTest> tests() throws IOException {
    List<Expectation> selected = selected();
    ExecutorService runs = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    List<DynamicTest> tests = selected.stream().map(expected -> {
      Future<TlcResult> result = runs.submit(() -> run(expected));
      String name = expected.model() + (expected.shows().isEmpty() ? "" : ": " + expected.shows());
      return DynamicTest.dynamicTest(name, folder.resolve(expected.model() + ".cfg").toUri(),
          () -> judge(expected, get(result)));
    }).toList();
    runs.shutdown();
    return Stream.concat(tests.stream(), withoutConfiguration()).onClose(runs::shutdownNow);
  }

  private List<Expectation> selected() throws IOException {
    List<Expectation> all = new ArrayList<>(expectations.all());
    List<String> listed = all.stream().map(Expectation::model).toList();
    List<String> present = configurations();
    if (present.isEmpty()) {
      throw new IllegalStateException("no configuration (*.cfg) in " + folder.toAbsolutePath());
    }
    present.stream().filter(name -> !listed.contains(name)).map(this::unexpected).forEach(all::add);
    all.removeIf(each -> !present.contains(each.model()));
    boolean byName = Selection.isNarrowed("model");
    return Selection.of("model", all, Expectation::model).stream()
        .filter(each -> Boolean.getBoolean("deep") || !each.deep() || byName)
        .filter(each -> each.slow() == models.slow() || byName && !models.slow())
        .toList();
  }

  /** The entries of models that are no longer there: each is a test that fails. */
  private Stream<DynamicTest> withoutConfiguration() throws IOException {
    List<String> present = configurations();
    return expectations.all().stream().filter(each -> !present.contains(each.model()) && each.slow() == models.slow())
        .map(each -> DynamicTest.dynamicTest(each.model(), () -> {
          fail("%s has an entry for %s, but there is no %2$s.cfg beside it".formatted(expectations.file(),
              each.model()));
        }));
  }

  private List<String> configurations() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".cfg")).sorted()
          .map(name -> name.replaceFirst("\\.cfg$", "")).toList();
    }
  }

  /** The module of a configuration has its name, or the part of it before the last underscore. */
  private Expectation unexpected(String model) {
    String prefix = model.replaceFirst("_[^_]*$", "");
    return Expectation.none(model, Files.exists(folder.resolve(model + ".tla")) ? model : prefix);
  }

  private TlcResult run(Expectation expected) throws IOException, InterruptedException {
    System.out.printf("TLC %s: %s%n", expected.model(), expected.bounds().isEmpty() ? "starts" : expected.bounds());
    Tlc tlc = new Tlc(folder.resolve(expected.module() + ".tla"), folder.resolve(expected.model() + ".cfg"))
        .library(paths(models.library()))
        .jars(paths(models.jars()))
        .acceptWarnings(expected.warnings().keySet().stream().map(Integer::valueOf).toArray(Integer[]::new))
        .progress(line -> System.out.printf("TLC %s: %s%n", expected.model(), line));
    if (models.limitSeconds() > 0) {
      tlc.limit(Duration.ofSeconds(models.limitSeconds()));
    }
    TlcResult result = expected.distinctStates() < SMALL ? tlc.small().run() : tlc.run();
    System.out.printf(Locale.ROOT, "TLC %s: %s, %s, %.0f s%n", result.model(), result.summary(),
        result.distinctStates().isPresent()
            ? String.format(Locale.ROOT, "%,d distinct states", result.distinctStates().getAsLong())
            : "an unknown number of distinct states",
        result.seconds());
    Told.asJson(result);
    return result;
  }

  private void judge(Expectation expected, TlcResult actual) throws IOException {
    Expectation found = expected.with(actual);
    if (writes) {
      expectations.put(found);
      abort("nothing was checked: what TLC found for %s is now in %s".formatted(expected.model(), expectations.file()));
    }
    List<String> differences = expected.result().isEmpty()
        ? List.of("""
            %s has no entry for %s. If it is right what TLC found (%s), put this into the file, \
            or run with -Dtlc.write=true:
            %s""".formatted(expectations.file(), expected.model(), actual.summary(),
            Expectations.text(found)))
        : expected.differences(actual);
    if (!differences.isEmpty()) {
      Told.inStepSummary(expected, actual, differences);
      Path classes = models.classes().isEmpty() ? null : Path.of(models.classes());
      fail(Told.inTerminal(expected, actual, differences, classes));
    }
    passed.accept(expected, actual);
  }

  private static Path[] paths(String[] names) {
    return Arrays.stream(names).map(Path::of).toArray(Path[]::new);
  }

  private static TlcResult get(Future<TlcResult> result) throws Exception {
    try {
      return result.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Exception cause) {
        throw cause;
      }
      throw e;
    }
  }
}
