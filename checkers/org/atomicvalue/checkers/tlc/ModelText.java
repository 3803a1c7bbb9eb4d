package org.atomicvalue.checkers.tlc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The text of a model, from which the name of a violated property is found. TLC gives the name of an invariant and
 * of an action property ({@code [][A]_v}), but only the place where the next-state relation of a refined module stands,
 * and nothing at all of a temporal property.
 */
record ModelText(Path module, Path config, List<Path> library) {

  private static final Pattern NAMED = Pattern.compile("(?:Invariant|Action property) (\\w+) is violated");
  private static final Pattern PLACE = Pattern.compile("line (\\d+), col \\d+ to line \\d+, col \\d+ of module (\\w+)");
  private static final Pattern DEFINITION = Pattern.compile("^(\\w+)(?:\\([^)]*\\))?\\s*==");
  private static final Pattern COMMENT = Pattern.compile("\\\\\\*.*");
  private static final Pattern KEYWORD = Pattern.compile("[A-Z_]{4,}");

  Optional<String> violatedProperty(Outcome outcome, List<String> errors) {
    String error = String.join("\n", errors);
    return switch (outcome) {
      case SAFETY_VIOLATED -> {
        Matcher named = NAMED.matcher(error);
        yield Optional.of(named.find() ? named.group(1) : actionProperty(error));
      }
      case LIVENESS_VIOLATED -> Optional.of(String.join(" or ", properties()));
      default -> Optional.empty();
    };
  }

  /** The property of the configuration that holds the given place, itself or in a module that it instantiates. */
  private String actionProperty(String error) {
    Matcher place = PLACE.matcher(error);
    if (!place.find()) {
      throw new IllegalStateException("no property is named in: " + error);
    }
    String definition = definitionAt(place.group(2), Integer.parseInt(place.group(1)));
    if (properties().contains(definition)) {
      return definition;
    }
    return properties().stream()
        .filter(property -> isOfModule(property, place.group(2)))
        .findFirst()
        .orElse(place.group(2) + "!" + definition);
  }

  /** Whether {@code property} is defined as {@code I!P}, where {@code I} is an instance of {@code module}. */
  private boolean isOfModule(String property, String instantiated) {
    String text = modules().map(ModelText::read).reduce("", String::concat);
    Matcher definition = Pattern.compile("(?m)^" + property + "\\s*==\\s*(\\w+)!").matcher(text);
    return definition.find()
        && Pattern.compile("(?m)^" + definition.group(1) + "\\s*==\\s*INSTANCE " + instantiated + "\\b")
            .matcher(text)
            .find();
  }

  private String definitionAt(String moduleName, int line) {
    Path file = modules()
        .filter(path -> path.getFileName().toString().equals(moduleName + ".tla"))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("module " + moduleName + " is in no folder of the model"));
    List<String> lines = read(file).lines().toList();
    for (int i = line; i > 0; i--) {
      Matcher definition = DEFINITION.matcher(lines.get(i - 1));
      if (definition.find()) {
        return definition.group(1);
      }
    }
    throw new IllegalStateException("no definition at line " + line + " of " + file);
  }

  private List<String> properties() {
    return names(config, "PROPERTY", "PROPERTIES");
  }

  /** The names in the sections of a configuration that begin with one of {@code keywords}. */
  static List<String> names(Path config, String... keywords) {
    List<String> names = new ArrayList<>();
    String section = "";
    for (String word : COMMENT.matcher(read(config)).replaceAll("").strip().split("\\s+")) {
      if (KEYWORD.matcher(word).matches()) {
        section = word;
      } else if (List.of(keywords).contains(section)) {
        names.add(word);
      }
    }
    return names;
  }

  private Stream<Path> modules() {
    List<Path> folders = new ArrayList<>(library);
    folders.add(module.toAbsolutePath().getParent());
    return folders.stream().flatMap(folder -> {
      try (Stream<Path> files = Files.list(folder)) {
        return files.filter(file -> file.toString().endsWith(".tla")).toList().stream();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    });
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
