package org.atomicvalue.checkers.tlc.junit;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.atomicvalue.checkers.tlc.Counterexample;
import org.atomicvalue.checkers.tlc.Explanation;
import org.atomicvalue.checkers.tlc.Place;
import org.atomicvalue.checkers.tlc.Problem;
import org.atomicvalue.checkers.tlc.TlcResult;

/** What TLC found, told to those who have to deal with it: in a terminal, on a page of GitHub's, to a program. */
final class Told {

  private Told() {}

  /** @param classes with the lines that perform the actions; null if there are none */
  static String inTerminal(Expectation expected, TlcResult actual, List<String> differences, Path classes) {
    StringBuilder text = new StringBuilder(expected.model()).append(" is not as expected.\n");
    differences.forEach(difference -> text.append("  ").append(difference).append('\n'));
    return text.append(classes == null ? Explanation.of(actual) : Explanation.of(actual, classes))
        .append("\nThe same as JSON: ").append(json(actual)).toString();
  }

  /** Appends to the summary of the step, if this runs on GitHub. */
  static void inStepSummary(Expectation expected, TlcResult actual, List<String> differences) throws IOException {
    String summary = System.getenv("GITHUB_STEP_SUMMARY");
    if (summary != null && !summary.isBlank()) {
      Files.writeString(Path.of(summary), asMarkdown(expected, actual, differences), StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    }
  }

  static String asMarkdown(Expectation expected, TlcResult actual, List<String> differences) {
    StringBuilder text = new StringBuilder("### TLC: %s %s%n%n".formatted(expected.model(), actual.summary()));
    if (!expected.shows().isEmpty()) {
      text.append("It should show: %s.%n%n".formatted(expected.shows()));
    }
    text.append(block("", String.join("\n", differences)));
    for (Problem problem : actual.problems()) {
      text.append(block("", problem.text()));
      problem.counterexample().ifPresent(behaviour -> {
        text.append("| state | action | what changes |\n|---|---|---|\n");
        List<List<String>> changes = Changes.of(behaviour);
        for (int i = 0; i < behaviour.length(); i++) {
          Counterexample.State state = behaviour.states().get(i);
          text.append("| %d | %s | %s |%n".formatted(state.number(), cell(state.action()),
              cell(String.join("\n", changes.get(i)))));
        }
        behaviour.backTo().ifPresent(number -> text.append("%nThen %s leads back to state %d, and so on for ever.%n"
            .formatted(behaviour.backBy(), number)));
        text.append(behaviour.stutters() ? "\nThen nothing happens any more.\n" : "").append('\n');
        SequenceDiagram.of(behaviour).ifPresent(diagram -> text.append(block("mermaid", diagram)));
      });
    }
    actual.warnings()
        .forEach(warning -> text.append("TLC warns (%d): %s%n%n".formatted(warning.code(), warning.text())));
    return text.toString();
  }

  private static String block(String language, String content) {
    return "````%s%n%s%n````%n%n".formatted(language, content.strip());
  }

  private static String cell(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("|", "\\|").replace("\n", "<br>");
  }

  /** Writes the result beside TLC's log. */
  static void asJson(TlcResult result) throws IOException {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("model", result.model());
    json.put("outcome", result.outcome());
    json.put("summary", result.summary());
    json.put("problems", result.problems().stream().map(Told::asJson).toList());
    json.put("warnings", result.warnings().stream()
        .map(each -> Map.of("code", each.code(), "text", each.text(), "touchesSoundness", each.touchesSoundness()))
        .toList());
    result.generatedStates().ifPresent(count -> json.put("generatedStates", count));
    result.distinctStates().ifPresent(count -> json.put("distinctStates", count));
    result.depth().ifPresent(depth -> json.put("depth", depth));
    List<Map<String, Object>> actions = new ArrayList<>();
    result.actions().forEach(action -> {
      Map<String, Object> entry = new LinkedHashMap<>(Map.of("name", action.name(), "place", asJson(action.place())));
      action.steps().ifPresent(steps -> entry.put("steps", steps));
      actions.add(entry);
    });
    json.put("actions", actions);
    json.put("seconds", result.seconds());
    json.put("log", result.log().toString());
    Files.writeString(json(result),
        new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(json) + "\n");
  }

  static Path json(TlcResult result) {
    return Path.of(result.log().toString().replaceFirst("\\.log$", "") + ".json");
  }

  private static Map<String, Object> asJson(Problem problem) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("kind", problem.kind());
    json.put("text", problem.text());
    json.put("candidates", problem.candidates());
    problem.counterexample().ifPresent(behaviour -> {
      List<Map<String, Object>> states = new ArrayList<>();
      behaviour.states().forEach(state -> {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("number", state.number());
        entry.put("action", state.action());
        state.place().ifPresent(place -> entry.put("place", asJson(place)));
        entry.put("variables", state.variables());
        states.add(entry);
      });
      json.put("states", states);
      behaviour.backTo().ifPresent(number -> json.put("backTo", number));
      json.put("stutters", behaviour.stutters());
    });
    return json;
  }

  private static Map<String, Object> asJson(Place place) {
    return new LinkedHashMap<>(Map.of("module", place.module(), "line", place.line(), "column", place.column()));
  }
}
