package org.atomicvalue.assurance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The table in {@code docs/assurance.md}, between the lines {@code <!-- generated -->} and {@code <!-- end -->}. The text
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
    int end = text.indexOf(END);
    Files.writeString(FILE, text.substring(0, begin(text)) + render(Rule.readAll()) + text.substring(end));
    System.out.println("wrote " + FILE);
  }

  /** The table as it stands in the document. */
  static String section() throws IOException {
    String text = Files.readString(FILE);
    return text.substring(begin(text), text.indexOf(END));
  }

  private static int begin(String text) {
    int begin = text.indexOf(BEGIN);
    if (begin < 0 || text.indexOf(END) < begin) {
      throw new IllegalStateException(FILE + " has no generated section");
    }
    return begin + BEGIN.length();
  }

  static String render(List<Rule> rules) throws IOException {
    StringBuilder table = new StringBuilder("| | rule |");
    Stream.of(Rule.Kind.values()).forEach(kind -> table.append(' ').append(kind.title()).append(" |"));
    table.append("\n|---|---|").append("---|".repeat(Rule.Kind.values().length)).append('\n');
    for (Rule rule : rules) {
      table.append("| ").append(rule.id()).append(" | ").append(rule.rule()).append(" |");
      for (Rule.Kind kind : Rule.Kind.values()) {
        table.append(' ').append(cell(rule, kind)).append(" |");
      }
      table.append('\n');
    }
    return table.toString();
  }

  private static String cell(Rule rule, Rule.Kind kind) throws IOException {
    if (rule.names().get(kind).isEmpty()) {
      return "*none: " + rule.reasons().get(kind) + "*";
    }
    List<String> links = new ArrayList<>();
    for (String name : rule.names().get(kind)) {
      links.add(link(name, Names.find(kind, name)));
    }
    return String.join("<br>", links);
  }

  /** The name, linked to its place; if it has several, numbers for the others. */
  private static String link(String name, List<Names.Place> places) {
    if (places.isEmpty()) {
      return "`" + name + "`";
    }
    String others = IntStream.range(1, places.size())
        .mapToObj(i -> " [" + (i + 1) + "](" + places.get(i).link() + ")")
        .collect(Collectors.joining());
    return "[`" + name + "`](" + places.get(0).link() + ")" + others;
  }
}
