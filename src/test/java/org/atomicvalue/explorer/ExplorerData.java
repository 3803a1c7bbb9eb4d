package org.atomicvalue.explorer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.atomicvalue.checkers.mutants.SeededBug;
import org.atomicvalue.specification.SpecMutants;
import org.atomicvalue.steps.StepFindings;

/**
 * Writes {@code docs/explorer/data}: what TLC finds out about the models in {@code spec/explorer}, for the page to
 * play. The page knows nothing of the algorithms by itself.
 *
 * <p>The files are scripts that assign JSON, because a page that is opened from the disk may not read other files.
 *
 * <p>{@code mvn test-compile exec:exec@explorer}
 */
final class ExplorerData {

  static final Path FOLDER = Path.of("docs", "explorer");

  private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);
  private static final ObjectMapper IN_ORDER = new ObjectMapper();
  private static final List<String> CLASSES = List.of("AtomicValue", "WaitFreeAtomicValue");
  private static final List<String> OPERATIONS = List.of("load", "store", "swap", "compareAndSwap");
  private static final String DAGRE = "META-INF/resources/webjars/dagre/0.8.4/";

  /** What to do when the committed files are out of date. */
  static final String RENEW = "run: mvn test-compile exec:exec@explorer";

  private ExplorerData() {}

  public static void main(String[] args) throws Exception {
    write(copied());
    write(explored());
    List<Map<String, Object>> bugs = new ArrayList<>();
    for (SeededBug bug : SpecMutants.all()) {
      if (PlayableCounterexample.isPlayable(bug)) {
        bugs.add(PlayableCounterexample.withContracts(bug, SpecMutants.run(bug)));
      }
    }
    write(Map.of(PlayableCounterexample.FILE, script("bugs", bugs)));
    List<Map<String, Object>> findings = new ArrayList<>();
    for (SeededBug bug : StepFindings.bugs()) {
      System.out.println("Step conformance of " + bug.name());
      findings.add(PlayableFinding.of(bug, StepFindings.of(bug)));
    }
    write(Map.of(PlayableFinding.FILE, script("codeBugs", findings)));
    write(Map.of(PlayableRefutation.FILE, script("refutations", PlayableRefutation.all())));
  }

  /** The committed files of these that are no longer what they would be. */
  static List<Path> outOfDate(Map<Path, String> files) throws IOException {
    List<Path> outOfDate = new ArrayList<>();
    for (Map.Entry<Path, String> file : files.entrySet()) {
      if (Files.notExists(file.getKey()) || !Files.readString(file.getKey()).equals(file.getValue())) {
        outOfDate.add(file.getKey());
      }
    }
    return outOfDate;
  }

  private static void write(Map<Path, String> files) throws IOException {
    for (Map.Entry<Path, String> file : files.entrySet()) {
      Files.createDirectories(file.getKey().getParent());
      Files.writeString(file.getKey(), file.getValue());
      System.out.printf(Locale.ROOT, "%s: %,d characters%n", file.getKey(), file.getValue().length());
    }
  }

  /** The generated files for which nothing is explored. */
  static Map<Path, String> copied() throws IOException {
    Map<Path, String> files = new LinkedHashMap<>();
    files.put(FOLDER.resolve("lib/dagre.min.js"), resource(DAGRE + "dist/dagre.min.js"));
    files.put(FOLDER.resolve("lib/dagre.LICENSE"), resource(DAGRE + "LICENSE"));
    Map<String, Object> sources = new LinkedHashMap<>();
    for (String name : CLASSES) {
      sources.put(name, Sources.of(name, OPERATIONS));
    }
    files.put(FOLDER.resolve("data/sources.js"),
        "explorer.sources = " + JSON.writerWithDefaultPrettyPrinter().writeValueAsString(sources) + ";\n");
    files.put(FOLDER.resolve("data/observed.js"), "explorer.observed = " + rows(ObservedGallery.all()) + ";\n");
    return files;
  }

  /** What TLC finds out for the pages, except for the counter-examples of the seeded bugs. */
  static Map<Path, String> explored() throws IOException, InterruptedException {
    Map<Path, String> files = new LinkedHashMap<>();
    for (String name : CLASSES) {
      for (String bounds : List.of("2", "3", "2_declared")) {
        String model = name + "_" + bounds;
        System.out.println("TLC explores " + model);
        Map<String, Object> graph = PlayableGraph.of(name, model, List.of("type", "data")).asJson();
        files.put(FOLDER.resolve("data/" + model + ".js"), script("graphs", model, graph));
      }
    }
    files.putAll(modes());
    return files;
  }

  /** Those of the page of memory modes. */
  private static Map<Path, String> modes() throws IOException, InterruptedException {
    List<GalleryLesson> lessons = GallerySource.lessons();
    System.out.println("TLC searches for the outcomes of the gallery");
    Witnesses witnesses = Witnesses.of(PlayableLesson.programs(lessons));
    Map<Path, String> files = new LinkedHashMap<>();
    List<Map<String, String>> index = new ArrayList<>();
    for (GalleryLesson lesson : lessons) {
      index.add(Map.of("name", lesson.name(), "title", lesson.title()));
      files.put(FOLDER.resolve("data/" + lesson.name() + ".js"),
          script("lessons", lesson.name(), PlayableLesson.of(lesson, witnesses)));
    }
    files.put(FOLDER.resolve("data/lessons.js"), "explorer.index = " + rows(index) + ";\n");
    return files;
  }

  /** An assignment, with the rows of lists on lines of their own so that one can compare versions. */
  private static String script(String kind, String name, Map<String, Object> content) throws JsonProcessingException {
    StringBuilder text = new StringBuilder("explorer." + kind + "[" + JSON.writeValueAsString(name) + "] = {");
    String separator = "\n";
    for (Map.Entry<String, Object> part : content.entrySet()) {
      text.append(separator).append(JSON.writeValueAsString(part.getKey())).append(": ").append(rows(part.getValue()));
      separator = ",\n";
    }
    return text.append("\n};\n").toString();
  }

  /** An assignment of a list, each element on a line of its own. */
  private static String script(String name, List<Map<String, Object>> elements) throws JsonProcessingException {
    List<String> lines = new ArrayList<>();
    for (Map<String, Object> element : elements) {
      lines.add(IN_ORDER.writeValueAsString(element));
    }
    return "explorer." + name + " = [\n" + String.join(",\n", lines) + "\n];\n";
  }

  private static String rows(Object value) throws JsonProcessingException {
    if (value instanceof List<?> list && list.stream().noneMatch(String.class::isInstance)) {
      return list.stream().map(ExplorerData::compact).collect(Collectors.joining(",\n", "[\n", "]"));
    }
    return compact(value);
  }

  private static String compact(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The JSON that a script assigns. */
  static JsonNode assigned(Path script) throws IOException {
    String text = Files.readString(script);
    return JSON.readTree(text.substring(text.indexOf(" = ", text.indexOf("explorer.")) + 3, text.lastIndexOf(';')));
  }

  private static String resource(String name) throws IOException {
    try (InputStream stream = ExplorerData.class.getClassLoader().getResourceAsStream(name)) {
      if (stream == null) {
        throw new IOException(name + " is not on the class path: has the version of the WebJar changed?");
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
