package org.atomicvalue.explorer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The properties of the specification in words. */
final class PropertyMeaning {

  private PropertyMeaning() {}

  /**
   * What a property says: by the comment on its definition, if it has one of its own, or by the table in
   * docs/spec-tour.md; empty if neither tells.
   *
   * @param own a module that is looked at before those in the folders
   */
  static String of(String property, List<String> own) throws IOException {
    List<List<String>> modules = new ArrayList<>(List.of(own));
    for (Path folder : List.of(Path.of("spec"), Path.of("spec", "models"))) {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.filter(each -> each.toString().endsWith(".tla")).sorted().toList()) {
          modules.add(Files.readAllLines(file));
        }
      }
    }
    for (List<String> lines : modules) {
      for (int i = 0; i < lines.size(); i++) {
        if (lines.get(i).matches(property + "\\s*==.*")) {
          int from = i;
          while (from > 0 && lines.get(from - 1).startsWith("\\*")) {
            from--;
          }
          boolean shared = i + 1 < lines.size() && lines.get(i + 1).matches("\\w+\\s*==.*");
          if (from < i && !shared) {
            return String.join(" ", lines.subList(from, i)).replaceAll("\\\\\\*\\s*", "").replaceAll("\\s+", " ");
          }
        }
      }
    }
    return Files.readAllLines(Path.of("docs", "spec-tour.md")).stream()
        .filter(line -> line.matches("\\|[^|]*`" + property + "`[^|]*\\|.*\\|"))
        .map(line -> line.split("\\|")[2].strip() + ".")
        .findFirst()
        .orElse("");
  }
}
