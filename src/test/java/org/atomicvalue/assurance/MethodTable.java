package org.atomicvalue.assurance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * How far the evidence for each method reaches, link by link: "for all", "bounded", "sampled", "measured", or "none"
 * and why. The names of the methods that are not public methods stand for what makes a new object.
 *
 * @param links the links of the chain
 * @param reach by method, then by link
 */
record MethodTable(List<String> links, Map<String, Map<String, String>> reach) {

  static final Path FILE = Path.of("docs", "method-evidence.json");
  static final String NEW_OBJECTS = "constructors, of";

  private static final Set<String> WORDS = Set.of("for all", "bounded", "sampled", "measured");
  private static final String NONE = "none: ";

  static MethodTable read() throws IOException {
    JsonNode file = new ObjectMapper().readTree(FILE.toFile());
    List<String> links = new ArrayList<>();
    file.path("links").forEach(link -> links.add(link.asText()));
    Map<String, Map<String, String>> reach = new LinkedHashMap<>();
    file.path("methods").properties().forEach(method -> {
      Map<String, String> byLink = new LinkedHashMap<>();
      method.getValue().properties().forEach(link -> byLink.put(link.getKey(), link.getValue().asText()));
      reach.put(method.getKey(), byLink);
    });
    return new MethodTable(links, reach);
  }

  /** What is wrong with it, for a class whose public methods these are; nothing if it says something of everything. */
  List<String> problems(Set<String> methods) {
    List<String> problems = new ArrayList<>();
    Set<String> expected = new TreeSet<>(methods);
    expected.add(NEW_OBJECTS);
    if (!expected.equals(new TreeSet<>(reach.keySet()))) {
      problems.add("it is of " + new TreeSet<>(reach.keySet()) + ", and the methods are " + expected);
    }
    reach.forEach((method, byLink) -> {
      if (!Set.copyOf(links).equals(byLink.keySet())) {
        problems.add(method + " has " + byLink.keySet() + ", and the links are " + links);
      }
      byLink.forEach((link, word) -> {
        if (!WORDS.contains(word) && !(word.startsWith(NONE) && word.length() > NONE.length())) {
          problems.add(method + ", " + link + ": \"" + word + "\" is neither of " + WORDS + " nor none with a reason");
        }
      });
    });
    return problems;
  }

  String markdown() {
    StringBuilder text = new StringBuilder("| method |");
    links.forEach(link -> text.append(' ').append(link).append(" |"));
    text.append("\n|---|").append("---|".repeat(links.size())).append('\n');
    Map<String, Integer> reasons = new LinkedHashMap<>();
    reach.forEach((method, byLink) -> {
      text.append("| ").append(method.equals(NEW_OBJECTS) ? method : "`" + method + "`").append(" |");
      for (String link : links) {
        String word = byLink.get(link);
        if (word.startsWith(NONE)) {
          word = "– " + reasons.computeIfAbsent(word.substring(NONE.length()), reason -> reasons.size() + 1);
        }
        text.append(' ').append(word).append(" |");
      }
      text.append('\n');
    });
    text.append('\n');
    reasons.forEach((reason, number) -> text.append(number).append(". ").append(reason).append('\n'));
    return text.toString();
  }
}
