package org.atomicvalue.checkers.tlc;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.atomicvalue.checkers.tlc.TlaText.Token;

/** A configuration of TLC's, as far as it matters which properties TLC checks. */
final class ConfigText {

  private static final Set<String> KEYWORDS = Set.of("CONSTANT", "CONSTANTS", "CONSTRAINT", "CONSTRAINTS",
      "ACTION_CONSTRAINT", "ACTION_CONSTRAINTS", "INVARIANT", "INVARIANTS", "INIT", "NEXT", "VIEW", "SYMMETRY",
      "SPECIFICATION", "PROPERTY", "PROPERTIES", "TYPE", "TYPE_CONSTRAINT", "CHECK_DEADLOCK", "ALIAS", "POSTCONDITION");

  private final List<String> invariants = new ArrayList<>();
  private final List<String> properties = new ArrayList<>();
  private final Map<String, String> substitutions = new LinkedHashMap<>();

  ConfigText(Path config) {
    String section = "";
    List<Token> tokens = TlaText.tokens(TlaText.read(config));
    for (int i = 0; i < tokens.size(); i++) {
      String word = tokens.get(i).text();
      if (KEYWORDS.contains(word)) {
        section = word;
      } else if (section.startsWith("INVARIANT")) {
        invariants.add(word);
      } else if (section.startsWith("PROPERT")) {
        properties.add(word);
      } else if (section.startsWith("CONSTANT") && word.equals("<-") && i > 0 && i + 1 < tokens.size()) {
        substitutions.put(tokens.get(i - 1).text(), tokens.get(i + 1).text());
      }
    }
  }

  List<String> invariants() {
    return invariants;
  }

  List<String> properties() {
    return properties;
  }

  /** What the configuration puts in place of a constant or a definition. */
  Map<String, String> substitutions() {
    return substitutions;
  }
}
