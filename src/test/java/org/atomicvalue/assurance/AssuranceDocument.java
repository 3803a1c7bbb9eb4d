package org.atomicvalue.assurance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.atomicvalue.checkers.documents.GeneratedSection;

/**
 * The generated sections of {@code docs/assurance.md}: the rules with their evidence, and the methods.
 *
 * <p>{@code mvn test-compile exec:exec@assurance} writes it; {@link AssuranceTest} checks it.
 */
final class AssuranceDocument {

  static final Path FILE = Path.of("docs", "assurance.md");
  private static final String RULES = "rules";

  private AssuranceDocument() {}

  public static void main(String[] args) throws IOException {
    String text = GeneratedSection.replace(FILE, Files.readString(FILE), RULES, render(Rule.readAll()));
    Files.writeString(FILE, withMethods(text));
    System.out.println("wrote " + FILE);
  }

  /** The document with the table of methods as it should be. */
  static String withMethods(String text) throws IOException {
    return GeneratedSection.replace(FILE, text, "methods", MethodTable.read().markdown());
  }

  /** The rules as they stand in the document. */
  static String section() throws IOException {
    return GeneratedSection.content(FILE, Files.readString(FILE), RULES);
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
    Map<String, Set<String>> subclasses = Names.subclassesOfTests();
    for (Rule rule : rules) {
      text.append("\n### ").append(rule.id()).append("\n\n").append(rule.rule()).append("\n\n");
      for (Rule.Kind kind : Rule.Kind.values()) {
        text.append("- ").append(kind.title()).append(':').append(evidence(rule, kind)).append('\n');
      }
      text.append(command(rule, subclasses));
    }
    return text.toString();
  }

  private static String evidence(Rule rule, Rule.Kind kind) throws IOException {
    List<String> names = rule.names().get(kind);
    if (names.isEmpty()) {
      return " none; " + rule.reasons().get(kind);
    }
    if (kind == Rule.Kind.CONTROLS) {
      StringBuilder bugs = new StringBuilder();
      for (String name : names) {
        bugs.append("\n  - ").append(bug(name));
      }
      return bugs.toString();
    }
    Map<String, List<String>> byFile = new LinkedHashMap<>();
    for (String name : names) {
      String[] parts = name.split("[.#]");
      List<String> ofFile = byFile.computeIfAbsent(linked(kind, name, parts[0]), file -> new ArrayList<>());
      if (parts.length > 1) {
        ofFile.add(kind == Rule.Kind.JUNIT || kind == Rule.Kind.LINCHECK ? words(parts[1]) : "`" + parts[1] + "`");
      }
    }
    return byFile.entrySet().stream()
        .map(each -> " " + each.getKey() + (each.getValue().isEmpty() ? "" : ": " + String.join(", ", each.getValue())))
        .collect(Collectors.joining(";"));
  }

  /** Where the bug is, what it is called, and what it is. */
  private static String bug(String name) throws IOException {
    String[] parts = name.split(":");
    List<Path> files = Names.find(Rule.Kind.CONTROLS, name);
    String title = files.isEmpty() ? "" : ": " + Files.readAllLines(files.get(0)).get(0);
    return parts[0] + ", " + linked(Rule.Kind.CONTROLS, name, parts[1]) + title;
  }

  /** The text as a link to the file that has what the name stands for. */
  private static String linked(Rule.Kind kind, String name, String text) throws IOException {
    List<Path> files = Names.find(kind, name);
    return files.isEmpty() ? "`" + text + "`" : "[`" + text + "`](" + link(files.get(0)) + ")";
  }

  /** The name of a test, as the sentence that it is. */
  private static String words(String method) {
    return "*" + method.replaceAll("(?=[A-Z])", " ").toLowerCase(Locale.ROOT) + "*";
  }

  /** What runs the tests of a rule, by the classes that extend theirs. */
  private static String command(Rule rule, Map<String, Set<String>> subclasses) {
    String tests = Stream.of(Rule.Kind.JUNIT, Rule.Kind.LINCHECK)
        .flatMap(kind -> rule.names().get(kind).stream())
        .map(name -> name.replaceFirst("#.*", ""))
        .flatMap(type -> subclasses.getOrDefault(type, Set.of(type)).stream())
        .distinct()
        .collect(Collectors.joining(","));
    return tests.isEmpty() ? "" : "- to run these tests: `mvn test -Dtest='" + tests + "'`\n";
  }

  /** Relative to {@code docs}. */
  private static String link(Path file) {
    return "../" + file.toString().replace('\\', '/');
  }
}
