package org.atomicvalue.browser;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqa.selenium.Keys;

/**
 * Plays all executions of {@code docs/explorer/modes.html} in a browser, and compares what it shows with what TLC gave.
 *
 * <p>{@code mvn test -Pbrowser}; screenshots are in {@code target/browser}.
 */
class ModesInBrowser extends PlayedPage {

  private static final Path PAGE = ExportedGraph.FOLDER.resolve("modes.html");

  static List<String> lessons() throws IOException {
    List<String> names = new ArrayList<>();
    ExportedGraph.assigned("data/lessons.js").forEach(lesson -> names.add(lesson.get("name").asText()));
    return names;
  }

  @ParameterizedTest
  @MethodSource("lessons")
  void everyExecutionEndsInItsOutcome(String name) throws Exception {
    JsonNode lesson = ExportedGraph.assigned("data/" + name + ".js");
    int played = 0;
    for (JsonNode variant : lesson.get("variants")) {
      for (JsonNode outcome : lesson.get("outcomes")) {
        JsonNode execution = variant.get("executions").get(outcome.asText());
        open(name, variant.get("mode").asText(), outcome.asText(), 0);
        if (execution == null) {
          assertEquals(List.of("no execution"), browser.texts("#count"));
          assertEquals(true, browser.evaluate("document.getElementById('forward').disabled"));
        } else {
          play(lesson, variant, outcome.asText(), execution);
          played++;
        }
      }
    }
    assertTrue(played > 0);
    browser.screenshot("modes-" + name);
  }

  private static void play(JsonNode lesson, JsonNode variant, String outcome, JsonNode execution) {
    int steps = execution.get(0).size();
    for (int i = 0; i <= steps; i++) {
      assertEquals(List.of("step " + i + " of " + steps), browser.texts("#count"));
      compare(lesson, lesson.get("states").get(execution.get(1).get(i).asInt()));
      if (i < steps) {
        browser.evaluate("(document.getElementById('forward').click(), 1)");
      }
    }
    assertEquals(true, browser.evaluate("document.getElementById('forward').disabled"));
    assertEquals(outcome, outcomeShown(), variant.get("program").asText());
  }

  /** The messages of the page are those of the state, in their order, and so is what each thread knows of them. */
  private static void compare(JsonNode lesson, JsonNode state) {
    List<String> messages = new ArrayList<>();
    for (int place = 0; place < state.get(0).size(); place++) {
      JsonNode history = state.get(0).get(place);
      for (int i = 0; i < history.size(); i++) {
        StringBuilder message = new StringBuilder(
            lesson.get("locations").get(place).asText() + " = " + history.get(i).get(0).asInt());
        for (int thread = 0; thread < state.get(1).size(); thread++) {
          boolean happensBefore = state.get(1).get(thread).get(0).get(place).asInt() == i + 1;
          boolean seen = state.get(1).get(thread).get(1).get(place).asInt() == i + 1;
          message.append(happensBefore ? " hb:t" + (thread + 1) : seen ? " saw:t" + (thread + 1) : "");
        }
        messages.add(message.append(i > 0 && state.get(2).get(place).asInt() == i + 1 ? " all:v" : "").toString());
      }
    }
    assertEquals(messages, browser.evaluate("[...document.querySelectorAll('.message')].map(each => "
        + "[each.querySelector('b').textContent, ...[...each.querySelectorAll('.pin')].map(pin => "
        + "pin.classList[1] + ':' + pin.textContent)].join(' '))"));
  }

  /** What the statements of the program have put into r1, r2 and so on. */
  private static String outcomeShown() {
    Map<String, String> registers = new TreeMap<>();
    for (Object line : (List<?>) browser.evaluate(
        "[...document.querySelectorAll('#program li')].map(each => each.textContent)")) {
      String text = (String) line;
      if (text.startsWith("r.r")) {
        registers.put(text.substring(2, 4), text.substring(text.indexOf("→ ") + 2));
      }
    }
    return String.join(", ", registers.values());
  }

