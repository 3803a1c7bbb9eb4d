package org.atomicvalue.checkers.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tla2sany.semantic.SemanticNode;
import tla2sany.st.Location;

/** The texts of modules, to quote from. */
final class Source {

  private final Path folder;
  private final Map<String, List<String>> lines = new ConcurrentHashMap<>();

  Source(Path folder) {
    this.folder = folder;
  }

  /** A part of a module as it is written, on one line. */
  String text(SemanticNode node) {
    Location location = node.getLocation();
    List<String> module = lines.computeIfAbsent(location.source(), this::read);
    StringBuilder text = new StringBuilder();
    for (int line = location.beginLine(); line <= location.endLine() && line <= module.size(); line++) {
      String whole = module.get(line - 1);
      int end = line == location.endLine() ? Math.min(location.endColumn(), whole.length()) : whole.length();
      int start = line == location.beginLine() ? location.beginColumn() - 1 : 0;
      text.append(whole, Math.min(start, end), end).append(' ');
    }
    return text.toString().replaceAll("\\\\\\*.*? {2,}", "").replaceAll("\\s+", " ").strip();
  }

  private List<String> read(String module) {
    try {
      return Files.readAllLines(folder.resolve(module + ".tla"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
