package org.atomicvalue.verification;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** The report's data in the words and figures of the page. */
final class ReportPage {

  private static final int LONG = 160;

  private final JsonNode data;

  ReportPage(JsonNode data) {
    this.data = data;
  }

  Map<String, Object> asMap() {
    List<Map<String, Object>> links = children(data.path("links")).stream().map(this::link).toList();
    List<Object> failures = new ArrayList<>();
    links.forEach(link -> failures.addAll((List<?>) link.get("failures")));
    List<String> missing = links.stream().filter(link -> link.get("state").equals("missing"))
        .map(link -> (String) link.get("title")).toList();
    Map<String, Object> page = new LinkedHashMap<>();
    page.put("made", data.path("made").asText());
    page.put("schema", data.path("schema").asInt());
    page.put("verdict", !failures.isEmpty() ? "failed" : missing.isEmpty() ? "passed" : "incomplete");
    page.put("headline",
        !failures.isEmpty()
            ? failures.size() + (failures.size() == 1 ? " check failed" : " checks failed")
            : missing.isEmpty() ? "Every check passed" : "Nothing failed, but not everything ran");
    page.put("missing", missing.isEmpty() ? "" : "Nothing ran of: " + String.join(", ", missing) + ".");
    page.put("checks", count(children(data.path("links")).stream().mapToInt(link -> link.path("checks").size()).sum()));
    page.put("failures", failures);
    page.put("links", links);
    page.put("models", models());
    page.put("litmus", litmus());
    page.put("controls", controls());
    page.put("environment", entries(data.path("environment")));
    page.put("commit", data.path("environment").path("commit").asText());
    page.put("jdk", data.path("environment").path("JDK").asText());
    page.put("notProven", HtmlRenderer.builder().build().render(Parser.builder().build().parse(
        data.path("notProven").asText().replaceAll("\\]\\((?!https?:)", "](../../"))));
    return page;
  }

  private Map<String, Object> link(JsonNode link) {
    List<JsonNode> checks = children(link.path("checks"));
    Map<String, Long> work = new TreeMap<>();
    checks.forEach(check -> work.merge(check.path("unit").asText(), check.path("amount").asLong(), Long::sum));
    boolean failed = link.path("failures").size() > 0;
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("id", link.path("name").asText().toLowerCase(Locale.ROOT));
    shown.put("title", link.path("title").asText());
    shown.put("claim", link.path("claim").asText());
    shown.put("checker", link.path("checker").asText());
    shown.put("state", failed ? "failed" : checks.isEmpty() ? "missing" : "passed");
    shown.put("mark", failed ? "✗ failed" : checks.isEmpty() ? "– did not run" : "✓ passed");
    shown.put("work", work.entrySet().stream().map(each -> count(each.getValue()) + " " + each.getKey()).toList());
    shown.put("count", checks.size());
    shown.put("time", time(checks.stream().mapToDouble(check -> check.path("seconds").asDouble()).sum()));
    shown.put("failures", children(link.path("failures")).stream().map(failure -> Map.of(
        "link", link.path("title").asText(),
        "test", failure.path("test").asText(),
        "headline", failure.path("message").asText().lines().findFirst().orElse(""),
        "message", failure.path("message").asText(),
        "trace", failure.path("trace").asText())).toList());
    shown.put("rows", checks.stream().map(this::check).toList());
    return shown;
  }

  private Map<String, Object> check(JsonNode check) {
    Map<String, Object> shown = new LinkedHashMap<>();
    String result = check.path("result").asText();
    shown.put("check", check.path("check").asText());
    shown.put("work", count(check.path("amount").asLong()) + " " + check.path("unit").asText());
    shown.put("bounds", check.path("bounds").asText());
    shown.put("result", result.length() > LONG ? result.substring(0, LONG) + "…" : result);
    shown.put("time", time(check.path("seconds").asDouble()));
    return shown;
  }

