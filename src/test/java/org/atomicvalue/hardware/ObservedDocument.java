package org.atomicvalue.hardware;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.atomicvalue.checkers.documents.GeneratedSection;
import org.atomicvalue.checkers.jcstress.ObservedOutcomes;
import org.atomicvalue.checkers.jcstress.ObservedRun;
import org.atomicvalue.checkers.jcstress.StressTests;
import org.atomicvalue.stress.litmus.GalleryMode;
import org.openjdk.jcstress.annotations.Expect;

/**
 * What was seen in long runs, in the generated sections of {@code docs/memory-models.md}; the runs themselves are in
 * {@code docs/memory-models}, one file for each JDK.
 *
 * <p>{@link Gallery} and {@link LongRun} leave a run in {@code target/report}. {@code mvn test-compile
 * exec:exec@observed} takes from there what it finds, and writes the tables; {@link ObservedDocumentTest} checks them.
 */
final class ObservedDocument {

  static final Path FILE = Path.of("docs", "memory-models.md");
  private static final Path FOLDER = Path.of("docs", "memory-models");

  private ObservedDocument() {}

  public static void main(String[] args) throws IOException {
    keep(Gallery.RUN, "observed");
    keep(LongRun.RUN, "library");
    Files.writeString(FILE, rendered(Files.readString(FILE)));
    GeneratedDocument.update();
    System.out.println("wrote " + FILE + " and " + GeneratedDocument.FILE);
  }

  private static void keep(Path run, String name) throws IOException {
    if (Files.exists(run)) {
      ObservedRun observed = ObservedRun.read(run);
      Path kept = FOLDER.resolve("%s-jdk%d.json".formatted(name, observed.feature()));
      observed.write(kept);
      System.out.println("wrote " + kept);
    }
  }

  /** The runs of the gallery, by JDK. */
  static List<ObservedRun> ofGallery() throws IOException {
    return runs("observed");
  }

  /** The runs of the library's tests, by JDK. */
  static List<ObservedRun> ofLibrary() throws IOException {
    return runs("library");
  }

  private static List<ObservedRun> runs(String name) throws IOException {
    List<ObservedRun> runs = new ArrayList<>();
    try (Stream<Path> files = Files.list(FOLDER)) {
      for (Path file : files.filter(each -> each.getFileName().toString().matches(name + "-jdk\\d+\\.json")).toList()) {
        runs.add(ObservedRun.read(file));
      }
    }
    runs.sort(Comparator.comparing(ObservedRun::feature));
    return runs;
  }

  /** The document with its tables made anew. */
  static String rendered(String text) throws IOException {
    SortedSet<String> programs = Programs.ofGallery();
    String gallery = ofGallery().stream()
        .map(run -> caption(run) + since(run, programs) + comparisonOfModes(run.tests()) + seen(run.tests()))
        .collect(Collectors.joining("\n"));
    String withGallery = GeneratedSection.replace(FILE, text, "gallery", gallery);
    return GeneratedSection.replace(FILE, withGallery, "library", library(ofLibrary(), Programs.ofLibrary()));
  }

  /** Which programs there are that the run does not have: what has not run is not passed over. */
  private static String since(ObservedRun run, SortedSet<String> programs) {
    SortedSet<String> missing = new TreeSet<>(programs);
    missing.removeAll(run.tests().keySet());
    return missing.isEmpty()
        ? ""
        : missing.stream().map(test -> "`" + StressTests.shortName(test) + "`")
            .collect(Collectors.joining(", ", "Not in this run, since they are newer: ", ".\n\n"));
  }

  private static String caption(ObservedRun run) {
    return String.format(Locale.ROOT, """
        %s: `%s`, %d minutes on %s; %d programs, %,d samples, of them forbidden: %,d.

        """, run.machine(), run.command(), Math.round(run.seconds() / 60.0), run.date(),
        run.tests().size(), run.samples(), run.forbidden());
  }

