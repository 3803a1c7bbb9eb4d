package org.atomicvalue.checkers.evidence;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * A check that failed. {@link FailureListener} records it; the counterpart for those that passed is {@link Evidence}.
 *
 * @param link the link of the chain that it belongs to
 * @param test its class and name
 * @param message what it says, with the counter-example if there is one
 * @param trace where it happened
 */
public record Failure(Link link, String test, String message, String trace) {

  public static final Path FOLDER = Evidence.BUILD.resolve("failures");

  private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  /** Puts these in the place of whatever an earlier run of the class has left. */
  static void record(Path folder, String testClass, List<Failure> failures) throws IOException {
    Path file = folder.resolve(testClass + ".json");
    if (failures.isEmpty()) {
      Files.deleteIfExists(file);
    } else {
      Files.createDirectories(folder);
      JSON.writeValue(file.toFile(), failures);
    }
  }

  /** All that are recorded, by class. */
  public static List<Failure> all(Path folder) throws IOException {
    if (Files.notExists(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> sorted = files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
      Stream.Builder<Failure> failures = Stream.builder();
      for (Path file : sorted) {
        Arrays.stream(JSON.readValue(file.toFile(), Failure[].class)).forEach(failures);
      }
      return failures.build().toList();
    }
  }
}
