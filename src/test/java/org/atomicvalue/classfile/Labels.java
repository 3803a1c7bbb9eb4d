package org.atomicvalue.classfile;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.atomicvalue.checkers.labels.Label;

/** The names of actions that stand beside accesses in a source file: a trailing comment of one capitalized word. */
final class Labels {

  private Labels() {}

  /** The lines of each name. */
  static Map<String, Set<Integer>> of(Path source) throws IOException {
    Map<String, Set<Integer>> labels = new TreeMap<>();
    for (Label label : Label.in(source)) {
      if (label.isCapitalized()) {
        labels.computeIfAbsent(label.action(), action -> new TreeSet<>()).add(label.line());
      }
    }
    return labels;
  }
}
