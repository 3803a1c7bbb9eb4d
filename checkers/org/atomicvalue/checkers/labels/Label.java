package org.atomicvalue.checkers.labels;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of an action beside a line of Java: a trailing comment that is a single word, after some code.
 *
 * @param line counted from 1
 * @param code what stands before the comment
 */
public record Label(int line, String code, String action) {

  private static final Pattern LABELLED = Pattern.compile("\\s*(\\S.*?)\\s*//\\s*(\\w+)\\s*");

  /** Those of a source file, line by line. */
  public static List<Label> in(Path source) throws IOException {
    List<Label> labels = new ArrayList<>();
    List<String> lines = Files.readAllLines(source);
    for (int line = 1; line <= lines.size(); line++) {
      of(line, lines.get(line - 1)).ifPresent(labels::add);
    }
    return labels;
  }

  /** That of a line, if it has one. */
  public static Optional<Label> of(int line, String text) {
    Matcher matcher = LABELLED.matcher(text);
    return matcher.matches() ? Optional.of(new Label(line, matcher.group(1), matcher.group(2))) : Optional.empty();
  }

  /** Distinguishes the name of an action from a remark, where actions have capitals. */
  public boolean isCapitalized() {
    return Character.isUpperCase(action.charAt(0));
  }
}