  /** The models of the specification, with what TLC says of each. */
  private List<Map<String, Object>> models() {
    List<Map<String, Object>> models = new ArrayList<>();
    for (JsonNode check : checksOf("SPECIFICATION")) {
      JsonNode details = check.path("details");
      if (details.has("actions")) {
        Map<String, Object> model = new LinkedHashMap<>(check(check));
        model.put("shows", details.path("shows").asText());
        model.put("properties",
            String.join(", ", children(details.path("properties")).stream().map(JsonNode::asText).toList()));
        model.put("states", count(check.path("amount").asLong()));
        model.put("depth", details.path("depth").asInt() == 0 ? "" : count(details.path("depth").asLong()));
        model.put("counterexample", details.path("counterexample").asText());
        long most = children(details.path("actions")).stream().mapToLong(JsonNode::asLong).max().orElse(1);
        List<Map<String, Object>> actions = new ArrayList<>();
        details.path("actions").properties().forEach(action -> actions.add(Map.of(
            "name", action.getKey(),
            "count", count(action.getValue().asLong()),
            "width", width(action.getValue().asLong(), most))));
        model.put("actions", actions);
        models.add(model);
      }
    }
    return models;
  }

  /** The litmus tests, with the outcomes that are derived beside those that were seen. */
  private List<Map<String, Object>> litmus() {
    List<Map<String, Object>> tests = new ArrayList<>();
    data.path("outcomes").properties().forEach(test -> {
      long most = children(test.getValue()).stream().mapToLong(seen -> seen.path("count").asLong()).max().orElse(1);
      List<Map<String, Object>> outcomes = new ArrayList<>();
      test.getValue().properties().forEach(outcome -> {
        JsonNode seen = outcome.getValue();
        boolean derived = seen.path("expect").asText().startsWith("ACCEPTABLE");
        long count = seen.path("count").asLong();
        if (count > 0 || !outcome.getKey().equals(".*")) {
          outcomes.add(Map.of(
              "outcome", outcome.getKey(),
              "derived", derived ? "derived" : "not derived",
              "state", derived ? count > 0 ? "seen" : "unseen" : count > 0 ? "forbidden" : "absent",
              "count", count(count),
              "width", width(count, most),
              "meaning", seen.path("meaning").asText()));
        }
      });
      tests.add(Map.of("test", test.getKey().substring(test.getKey().lastIndexOf('.') + 1), "outcomes", outcomes));
    });
    return tests;
  }

  /** Each seeded bug with those who caught it. */
  private List<Map<String, Object>> controls() {
    Map<String, Map<String, Object>> bugs = new TreeMap<>();
    for (JsonNode check : checksOf("CONTROLS")) {
      String name = check.path("check").asText();
      int by = name.lastIndexOf(" by ");
      String bug = by < 0 ? name : name.substring(0, by);
      Map<String, Object> row =
          bugs.computeIfAbsent(bug, key -> new LinkedHashMap<>(Map.of("catches", new ArrayList<>())));
      row.put("name", bug);
      JsonNode details = check.path("details");
      row.putIfAbsent("bug", details.path("bug").asText(bug));
      if (details.has("explorer")) {
        row.put("explorer", details.path("explorer").asText());
      }
      @SuppressWarnings("unchecked")
      List<Map<String, Object>> catches = (List<Map<String, Object>>) row.get("catches");
      catches.add(Map.of(
          "checker", by < 0 ? "its check" : name.substring(by + 4),
          "finding", check.path("result").asText(),
          "counterexample", details.path("counterexample").asText()));
    }
    return List.copyOf(bugs.values());
  }

  private List<JsonNode> checksOf(String link) {
    return children(data.path("links")).stream()
        .filter(each -> each.path("name").asText().equals(link))
        .flatMap(each -> children(each.path("checks")).stream())
        .toList();
  }

  private static List<Map<String, String>> entries(JsonNode object) {
    List<Map<String, String>> entries = new ArrayList<>();
    object.properties().forEach(each -> entries.add(Map.of("name", each.getKey(), "value", each.getValue().asText())));
    return entries;
  }

  private static List<JsonNode> children(JsonNode node) {
    return StreamSupport.stream(node.spliterator(), false).toList();
  }

  /** The length of a bar in percent, on a logarithmic scale, so that the rare is seen beside the frequent. */
  private static String width(long count, long most) {
    return count == 0
        ? "0"
        : String.format(Locale.ROOT, "%.1f", Math.max(1, 100 * Math.log1p(count) / Math.log1p(most)));
  }

  private static String count(long n) {
    return String.format(Locale.ROOT, "%,d", n);
  }

  private static String time(double seconds) {
    return String.format(Locale.ROOT, "%.1f s", seconds);
  }
}
