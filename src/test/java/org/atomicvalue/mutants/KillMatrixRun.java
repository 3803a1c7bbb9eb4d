package org.atomicvalue.mutants;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.atomicvalue.mutants.KillMatrix.Cell;
import org.atomicvalue.mutants.KillMatrix.Group;
import org.atomicvalue.mutants.KillMatrix.Row;
import org.atomicvalue.tlc.Tlc;
import org.atomicvalue.tlc.TlcResult;

/**
 * Runs every seeded bug through every checker and writes the {@link KillMatrix}, after each bug, so that a run that was
 * stopped goes on where it was. What has been measured, of a patch that has not changed, is not measured again.
 *
 * <p>{@code mvn -Pdeep test-compile exec:exec@kill-matrix} takes two to three hours at first; {@code
 * -Dkill.matrix.args="all"} measures everything anew, and with names of bugs only these.
 */
final class KillMatrixRun {

  /** After so long a checker has not caught a bug. */
  static final long LIMIT_SECONDS = 120;

  private static final long LIMIT_OF_ALL_SECONDS = 1_200;

  private static final Path FOLDER = Path.of("target", "kill-matrix").toAbsolutePath();
  private static final Path SPEC = Path.of("spec");
  private static final Path MODELS = SPEC.resolve("models");

  /** Models with more states than this are left out: what they show, smaller ones do. */
  private static final long STATES = 30_000;

  private final ObjectMapper json = new ObjectMapper();
  private final Map<String, Map<String, Double>> controls = new LinkedHashMap<>();

  private KillMatrixRun() {}

  /** @param args names of bugs that alone are to be measured, anew; or {@code all}; or nothing for what is missing */
  public static void main(String[] args) throws Exception {
    System.setProperty("mutants.timeout", String.valueOf(LIMIT_SECONDS));
    new KillMatrixRun().run(Set.of(args));
    System.exit(0);
  }

  private void run(Set<String> again) throws Exception {
    KillMatrix matrix = new KillMatrix(environment(), KillMatrix.read().bugs());
    Set<String> existing = KillMatrix.existing();
    matrix = new KillMatrix(matrix.environment(),
        matrix.bugs().stream().filter(row -> existing.contains(row.group() + " " + row.name())).toList());
    for (Group group : Group.values()) {
      for (Mutant bug : Mutant.readAll(group.folder)) {
        int diff = String.join("\n", bug.diff()).hashCode();
        boolean isMeasured = matrix.bugs().stream()
            .anyMatch(row -> row.group() == group && row.name().equals(bug.name()) && row.diff() == diff);
        boolean isWanted = again.isEmpty() ? !isMeasured : again.contains("all") || again.contains(bug.name());
        if (isWanted) {
          Row row = new Row(group, bug.name(), diff, kind(group, bug), measure(group, bug));
          matrix = matrix.with(row);
          System.out.printf("%s: %s%n", bug.name(), row.cells().entrySet().stream()
              .map(cell -> "%s %s %.1f s".formatted(cell.getKey(), cell.getValue().outcome(), cell.getValue().seconds()))
              .collect(Collectors.joining(", ")));
          if (matrix.missingReasons().isEmpty()) {
            matrix.write();
          } else {
            json.writerWithDefaultPrettyPrinter().writeValue(KillMatrix.DATA.toFile(), matrix);
          }
        }
      }
    }
    if (!matrix.missingReasons().isEmpty()) {
      throw new IllegalStateException(String.join("\n", matrix.missingReasons()));
    }
    matrix.write();
    System.out.println("wrote " + KillMatrix.DATA + " and " + KillMatrix.DOCUMENT);
  }

  private static String environment() {
    return String.format(Locale.ROOT, "Measured on %s with %d processors, %s %s, %s.%n",
        System.getProperty("os.name") + " " + System.getProperty("os.arch"),
        Runtime.getRuntime().availableProcessors(), System.getProperty("java.vm.name"), Runtime.version(),
        LocalDate.now());
  }

