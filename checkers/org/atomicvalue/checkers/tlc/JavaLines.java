package org.atomicvalue.checkers.tlc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The lines of Java that perform the actions of the specification. A module and its class have the same name, and a
 * trailing comment in the class names the action.
 */
final class JavaLines {

  private static final Path CLASSES = Path.of("src/main/java/org/atomicvalue");
  private static final Pattern ACTION = Pattern.compile("^\\s*(.*?)\\s*// (\\w+)$");

  private JavaLines() {}

  /** Where {@code action} is performed and how, ready to follow its name; empty if no line is marked with it. */
  static String of(String module, String action) {
    Path file = CLASSES.resolve(module + ".java");
    if (Files.notExists(file)) {
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
