package org.atomicvalue.assurance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.atomicvalue.checkers.documents.GeneratedSection;

/**
 * The rules in {@code docs/assurance.md}, between the lines {@code <!-- generated -->} and {@code <!-- end -->}. The text
 * around it is written by hand.
 *
 * <p>{@code mvn test-compile exec:exec@assurance} writes it; {@link AssuranceTest} checks it.
 */
final class AssuranceDocument {

  static final Path FILE = Path.of("docs", "assurance.md");
  private static final String BEGIN = "<!-- generated -->\n\n";
  private static final String END = "\n<!-- end -->";

  private AssuranceDocument() {}

  public static void main(String[] args) throws IOException {
    String text = Files.readString(FILE);
    int end = text.indexOf(END, begin(text));
    String rules = text.substring(0, begin(text)) + render(Rule.readAll()) + text.substring(end);
    Files.writeString(FILE, withMethods(rules));
    System.out.println("wrote " + FILE);
  }

  /** The document with the table of methods as it should be. */
  static String withMethods(String text) throws IOException {
    return GeneratedSection.replace(FILE, text, "methods", MethodTable.read().markdown());
  }

  /** The rules as they stand in the document. */
  static String section() throws IOException {
    String text = Files.readString(FILE);
    return text.substring(begin(text), text.indexOf(END, begin(text)));
  }

  private static int begin(String text) {
    int begin = text.indexOf(BEGIN);
    if (begin < 0 || text.indexOf(END, begin) < begin) {
      throw new IllegalStateException(FILE + " has no generated section");
    }
    return begin + BEGIN.length();
  }

  /** A table to look a rule up in, then each rule with the names of its evidence. */
  static String render(List<Rule> rules) throws IOException {
    StringBuilder text = new StringBuilder("| | rule |");
    Stream.of(Rule.Kind.values()).forEach(kind -> text.append(' ').append(kind.title()).append(" |"));
    text.append("\n|---|---|").append("---|".repeat(Rule.Kind.values().length)).append('\n');
    for (Rule rule : rules) {
      text.append("| [").append(rule.id()).append("](#").append(rule.id().toLowerCase(Locale.ROOT)).append(") | ")
          .append(rule.rule()).append(" |");
      for (Rule.Kind kind : Rule.Kind.values()) {
        int names = rule.names().get(kind).size();
        text.append(' ').append(names == 0 ? "–" : String.valueOf(names)).append(" |");
      }
      text.append('\n');
    }
    for (Rule rule : rules) {
      text.append("\n### ").append(rule.id()).append("\n\n").append(rule.rule()).append("\n\n");
      for (Rule.Kind kind : Rule.Kind.values()) {
        text.append("- ").append(kind.title()).append(": ").append(evidence(rule, kind)).append('\n');
      }
    }
    return text.toString();
  }

  private static String evidence(Rule rule, Rule.Kind kind) throws IOException {
    if (rule.names().get(kind).isEmpty()) {
      return "none; " + rule.reasons().get(kind);
    }
    List<String> links = new ArrayList<>();
    for (String name : rule.names().get(kind)) {
      List<Path> files = Names.find(kind, name);
      links.add(files.isEmpty() ? "`" + name + "`" : "[`" + name + "`](" + link(files.get(0)) + ")");
    }
    return String.join(", ", links);
  }

  /** Relative to {@code docs}. */
  private static String link(Path file) {
    return "../" + file.toString().replace('\\', '/');
  }
}