  @Test
  void theTableShowsWhatIsPossibleAndWhatWasSeen() throws Exception {
    JsonNode observed = ExportedGraph.assigned("data/observed.js");
    assertFalse(observed.isEmpty());
    for (String name : lessons()) {
      JsonNode lesson = ExportedGraph.assigned("data/" + name + ".js");
      for (JsonNode variant : lesson.get("variants")) {
        String mode = variant.get("mode").asText();
        open(name, mode, lesson.get("outcomes").get(0).asText(), 0);
        List<String> possible = new ArrayList<>();
        List<String> seen = new ArrayList<>();
        for (JsonNode outcome : lesson.get("outcomes")) {
          String id = outcome.asText();
          possible.add(variant.get("executions").has(id) ? "●" : variant.get("meanings").has(id) ? "◐" : "✕");
          observed.forEach(run -> {
            JsonNode counts = run.get("tests").path(name + "." + mode);
            seen.add(counts.isMissingNode() ? "–" : String.format(Locale.ROOT, "%,d", counts.path(id).asLong()));
          });
        }
        assertAll(name + "." + mode,
            () -> assertEquals(possible, browser.evaluate(
                "[...document.querySelectorAll('#outcomes td.picked')].map(each => each.textContent)")),
            () -> assertEquals(seen, browser.evaluate(
                "[...document.querySelectorAll('#outcomes td.seen')].map(each => each.textContent)")));
      }
    }
  }

  @Test
  void aSharedAddressRestoresThePosition() throws Exception {
    open("L6_StoreBuffering", "Opaque", "0, 0", 0);
    browser.type(Keys.ARROW_RIGHT);
    browser.type(Keys.ARROW_RIGHT);
    browser.type(Keys.ARROW_RIGHT);
    browser.type(Keys.ARROW_LEFT);
    assertEquals(List.of("step 2 of 4"), browser.texts("#count"));
    List<String> before = everything();
    String address = browser.address();
    browser.open(PAGE, address.substring(address.indexOf('#')));
    browser.await("document.querySelector('main.ready')");
    assertEquals(before, everything());
    assertEquals(address, browser.address());
  }

  @Test
  void aStrongerModeTakesTheOutcomeAway() throws Exception {
    open("L1_MessagePassing", "Plain", "1, 0", 0);
    browser.type("3");
    assertTrue(browser.texts("#caption").get(0).contains("1, 0 is impossible"));
    browser.type("1");
    assertTrue(browser.texts("#caption").get(0).contains("An execution that ends in 1, 0."));
    browser.click("[data-outcome='1, 0']");
    browser.type(Keys.ARROW_DOWN);
    assertTrue(browser.texts("#caption").get(0).contains("An execution that ends in 1, 1."));
  }

  @Test
  void nothingShiftsWhileAnExecutionPlays() throws Exception {
    for (int[] size : new int[][] {{1280, 720}, {360, 740}}) {
      browser.size(size[0], size[1]);
      open("L4_ReleaseSequence", "Opaque", "2, 0", 0);
      requireNothingShifts(5);
    }
  }

  @Test
  void fitsProjectorsAndPhonesByDayAndNight() throws Exception {
    for (boolean dark : List.of(false, true)) {
      browser.dark(dark);
      for (int[] size : new int[][] {{1280, 720}, {1440, 900}, {1920, 1080}, {360, 740}}) {
        browser.size(size[0], size[1]);
        for (String name : List.of("L1_MessagePassing", "L7_IndependentReads")) {
          open(name, "Opaque", name.startsWith("L1") ? "1, 0" : "1, 0, 1, 0", 3);
          assertEquals(browser.evaluate("innerWidth"), browser.evaluate("document.documentElement.scrollWidth"),
              "something is wider than the page of " + size[0]);
          browser.screenshot("modes-" + name + "-" + size[0] + (dark ? "-dark" : ""));
        }
      }
    }
    System.out.println("first paint of the memory modes after "
        + browser.evaluate("Math.round(performance.getEntriesByType('paint')[0].startTime)") + " ms");
  }

  private static void open(String lesson, String mode, String outcome, int at) throws InterruptedException {
    browser.open(PAGE, "#lesson=%s&mode=%s&outcome=%s&at=%d".formatted(lesson, mode, outcome.replace(" ", ""), at));
    browser.await("document.querySelector('main.ready')");
  }

  private static List<String> everything() {
    return browser.texts("#count, #caption, #program, #memory, #outcomes, :checked + span");
  }
}
