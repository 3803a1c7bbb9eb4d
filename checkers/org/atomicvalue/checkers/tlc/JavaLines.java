package org.atomicvalue.checkers.tlc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The lines of Java that perform the actions of a specification. A module and its class have the same name, and a
 * trailing comment in the class names the action.
 */
final class JavaLines {

  private static final Pattern ACTION = Pattern.compile("^\\s*(.*?)\\s*// (\\w+)$");

  private final Path classes;

  JavaLines(Path classes) {
    this.classes = classes;
  }

  /** Where {@code action} is performed and how, ready to follow its name; empty if no line is marked with it. */
  String of(String module, String action) {
    Path file = classes.resolve(module + ".java");
    if (module.isEmpty() || Files.notExists(file)) {
      return "";
    }
    List<String> lines = read(file);
    for (int i = 0; i < lines.size(); i++) {
      Matcher line = ACTION.matcher(lines.get(i));
      if (line.matches() && line.group(2).equals(action)) {
        return " (%s:%d  %s)".formatted(file.getFileName(), i + 1, line.group(1));
      }
    }
    return "";
  }

  private static List<String> read(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
