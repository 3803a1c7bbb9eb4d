package org.atomicvalue.checkers.jcstress;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.SortedMap;
import org.openjdk.jcstress.annotations.Expect;

/**
 * A long run of jcstress, as it is kept in {@code docs/memory-models}.
 *
 * @param machine where it ran
 * @param java the version of the JDK
 * @param command what repeats it
 * @param date when it ended
 * @param seconds how long it took
 * @param tests see {@link ObservedOutcomes#byTest}
 */
public record ObservedRun(
    String machine,
    String java,
    String command,
    String date,
    long seconds,
    SortedMap<String, SortedMap<String, ObservedOutcomes.Seen>> tests) {

  private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  /** What has just been seen by a goal of the build that began at {@code start}, by {@link System#nanoTime}. */
  public static ObservedRun now(ObservedOutcomes observed, String goal, List<String> options, long start)
      throws IOException {
    String property = goal + ".args";
    return new ObservedRun(
        StressCheck.machine(),
        Runtime.version().toString(),
        "mvn test-compile exec:exec@%s -D%s=\"%s\"".formatted(goal, property, String.join(" ", options)),
        LocalDate.now(ZoneOffset.UTC).toString(),
        (System.nanoTime() - start) / 1_000_000_000,
        observed.byTest());
  }

  public static ObservedRun read(Path file) throws IOException {
    return JSON.readValue(file.toFile(), ObservedRun.class);
  }

  public void write(Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    JSON.writeValue(file.toFile(), this);
  }

  @JsonIgnore
  public int feature() {
    return Runtime.Version.parse(java).feature();
  }

  /** How often any outcome of the test was seen. */
  public long samples(String test) {
    return tests.get(test).values().stream().mapToLong(ObservedOutcomes.Seen::count).sum();
  }

  /** How often a forbidden outcome of the test was seen. */
  public long forbidden(String test) {
    return tests.get(test).values().stream()
        .filter(seen -> seen.expect() == Expect.FORBIDDEN)
        .mapToLong(ObservedOutcomes.Seen::count)
        .sum();
  }

  public long samples() {
    return tests.keySet().stream().mapToLong(this::samples).sum();
  }

  public long forbidden() {
    return tests.keySet().stream().mapToLong(this::forbidden).sum();
  }
}