  /** Names a reason can be given for: a bug of comments, of access modes, of a specification's module, any other. */
  private static String kind(Group group, Mutant bug) throws IOException {
    if (group != Group.CODE) {
      return bug.file().getFileName().toString().replace(".tla", "");
    }
    if (bug.fields().containsKey("Modes")) {
      return "mode";
    }
    return withoutComments(Files.readAllLines(bug.file())).equals(withoutComments(bug.applied())) ? "name" : "step";
  }

  private static List<String> withoutComments(List<String> lines) {
    return lines.stream().map(line -> line.replaceFirst("\\s*//.*", "")).toList();
  }

  private Map<String, Cell> measure(Group group, Mutant bug) throws Exception {
    Map<String, Cell> cells = new LinkedHashMap<>();
    for (String checker : group.checkers) {
      cells.put(checker, group == Group.CODE ? inCode(bug, checker) : inSpec(group, bug, checker));
    }
    return cells;
  }

  // Bugs of the code.

  private Cell inCode(Mutant bug, String column) throws Exception {
    String type = bug.file().getFileName().toString().replace(".java", "");
    List<Checker> checkers = switch (column) {
      case "JUnit" -> junit(type + "Test", type + "ConcurrencyTest");
      case "faults" -> junit(
          "HaltedThreadTest", "ClassUnloadingTest", "MemoryExhaustionIT", "StackExhaustionTest", "SwapChainIT");
      case "steps" -> List.of(CodeMutantsIT.STEPS.get(type + "StepsTest"));
      case "Lincheck" -> junit(type + "LincheckTest");
      case "jcstress" -> List.of(new JcstressChecker("Of" + type, 1, List.of("-iters", "1", "-time", "100")));
      case "access modes" -> List.of();
      default -> throw new IllegalArgumentException(column);
    };
    return checkers.isEmpty() ? byControl("WeakenedCodeIT", bug, "by access modes") : byCheckers(bug, column, checkers);
  }

  private static List<Checker> junit(String... tests) {
    return Stream.of(tests).<Checker>map(JUnitChecker::new).toList();
  }

  private static Cell byCheckers(Mutant bug, String column, List<Checker> checkers) throws Exception {
    if (kind(Group.CODE, bug).equals("name") && !column.equals("steps")) {
      return new Cell(KillMatrix.Outcome.NOT_CAUGHT, 0, null); // nothing to run: the class file is the same
    }
    long start = System.nanoTime();
    boolean isOutOfTime = false;
    for (int i = 0; i < checkers.size(); i++) {
      Path folder = CodeMutantsIT.emptied(FOLDER.resolve(bug.name()).resolve(column.replace(' ', '-') + i));
      Path classes = LibraryCompiler.compile(bug.file(), bug.applied(), folder);
      Outcome outcome = checkers.get(i).run(classes, folder);
      if (outcome.verdict() == Outcome.Verdict.FAILED || outcome.verdict() == Outcome.Verdict.THREW) {
        return new Cell(KillMatrix.Outcome.CAUGHT, since(start), null);
      }
      if (outcome.verdict() == Outcome.Verdict.BROKEN && !outcome.finding().contains("did not end in time")) {
        throw new IllegalStateException(column + " broke on " + bug.name() + ": " + outcome.finding());
      }
      isOutOfTime |= outcome.verdict() == Outcome.Verdict.BROKEN;
    }
    return new Cell(isOutOfTime ? KillMatrix.Outcome.OUT_OF_TIME : KillMatrix.Outcome.NOT_CAUGHT, since(start), null);
  }

  // Bugs of the specification.

  private Cell inSpec(Group group, Mutant bug, String column) throws Exception {
    return switch (column) {
      case "steps" -> byControl("SpecStepMutantsIT", bug, "by step conformance");
      case "litmus tests" -> byControl("CalibrationMutantsIT", bug, "by litmus tests");
      default -> byTlc(group, bug, column);
    };
  }