  /** Of the gallery a row for each outcome that only some modes allow, a column for each mode. */
  static String comparisonOfModes(SortedMap<String, SortedMap<String, ObservedOutcomes.Seen>> tests) {
    SortedMap<String, Set<String>> interesting = new TreeMap<>(
        Comparator.comparingInt(ObservedDocument::number).thenComparing(Comparator.naturalOrder()));
    tests.forEach((test, outcomes) -> outcomes.forEach((outcome, seen) -> {
      if (seen.expect() == Expect.ACCEPTABLE_INTERESTING) {
        interesting.computeIfAbsent(test.substring(0, test.lastIndexOf('.')), key -> new LinkedHashSet<>())
            .add(outcome);
      }
    }));
    List<GalleryMode> modes = List.of(GalleryMode.values());
    StringBuilder table = new StringBuilder("| lesson | outcome |");
    modes.forEach(mode -> table.append(' ').append(mode.title()).append(" |"));
    table.append("\n|---|---|").append("--:|".repeat(modes.size())).append('\n');
    interesting.forEach((lesson, outcomes) -> outcomes.forEach(outcome -> table.append(modes.stream()
        .map(mode -> cell(tests.get(lesson + "." + mode.className()), outcome))
        .collect(Collectors.joining(" | ", "| " + number(lesson) + " | " + outcome + " | ", " |\n")))));
    return table.toString();
  }

  /** In which lessons and modes an outcome was seen that only some modes allow. */
  private static String seen(SortedMap<String, SortedMap<String, ObservedOutcomes.Seen>> tests) {
    SortedMap<Integer, List<String>> modes = new TreeMap<>();
    tests.forEach((test, outcomes) -> {
      if (outcomes.values().stream()
          .anyMatch(seen -> seen.expect() == Expect.ACCEPTABLE_INTERESTING && seen.count() > 0)) {
        int dot = test.lastIndexOf('.');
        modes.computeIfAbsent(number(test.substring(0, dot)), key -> new ArrayList<>())
            .addAll(Stream.of(GalleryMode.values())
                .filter(mode -> mode.className().equals(test.substring(dot + 1))).map(GalleryMode::title).toList());
      }
    });
    return modes.entrySet().stream().map(each -> each.getKey() + " (" + String.join("; ", each.getValue()) + ")")
        .collect(Collectors.joining(", ", "\nSeen in this run: ", ".\n"));
  }

  private static String cell(Map<String, ObservedOutcomes.Seen> outcomes, String outcome) {
    if (outcomes == null) {
      return "";
    }
    ObservedOutcomes.Seen seen = outcomes.get(outcome);
    String count = seen.count() == 0 ? "0" : String.format(Locale.ROOT, "**%,d**", seen.count());
    long samples = outcomes.values().stream().mapToLong(ObservedOutcomes.Seen::count).sum();
    String cell = String.format(Locale.ROOT, "%s of %,d", count, samples);
    return seen.expect() == Expect.FORBIDDEN ? "(" + cell + ")" : cell;
  }

  /** Of {@code org.atomicvalue.stress.litmus.L1_MessagePassing} the 1. */
  private static int number(String lesson) {
    return Integer.parseInt(lesson.replaceFirst(".*\\.L(\\d+)_.*", "$1"));
  }

  /** A row for each program that runs the library, a column for each JDK. */
  private static String library(List<ObservedRun> runs, SortedSet<String> programs) {
    StringBuilder text = new StringBuilder();
    runs.forEach(run -> text.append(caption(run)).append(since(run, programs)));
    text.append("| samples, of them forbidden |");
    runs.forEach(run -> text.append(" JDK ").append(run.feature()).append(" |"));
    text.append("\n|---|").append("--:|".repeat(runs.size())).append('\n');
    Set<String> tests = new TreeSet<>();
    runs.forEach(run -> tests.addAll(run.tests().keySet()));
    for (String test : tests) {
      text.append("| `").append(StressTests.shortName(test)).append("` |");
      runs.forEach(run -> text.append(run.tests().containsKey(test)
          ? String.format(Locale.ROOT, " %,d, %,d |", run.samples(test), run.forbidden(test))
          : " not run |"));
      text.append('\n');
    }
    return text.toString();
  }
}
