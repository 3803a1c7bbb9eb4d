package org.atomicvalue.explorer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.atomicvalue.checkers.labels.Label;

/**
 * The texts that the explorer shows side by side: the methods of a class with the lines that are named after actions,
 * and the definitions of these actions in the specification of the same name.
 */
final class Sources {

  private static final Path CLASSES = Path.of("src", "main", "java", "org", "atomicvalue");
  private static final Pattern METHOD = Pattern.compile(" {2}(?:public|private)[^=;]* (\\w+)\\(.*\\{");
  private static final Pattern DEFINITION = Pattern.compile("(\\w+)\\(t\\) ==.*");

  private Sources() {}

  /** {@code methods}: name and lines; {@code java}: per action, method and line; {@code tla}: per action, its lines. */
  static Map<String, Object> of(String name, List<String> operations) throws IOException {
    List<Map<String, Object>> methods = new ArrayList<>();
    Map<String, List<List<Integer>>> places = new LinkedHashMap<>();
    String method = null;
    List<String> text = new ArrayList<>();
    Map<String, List<Integer>> marked = new LinkedHashMap<>();
    for (String line : Files.readAllLines(CLASSES.resolve(name + ".java"))) {
      Matcher start = METHOD.matcher(line);
      if (method == null && start.matches()) {
        method = start.group(1);
        text = new ArrayList<>();
        marked = new LinkedHashMap<>();
      }
      if (method != null) {
        Optional<Label> label = Label.of(text.size(), line);
        if (label.isPresent()) {
          marked.computeIfAbsent(label.get().action(), a -> new ArrayList<>()).add(text.size());
        }
        text.add(line.substring(Math.min(2, line.length())));
        if (line.equals("  }")) {
          if (!marked.isEmpty() || operations.contains(method)) {
            int number = methods.size();
            methods.add(Map.of("name", method, "lines", text));
            marked.forEach((a, lines) -> lines.forEach(
                each -> places.computeIfAbsent(a, key -> new ArrayList<>()).add(List.of(number, each))));
          }
          method = null;
        }
      }
    }
    Map<String, Object> sources = new LinkedHashMap<>();
    sources.put("methods", methods);
    sources.put("java", places);
    sources.put("tla", definitions(Files.readAllLines(Path.of("spec", name + ".tla"))));
    return sources;
  }

  /** The definitions of the operators of one thread, each up to the next empty line. */
  static Map<String, List<String>> definitions(List<String> module) {
    Map<String, List<String>> definitions = new LinkedHashMap<>();
    List<String> current = null;
    for (String line : module) {
      Matcher start = DEFINITION.matcher(line);
      if (start.matches()) {
        current = new ArrayList<>();
        definitions.put(start.group(1), current);
      }
      if (line.isBlank()) {
        current = null;
      } else if (current != null) {
        current.add(line);
      }
    }
    return definitions;
  }
}
