package org.atomicvalue.killmatrix;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.atomicvalue.checkers.tlc.Tlc;
import org.atomicvalue.checkers.tlc.TlcOutcome;
import org.atomicvalue.checkers.tlc.TlcResult;
import org.atomicvalue.killmatrix.KillMatrix.Cell;

/**
 * What each kind of property finds in a changed module: TLC on every small model that the module is part of, from the
 * smallest on, until a property of each kind is violated. Kinds that share a model share a run as long as none is
 * violated; then the others run again without that kind.
 */
final class PropertyKinds {

  private static final Path SPEC = Path.of("spec");
  private static final Path MODELS = SPEC.resolve("models");

  /** Models with more states than this, and those of {@code -Pdeep}, are left out: what they show, smaller ones do. */
  static final long STATES = 80_000;

  private final Path file;
  private final Path folder;

  /**
   * @param file the module that is changed
   * @param lines its text
   * @param folder an existing empty folder
   */
  PropertyKinds(Path file, List<String> lines, Path folder) throws IOException {
    this.file = file;
    this.folder = folder;
    Files.write(folder.resolve(file.getFileName()), lines);
    for (Path module : modules(MODELS)) {
      if (Files.notExists(folder.resolve(module.getFileName()))) {
        Files.copy(module, folder.resolve(module.getFileName()));
      }
    }
  }

  /** What became of it by each kind, with the time of all runs that the kind took part in and that decided about it. */
  Map<String, Cell> run(List<String> kinds) throws IOException, InterruptedException {
    Map<String, Double> seconds = new LinkedHashMap<>();
    Map<String, Cell> cells = new LinkedHashMap<>();
    kinds.forEach(kind -> seconds.put(kind, 0.0));
    for (JsonNode model : models()) {
      String name = model.path("model").asText();
      Path config = MODELS.resolve(name + ".cfg");
      Set<String> open = Tlc.properties(config).stream().map(PropertyKinds::kind)
          .filter(kind -> kinds.contains(kind) && !cells.containsKey(kind))
          .collect(Collectors.toCollection(TreeSet::new));
      List<Set<String>> runs = new ArrayList<>(open.isEmpty() ? List.of() : List.of(open));
      while (!runs.isEmpty()) {
        Set<String> together = runs.remove(0);
        TlcResult result = check(model, together);
        if (result.outcome() == TlcOutcome.OK) {
          together.forEach(kind -> seconds.merge(kind, result.seconds(), Double::sum));
        } else if (result.violated().isEmpty() && together.size() > 1) {
          together.forEach(kind -> runs.add(Set.of(kind))); // which of them TLC could not check, it does not say
        } else {
          String kind = result.violated().map(PropertyKinds::kind).orElseGet(() -> together.iterator().next());
          String by = result.violated().orElseGet(() -> whatBroke(result));
          KillMatrix.Fate outcome =
              !result.candidates().isEmpty() ? KillMatrix.Fate.CAUGHT : KillMatrix.Fate.BROKE_OFF;
          cells.put(kind, new Cell(outcome, seconds.get(kind) + result.seconds(), name + ": " + by).rounded());
          Set<String> others = new TreeSet<>(together);
          others.remove(kind);
          if (!others.isEmpty()) {
            runs.add(others);
          }
        }
      }
    }
    for (String kind : kinds) {
      cells.computeIfAbsent(kind, k -> new Cell(KillMatrix.Fate.NOT_CAUGHT, seconds.get(k), null).rounded());
    }
    return cells;
  }

  private static String whatBroke(TlcResult result) {
    return result.candidates().isEmpty()
        ? result.summary() + ": " + firstLine(result.errors())
        : String.join(" or ", result.candidates());
  }

  private TlcResult check(JsonNode model, Set<String> kinds) throws IOException, InterruptedException {
    String name = model.path("model").asText();
    String text = Files.readString(MODELS.resolve(name + ".cfg"));
    Path config = folder.resolve(name + ".cfg");
    Files.writeString(config, withOnly(text, property -> kinds.contains(kind(property))));
    return new Tlc(folder.resolve(model.path("module").asText() + ".tla"), config)
        .library(folder, SPEC)
        .folder(folder)
        .small()
        .run();
  }

  /** Small models that pass and that the module is part of, by size. */
  private List<JsonNode> models() throws IOException {
    String changed = file.getFileName().toString().replace(".tla", "");
    List<JsonNode> models = new ArrayList<>();
    for (JsonNode model : new ObjectMapper().readTree(MODELS.resolve("expected.json").toFile())) {
      if (model.path("result").asText().equals("ok")
          && !model.path("deep").asBoolean()
          && model.path("distinctStates").asLong() <= STATES
          && dependsOn(model.path("module").asText(), changed, new HashSet<>())) {
        models.add(model);
      }
    }
    models.sort(Comparator.comparingLong(model -> model.path("distinctStates").asLong()));
    return models;
  }

  static String kind(String property) {
    if (property.matches("Inv|StepsRefine.*")) {
      return "induction";
    }
    if (property.equals("IsLinearizable")) {
      return "histories";
    }
    if (property.startsWith("Refines")) {
      return "refinement";
    }
    return property.matches("Termination|\\w*IsWaitFree") ? "liveness" : "invariants";
  }

  /** A configuration with some of its properties only. */
  static String withOnly(String text, Predicate<String> isWanted) {
    Matcher section =
        Pattern.compile("(?m)^(INVARIANT|PROPERT)(?:S|Y|IES)?\\b([\\w\\s]*?)(?=^\\S|\\z)").matcher(text);
    StringBuilder changed = new StringBuilder();
    while (section.find()) {
      String keyword = section.group(1).equals("INVARIANT") ? "INVARIANT " : "PROPERTY ";
      String wanted = Stream.of(section.group(2).strip().split("\\s+"))
          .filter(isWanted)
          .map(each -> keyword + each + "\n")
          .collect(Collectors.joining());
      section.appendReplacement(changed, Matcher.quoteReplacement(wanted));
    }
    return section.appendTail(changed).toString();
  }

  private static boolean dependsOn(String module, String changed, Set<String> seen) throws IOException {
    if (module.equals(changed)) {
      return true;
    }
    Path model = MODELS.resolve(module + ".tla");
    Path file = Files.exists(model) ? model : SPEC.resolve(module + ".tla");
    if (!seen.add(module) || Files.notExists(file)) {
      return false;
    }
    Matcher uses = Pattern.compile("(?:EXTENDS|INSTANCE) +([\\w, ]+)").matcher(Files.readString(file));
    while (uses.find()) {
      for (String used : uses.group(1).strip().split("[,\\s]+")) {
        if (dependsOn(used, changed, seen)) {
          return true;
        }
      }
    }
    return false;
  }

  private static List<Path> modules(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(path -> path.toString().endsWith(".tla")).toList();
    }
  }

  private static String firstLine(List<String> errors) {
    return errors.stream().flatMap(String::lines).findFirst().orElse("TLC says nothing");
  }
}
