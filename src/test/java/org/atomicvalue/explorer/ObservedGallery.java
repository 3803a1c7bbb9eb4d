package org.atomicvalue.explorer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The long runs of the gallery that are kept in {@code docs/memory-models}: how often each outcome was seen, and where.
 */
final class ObservedGallery {

  private static final Path FOLDER = Path.of("docs", "memory-models");

  private ObservedGallery() {}

  /** A run for each file, by its name. */
  static List<Map<String, Object>> all() throws IOException {
    List<Path> runs;
    try (Stream<Path> files = Files.list(FOLDER)) {
      runs = files.filter(file -> file.getFileName().toString().matches("observed-jdk\\d+\\.json")).sorted().toList();
    }
    List<Map<String, Object>> observed = new ArrayList<>();
    for (Path run : runs) {
      observed.add(read(run));
    }
    return observed;
  }

  private static Map<String, Object> read(Path file) throws IOException {
    JsonNode run = new ObjectMapper().readTree(file.toFile());
    Map<String, Map<String, Long>> tests = new TreeMap<>();
    run.get("tests").properties().forEach(test -> {
      Map<String, Long> counts = new TreeMap<>();
      test.getValue().properties()
          .forEach(outcome -> counts.put(outcome.getKey(), outcome.getValue().get("count").asLong()));
      tests.put(test.getKey().replaceFirst(".*\\.(?=L\\d)", ""), counts);
    });
    Map<String, Object> observed = new LinkedHashMap<>();
    observed.put("machine", run.get("machine").asText());
    observed.put("java", run.get("java").asText());
    observed.put("command", run.get("command").asText());
    observed.put("date", run.get("date").asText());
    observed.put("tests", tests);
    return observed;
  }
}
