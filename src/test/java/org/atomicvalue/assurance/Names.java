package org.atomicvalue.assurance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.atomicvalue.checkers.tlc.Tlc;

/**
 * Finds what a name in {@link Rule#FILE} stands for, and where:
 *
 * <ul>
 *   <li>{@code Module.Property}: a definition of a module of {@code spec}, which some model checks if it is a property;
 *   <li>{@code Class.Action}: the lines of a class of the library with that action's name in their comment;
 *   <li>{@code Class#method}: a method of a class of the library, or of a test;
 *   <li>{@code Class}: a litmus test;
 *   <li>{@code code:bug}, {@code spec:bug}, {@code litmus:bug}: a seeded bug.
 * </ul>
 */
final class Names {

  private static final Path LIBRARY = Path.of("src", "main", "java");
  private static final Path SPEC = Path.of("spec");
  private static final List<Path> TESTS =
      List.of(Path.of("src", "test", "java"), Path.of("lincheck"), Path.of("stress", "org", "atomicvalue", "stress"));

  /** Modules whose definitions are no properties of a model: rules that these use, and litmus tests. */
  private static final Pattern NO_PROPERTIES = Pattern.compile("Operations|\\w+Tests");

  private static final Pattern EXTENSION = Pattern.compile("class (\\w+) extends (\\w+)");

  private Names() {}

  /** The files that have what a name stands for; none if it is no longer there. */
  static List<Path> find(Rule.Kind kind, String name) throws IOException {
    return switch (kind) {
      case SPECIFICATION -> definition(name);
      case CODE -> name.contains("#") ? method(name, List.of(LIBRARY)) : actions(name);
      case JUNIT, LINCHECK -> method(name, TESTS);
      case JCSTRESS -> file(name + ".java", TESTS.subList(2, 3)).toList();
      case CONTROLS -> bug(name);
    };
  }

  private static List<Path> definition(String name) throws IOException {
    String module = name.replaceFirst("\\..*", "");
    String definition = name.replaceFirst(".*\\.", "");
    boolean isChecked = NO_PROPERTIES.matcher(module).matches() || checkedProperties().contains(definition);
    return isChecked
        ? containing(module + ".tla", List.of(SPEC), Pattern.compile(definition + "(\\(.*\\))?\\s*==.*"))
        : List.of();
  }

  private static Set<String> checkedProperties() throws IOException {
    Set<String> checked = new TreeSet<>();
    try (Stream<Path> configurations = Files.list(SPEC.resolve("models"))) {
      configurations.filter(file -> file.toString().endsWith(".cfg"))
          .forEach(file -> checked.addAll(Tlc.properties(file)));
    }
    return checked;
  }

  private static List<Path> actions(String name) throws IOException {
    String[] parts = name.split("\\.");
    return containing(parts[0] + ".java", List.of(LIBRARY), Pattern.compile(".*\\S.* // " + parts[1]));
  }

  private static List<Path> method(String name, List<Path> roots) throws IOException {
    String[] parts = name.split("#");
    Pattern declaration = Pattern.compile("  (\\S+ )*" + parts[1] + "\\(.*[{,(]");
    return containing(parts[0] + ".java", roots, declaration);
  }

  private static List<Path> bug(String name) {
    String[] parts = name.split(":");
    Path folder = switch (parts[0]) {
      case "code" -> Path.of("src", "test", "mutants");
      case "spec" -> SPEC.resolve("mutants");
      case "litmus" -> SPEC.resolve("litmus").resolve("mutants");
      default -> throw new IllegalArgumentException(name + ": a seeded bug is one of code, spec or litmus");
    };
    Path file = folder.resolve(parts[1] + ".patch");
    return Files.exists(file) ? List.of(file) : List.of();
  }

  /** The files of that name with a line of that form. */
  private static List<Path> containing(String name, List<Path> roots, Pattern line) throws IOException {
    List<Path> places = new ArrayList<>();
    for (Path file : file(name, roots).toList()) {
      if (Files.readAllLines(file).stream().anyMatch(each -> line.matcher(each).matches())) {
        places.add(file);
      }
    }
    return places;
  }

  /** Of each class that test classes extend, these. */
  static Map<String, Set<String>> subclassesOfTests() throws IOException {
    Map<String, Set<String>> subclasses = new TreeMap<>();
    for (Path root : TESTS) {
      List<Path> files;
      try (Stream<Path> all = Files.walk(root)) {
        files = all.filter(file -> file.toString().endsWith("Test.java")).toList();
      }
      for (Path file : files) {
        EXTENSION.matcher(Files.readString(file)).results().forEach(extension -> subclasses
            .computeIfAbsent(extension.group(2), type -> new TreeSet<>())
            .add(extension.group(1)));
      }
    }
    return subclasses;
  }

  private static Stream<Path> file(String name, List<Path> roots) throws IOException {
    List<Path> found = new ArrayList<>();
    for (Path root : roots) {
      try (Stream<Path> files = Files.walk(root)) {
        files.filter(file -> file.endsWith(name)).forEach(found::add);
      }
    }
    return found.stream().sorted();
  }
}
