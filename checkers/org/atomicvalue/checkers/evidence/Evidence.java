package org.atomicvalue.checkers.evidence;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What one check did. A check records it when it has passed, and only then; one that fails becomes a {@link Failure}.
 * {@link Summary} makes the table at the end of the build from these records alone; a report shows both.
 *
 * @param link the link of the chain that the check belongs to
 * @param check its name, unique within the link: a test class, a model, a seeded bug
 * @param amount how much work was done, in {@code unit}s; must be positive: a check that did nothing shows nothing
 * @param unit what was counted: "distinct states", "invocations", "samples"
 * @param bounds within which the claim was checked: threads, operations, values, modes
 * @param result what was found, in a few words
 * @param seconds how long it took
 * @param details what else {@code docs/report.schema.json} lets a check of its kind say; may be empty
 */
public record Evidence(
    Link link, String check, long amount, String unit, String bounds, String result, double seconds,
    Map<String, Object> details) {

  /** Names another place for the records of tests whose findings are none of this build's. */
  static final String FOLDER_PROPERTY = "report.evidence";

  /** Where a build leaves what it found; {@code -Dreport.folder} names another place than the usual one. */
  public static final Path BUILD = Path.of(System.getProperty("report.folder", "target/report"));

  private static final Path FOLDER =
      Path.of(System.getProperty(FOLDER_PROPERTY, BUILD.resolve("evidence").toString()));
  private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  public Evidence {
    if (amount <= 0) {
      throw new IllegalArgumentException(check + " did no work: " + amount + " " + unit);
    }
    details = details == null ? Map.of() : details;
  }

  public Evidence(Link link, String check, long amount, String unit, String bounds, String result, double seconds) {
    this(link, check, amount, unit, bounds, result, seconds, Map.of());
  }

  /** The same with details. */
  public Evidence with(Map<String, Object> more) {
    return new Evidence(link, check, amount, unit, bounds, result, seconds, more);
  }

  /** Writes this record where {@link Summary} finds it. */
  public void record() {
    try {
      Path folder = Files.createDirectories(FOLDER.resolve(link.name()));
      JSON.writeValue(folder.resolve(check.replaceAll("[^\\w.-]+", "_") + ".json").toFile(), this);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All records of this build, in the order of the links, then by name. */
  public static List<Evidence> all() throws IOException {
    if (Files.notExists(FOLDER)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(FOLDER)) {
      return files
          .filter(file -> file.toString().endsWith(".json"))
          .map(Evidence::read)
          .sorted(Comparator.comparing(Evidence::link).thenComparing(Evidence::check))
          .toList();
    }
  }

  private static Evidence read(Path file) {
    try {
      return JSON.readValue(file.toFile(), Evidence.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