  /** TLC on every small model of the changed module, with the properties of one kind alone. */
  private Cell byTlc(Group group, Mutant bug, String column) throws Exception {
    Path folder = CodeMutantsIT.emptied(FOLDER.resolve(group.name() + "-" + bug.name()).resolve(column));
    Files.write(folder.resolve(bug.file().getFileName()), bug.applied());
    try (Stream<Path> models = Files.list(MODELS)) {
      for (Path module : models.filter(file -> file.toString().endsWith(".tla")).toList()) {
        if (Files.notExists(folder.resolve(module.getFileName()))) {
          Files.copy(module, folder.resolve(module.getFileName()));
        }
      }
    }
    long start = System.nanoTime();
    for (JsonNode model : json.readTree(MODELS.resolve("expected.json").toFile())) {
      String name = model.path("model").asText();
      String config = config(Files.readString(MODELS.resolve(name + ".cfg")), property -> column(property).equals(column));
      boolean isSound = model.path("result").asText().equals("ok");
      if (isSound && model.path("distinctStates").asLong() < STATES && config.contains("INVARIANT ")
          || isSound && model.path("distinctStates").asLong() < STATES && config.contains("PROPERTY ")) {
        String root = model.path("module").asText();
        if (dependsOn(root, bug.file().getFileName().toString().replace(".tla", ""), new HashSet<>())) {
          Files.writeString(folder.resolve(name + ".cfg"), config);
          TlcResult result = new Tlc(folder.resolve(root + ".tla"), folder.resolve(name + ".cfg"))
              .library(folder, SPEC).folder(folder).small().run();
          if (result.violated().isPresent()) {
            return new Cell(KillMatrix.Outcome.CAUGHT, since(start), name + ": " + result.violated().get());
          }
        }
      }
    }
    return new Cell(KillMatrix.Outcome.NOT_CAUGHT, since(start), null);
  }

  /** The column that a property belongs to. */
  private static String column(String property) {
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
  private static String config(String text, Predicate<String> isWanted) {
    Matcher section = Pattern.compile("(?m)^(INVARIANT|PROPERT)(?:S|Y|IES)? +(.*)\\R").matcher(text);
    StringBuilder changed = new StringBuilder();
    while (section.find()) {
      String keyword = section.group(1).equals("INVARIANT") ? "INVARIANT " : "PROPERTY ";
      String wanted = Stream.of(section.group(2).strip().split("\\s+")).filter(isWanted).map(each -> keyword + each + "\n")
          .collect(Collectors.joining());
      section.appendReplacement(changed, Matcher.quoteReplacement(wanted));
    }
    return section.appendTail(changed).toString();
  }

  private static boolean dependsOn(String module, String changed, Set<String> seen) throws IOException {
    if (module.equals(changed)) {
      return true;
    }
    Path file = Files.exists(MODELS.resolve(module + ".tla")) ? MODELS.resolve(module + ".tla") : SPEC.resolve(module + ".tla");
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

  // Checks of all bugs at once.

  /** What a test that tries all bugs of a kind has recorded of one of them. It is run once. */
  private Cell byControl(String test, Mutant bug, String by) throws Exception {
    if (!controls.containsKey(test)) {
      Path folder = CodeMutantsIT.emptied(FOLDER.resolve(test));
      Path source = Path.of("src", "main", "java", "org", "atomicvalue", "AtomicValue.java");
      Path classes = LibraryCompiler.compile(source, Files.readAllLines(source), folder);
      System.setProperty("mutants.timeout", String.valueOf(LIMIT_OF_ALL_SECONDS));
      Outcome outcome = new JUnitChecker(test).run(classes, folder);
      System.setProperty("mutants.timeout", String.valueOf(LIMIT_SECONDS));
      if (outcome.verdict() != Outcome.Verdict.PASSED) {
        throw new IllegalStateException(test + " must pass: " + outcome.finding());
      }
      Map<String, Double> seconds = new LinkedHashMap<>();
      try (Stream<Path> records = Files.walk(folder.resolve("evidence"))) {
        for (Path record : records.filter(file -> file.toString().endsWith(".json")).toList()) {
          JsonNode evidence = json.readTree(record.toFile());
          seconds.put(evidence.path("check").asText(), evidence.path("seconds").asDouble());
        }
      }
      controls.put(test, seconds);
    }
    Double seconds = controls.get(test).get(bug.name() + " " + by);
    return seconds == null
        ? new Cell(KillMatrix.Outcome.NOT_CAUGHT, 0, null)
        : new Cell(KillMatrix.Outcome.CAUGHT, seconds, test);
  }

  private static double since(long start) {
    return Math.round((System.nanoTime() - start) / 1e8) / 10.0;
  }
}
