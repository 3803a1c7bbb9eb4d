package org.atomicvalue.stress;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.infra.collectors.TestResult;

/**
 * {@code mvn test-compile exec:exec@gallery} runs the gallery, {@code stress/org/atomicvalue/stress/litmus}, and prints
 * what was seen beside what is derived; the same is left in {@code target/verification/gallery.json}. Fails if an
 * outcome is seen that is forbidden, if a program ends in an error, or if one did not run at all.
 *
 * <p>{@code -Dgallery.args} takes options of jcstress, by default {@code -m quick}.
 */
public final class Gallery {

  private static final Path FOLDER = Path.of("target", "verification");
  private static final List<String> MODES =
      List.of("Plain", "Opaque", "Release", "Acquire", "AcquireRelease", "Volatile");

  private Gallery() {}

  public static void main(String[] args) throws Exception {
    List<String> options = new ArrayList<>(List.of(args));
    options.addAll(List.of("-t", StressTests.GALLERY_FILTER));
    Collection<TestResult> results = StressFork.run(FOLDER.resolve("gallery.bin.gz"), System.out::println, options);
    ObservedOutcomes observed = ObservedOutcomes.of(results);
    observed.write(FOLDER.resolve("gallery.json"));
    observed.print(System.out);
    System.out.printf("%nWhat only some modes allow, on %s:%n%n%s%n", StressCheck.machine(),
        comparisonOfModes(observed));
    StressCheck.assertSound(results, StressTests.ofGallery());
    System.out.printf("%d programs, %,d samples, nothing forbidden%n", observed.byTest().size(),
        StressCheck.samples(results));
  }

  /** A row for each interesting outcome, a column for each mode. */
  private static String comparisonOfModes(ObservedOutcomes observed) {
    SortedMap<String, Set<String>> interesting = new TreeMap<>();
    observed.byTest().forEach((test, outcomes) -> outcomes.forEach((outcome, seen) -> {
      if (seen.expect() == Expect.ACCEPTABLE_INTERESTING) {
        interesting.computeIfAbsent(lesson(test), key -> new LinkedHashSet<>()).add(outcome);
      }
    }));
    StringBuilder table = new StringBuilder("| lesson | outcome | " + String.join(" | ", MODES) + " |\n|---|---|");
    table.append("---|".repeat(MODES.size())).append('\n');
    interesting.forEach((lesson, outcomes) -> outcomes.forEach(outcome -> table.append(
        MODES.stream()
            .map(mode -> cell(observed, lesson + "." + mode, outcome))
            .collect(Collectors.joining(" | ", "| " + simpleName(lesson) + " | " + outcome + " | ", " |\n")))));
    return table.toString();
  }

  private static String cell(ObservedOutcomes observed, String test, String outcome) {
    Map<String, ObservedOutcomes.Seen> outcomes = observed.byTest().get(test);
    if (outcomes == null) {
      return "";
    }
    ObservedOutcomes.Seen seen = outcomes.get(outcome);
    return "%s%,d of %,d".formatted(
        seen.expect() == Expect.FORBIDDEN ? "forbidden, " : "", seen.count(), observed.samples(test));
  }

  private static String lesson(String test) {
    return test.substring(0, test.lastIndexOf('.'));
  }

  private static String simpleName(String lesson) {
    return lesson.substring(lesson.lastIndexOf('.') + 1);
  }
}
