package org.atomicvalue.checkers.tlc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.atomicvalue.checkers.labels.Label;

/**
 * The lines of Java that perform the actions of a specification. A module and its class have the same name, and a
 * trailing comment in the class names the action.
 */
final class JavaLines {

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
    try {
      return Label.in(file).stream()
          .filter(label -> label.action().equals(action))
          .findFirst()
          .map(label -> " (%s:%d  %s)".formatted(file.getFileName(), label.line(), label.code()))
          .orElse("");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
