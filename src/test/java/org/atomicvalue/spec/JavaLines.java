package org.atomicvalue.spec;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The lines of a Java file that perform the actions of its specification, by the trailing comments that name them. */
final class JavaLines {

  private static final Pattern ACTION = Pattern.compile("^\\s*(.*?)\\s*// (\\w+)$");

  private final String fileName;
  private final List<String> lines;

  private JavaLines(Path file) {
    try {
      fileName = file.getFileName().toString();
      lines = Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The lines of the class that a model is named after, such as AtomicValue for MCAtomicValue_load; of AtomicValue if none. */
  static JavaLines ofModel(String model) {
    Path folder = Path.of("src/main/java/org/atomicvalue");
    Path file = folder.resolve(model.replaceFirst("^MC", "").replaceFirst("_.*", "") + ".java");
    return new JavaLines(Files.exists(file) ? file : folder.resolve("AtomicValue.java"));
  }

  /** Where {@code action} is performed and how, ready to follow its name; empty if no line is marked with it. */
  String of(String action) {
    for (int i = 0; i < lines.size(); i++) {
      Matcher line = ACTION.matcher(lines.get(i));
      if (line.matches() && line.group(2).equals(action)) {
        return " (%s:%d  %s)".formatted(fileName, i + 1, line.group(1));
      }
    }
    return "";
  }
}
