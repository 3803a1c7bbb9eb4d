package org.atomicvalue.checkers.steps;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.atomicvalue.checkers.labels.Label;

/**
 * The labels in a source file: a trailing comment that is one capitalised word, after some code. Each must stand beside
 * exactly one access.
 */
final class SourceLabels {

  private final String file;
  private final List<String> lines;
  private final Map<Integer, Label> labels = new TreeMap<>();
  private final Map<Integer, String> accesses = new HashMap<>();
  private final Map<Integer, Set<Object>> entries = new HashMap<>();

  SourceLabels(Path source) throws IOException {
    this.file = source.getFileName().toString();
    this.lines = Files.readAllLines(source);
    for (Label label : Label.in(source)) {
      if (label.isCapitalized()) {
        labels.put(label.line(), label);
      }
    }
  }

  /**
   * The access that the class file makes at this line. The compiler repeats the statements of a {@code finally}, each
   * time with an entry of its own in the table of line numbers; these are copies of one access.
   *
   * @param entry of the table of line numbers
   */
  Site site(int id, String instruction, int line, Object entry, boolean isClientCode) {
    if (line < 1 || line > lines.size()) {
      throw new NotConformable(instruction + " has line number " + line + " and " + file + " has " + lines.size()
          + " lines: compile the class from this source, with line numbers");
    }
    String code = lines.get(line - 1).strip();
    if (!labels.containsKey(line)) {
      throw new NotConformable("unlabelled access (" + instruction + ") at " + file + ":" + line + ": " + code
          + "\n  name its action in a trailing comment");
    }
    String other = accesses.put(line, instruction);
    boolean isCopy = instruction.equals(other) && entries.get(line).add(entry);
    if (other != null && !isCopy) {
      throw new NotConformable("two accesses (" + other + " and " + instruction + ") under one label at " + file + ":"
          + line + ": " + code + "\n  give each a line and a label of its own");
    }
    entries.computeIfAbsent(line, l -> new HashSet<>()).add(entry);
    Label label = labels.get(line);
    return new Site(id, label.action(), instruction, place(line), label.code(), isClientCode);
  }

  boolean isLabelled(int line) {
    return labels.containsKey(line);
  }

  /** File and line, as in a stack trace. */
  String place(int line) {
    return file + ":" + line;
  }

  /** The labels between these lines beside which the class file makes no access. */
  String unused(int from, int to) {
    return labels.entrySet().stream()
        .filter(label -> from <= label.getKey() && label.getKey() <= to && !accesses.containsKey(label.getKey()))
        .map(label -> label.getValue().action() + " at " + file + ":" + label.getKey())
        .collect(Collectors.joining(", "));
  }
}
