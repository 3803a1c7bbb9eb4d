package org.atomicvalue.checkers.tlc.examples;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What the repository {@code tlaplus/Examples} says of its models. It has had two layouts: one {@code manifest.json}
 * with a list of specifications, which says of each model whether it is small; and one in the folder of each
 * specification, which gives the time that a model takes. In both, paths begin at the root of the repository.
 */
final class Manifest {

  private static final Duration SMALL = Duration.ofSeconds(30);
  private static final Pattern TIME = Pattern.compile("(\\d+):(\\d+):(\\d+)");

  private Manifest() {}

  /** All models of a copy of the repository. */
  static List<PublishedModel> read(Path root) throws IOException {
    List<PublishedModel> models = new ArrayList<>();
    for (Path file : files(root)) {
      JsonNode json = new ObjectMapper().readTree(file.toFile());
      List<JsonNode> specifications = json.has("specifications") ? list(json.path("specifications")) : List.of(json);
      for (JsonNode specification : specifications) {
        if (!specification.path("modules").isArray()) {
          throw new IllegalArgumentException(file + " has no list \"modules\" where one is expected");
        }
        for (JsonNode module : specification.path("modules")) {
          for (JsonNode model : module.path("models")) {
            models.add(model(root, module, model, file));
          }
        }
      }
    }
    return models;
  }

  private static List<Path> files(Path root) throws IOException {
    Path whole = root.resolve("manifest.json");
    if (Files.exists(whole)) {
      return List.of(whole);
    }
    Path folder = root.resolve("specifications");
    if (!Files.isDirectory(folder)) {
      throw new IllegalArgumentException(
          root + " is no copy of tlaplus/Examples: it has no manifest.json and no folder "
              + "specifications");
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.getFileName().toString().equals("manifest.json")).sorted().toList();
    }
  }

  private static PublishedModel model(Path root, JsonNode module, JsonNode model, Path file) {
    String path = text(file, model, "path");
    boolean small = model.has("size")
        ? model.path("size").asText().equals("small")
        : isShort(text(file, model, "runtime"));
    JsonNode mode = model.path("mode");
    String howRun = mode.isMissingNode() ? "exhaustive search" : mode.asText();
    // An older manifest has it in a list that is called config.
    for (JsonNode each : mode.isObject() ? List.of(mode) : list(model.path("config"))) {
      if (each.has("simulate")) {
        howRun = "simulate " + each.path("simulate").path("traceCount").asLong();
      }
    }
    return new PublishedModel(path, root.resolve(text(file, module, "path")), root.resolve(path), howRun, small,
        has(model, "ignore deadlock"), has(module, "action composition"),
        text(file, model, "result"), number(model, "distinctStates"), number(model, "totalStates"),
        number(model, "stateDepth"));
  }

  private static boolean has(JsonNode node, String feature) {
    return Stream.of("features", "config").flatMap(field -> list(node.path(field)).stream())
        .anyMatch(each -> each.asText().equals(feature));
  }

  private static boolean isShort(String runtime) {
    Matcher time = TIME.matcher(runtime);
    return time.matches() && SMALL.compareTo(Duration.ofHours(Long.parseLong(time.group(1)))
        .plusMinutes(Long.parseLong(time.group(2))).plusSeconds(Long.parseLong(time.group(3)))) >= 0;
  }

  private static String text(Path file, JsonNode node, String field) {
    if (!node.path(field).isTextual()) {
      throw new IllegalArgumentException("%s: no \"%s\" in %s".formatted(file, field, node));
    }
    return node.path(field).asText();
  }

  private static OptionalLong number(JsonNode model, String field) {
    return model.path(field).isIntegralNumber() ? OptionalLong.of(model.path(field).asLong()) : OptionalLong.empty();
  }

  private static List<JsonNode> list(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).toList();
  }
}
