package org.atomicvalue.classfile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The names of actions that stand beside accesses in a source file: a trailing comment of one capitalized word. */
final class Labels {

  private static final Pattern LABELLED = Pattern.compile("\\s*\\S.*//\\s*([A-Z]\\w*)\\s*");

  private Labels() {}

  /** The lines of each name. */
  static Map<String, Set<Integer>> of(Path source) throws IOException {
    Map<String, Set<Integer>> labels = new TreeMap<>();
    List<String> lines = Files.readAllLines(source);
    for (int i = 0; i < lines.size(); i++) {
      Matcher matcher = LABELLED.matcher(lines.get(i));
      if (matcher.matches()) {
        labels.computeIfAbsent(matcher.group(1), label -> new TreeSet<>()).add(i + 1);
      }
    }
    return labels;
  }
}
