package org.atomicvalue.checkers.tlc.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.atomicvalue.checkers.tlc.TlcResult;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * The models of a copy of {@code tlaplus/Examples}, which {@code -Dtlc.examples=FOLDER} gives: what the runner says of
 * each that its manifest calls small is what is published. Skipped are those that TLC 2.18 cannot run, and those of
 * which nothing but the depth is another one, each with the reason; {@code -Dtlc.examples.jars} and {@code
 * -Dtlc.examples.library} add modules, such as the Community Modules and those of TLAPS. {@code -Dtlc.examples.seconds}
 * is how long TLC may take for one, five minutes unless said.
 */
@EnabledIfSystemProperty(named = "tlc.examples", matches = ".+",
    disabledReason = "-Dtlc.examples=FOLDER gives a copy of tlaplus/Examples")
class PublishedModelsTest {

  private static final Path LOGS = Path.of("target", "tlc-examples");
  private static final Map<String, String> VERDICTS = new TreeMap<>();

  @TestFactory
  Stream<DynamicTest> models() throws IOException {
    List<PublishedModel> small =
        Manifest.read(Path.of(System.getProperty("tlc.examples"))).stream().filter(PublishedModel::small).toList();
    assertFalse(small.isEmpty(), "the manifest calls no model small");
    return small.stream()
        .map(model -> DynamicTest.dynamicTest(model.name(), model.config().toUri(), () -> compare(model)));
  }

  private static void compare(PublishedModel model) throws IOException, InterruptedException {
    Optional<String> notRun = model.notRun();
    if (notRun.isPresent()) {
      VERDICTS.put(model.name(), "not run: " + notRun.get());
      abort(notRun.get());
    }
    Duration limit = Duration.ofSeconds(Integer.getInteger("tlc.examples.seconds", 300));
    TlcResult result = model.run(LOGS, paths("tlc.examples.jars"), paths("tlc.examples.library"), limit);
    Optional<String> couldNotRun = PublishedModel.couldNotRun(result);
    if (couldNotRun.isPresent()) {
      VERDICTS.put(model.name(), "cannot be run: " + couldNotRun.get());
      abort(couldNotRun.get());
    }
    List<String> differences = model.differences(result);
    Optional<String> depth = model.differenceOfDepth(result);
    if (differences.isEmpty() && depth.isPresent()) {
      VERDICTS.put(model.name(), "as published but for the depth: " + depth.get());
      abort("all is as published but for the depth, which the publishers do not compare: " + depth.get());
    }
    String doubt = String.join(" ", PublishedModel.warnings(result));
    VERDICTS.put(model.name(), differences.isEmpty()
        ? "as published: " + model.result() + (doubt.isEmpty() ? "" : ", but " + doubt)
        : "differs: " + String.join("; ", differences));
    if (!differences.isEmpty()) {
      fail(
          String.join("\n", differences) + "\n" + String.join("\n", result.errors()) + "\nEverything that TLC printed: "
              + result.log());
    }
    assertEquals(List.of(), differences);
  }

  @AfterAll
  static void tell() {
    VERDICTS.forEach((name, verdict) -> System.out.printf("%s %s%n", name, verdict));
    for (String kind : List.of("as published", "as published but for the depth", "differs", "cannot be run",
        "not run")) {
      System.out.printf("%s: %d of %d%n", kind,
          VERDICTS.values().stream().filter(verdict -> verdict.startsWith(kind + ":")).count(), VERDICTS.size());
    }
  }

  private static List<Path> paths(String property) {
    return Arrays.stream(System.getProperty(property, "").split(File.pathSeparator))
        .filter(path -> !path.isBlank()).map(Path::of).toList();
  }
}
