package org.atomicvalue.assurance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A rule of the contract with its evidence. In the file, each kind of evidence is a list of names, which {@link Names}
 * finds, or a sentence that says why there is none.
 *
 * @param id what the rule is called: R1, R2, ...
 * @param rule the rule, in the words of the contract
 * @param names the evidence of each kind, empty where there is none
 * @param reasons why there is none, for the kinds without
 */
record Rule(String id, String rule, Map<Kind, List<String>> names, Map<Kind, String> reasons) {

  static final Path FILE = Path.of("docs", "contract-rules.json");

  /** What a rule can be traced to. */
  enum Kind {
    SPECIFICATION("TLA+"),
    CODE("code"),
    JUNIT("JUnit"),
    LINCHECK("Lincheck"),
    JCSTRESS("jcstress"),
    CONTROLS("negative controls");

    private final String title;

    Kind(String title) {
      this.title = title;
    }

    String title() {
      return title;
    }
  }

  static List<Rule> readAll() throws IOException {
    List<Rule> rules = new ArrayList<>();
    for (JsonNode node : new ObjectMapper().readTree(FILE.toFile())) {
      Map<Kind, List<String>> names = new LinkedHashMap<>();
      Map<Kind, String> reasons = new LinkedHashMap<>();
      for (Kind kind : Kind.values()) {
        JsonNode evidence = node.path(kind.name().toLowerCase(Locale.ROOT));
        if (evidence.isTextual()) {
          reasons.put(kind, evidence.asText());
        }
        List<String> all = new ArrayList<>();
        if (evidence.isArray()) {
          evidence.forEach(name -> all.add(name.asText()));
        }
        names.put(kind, all);
      }
      rules.add(new Rule(node.path("id").asText(), node.path("rule").asText(), names, reasons));
    }
    return rules;
  }
}
