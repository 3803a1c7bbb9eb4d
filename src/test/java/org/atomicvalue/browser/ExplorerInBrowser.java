package org.atomicvalue.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqa.selenium.Keys;

/**
 * Plays {@code docs/explorer} in a browser and compares what it shows, step by step, with the exported graphs.
 *
 * <p>{@code mvn test -Pbrowser}; screenshots are in {@code target/browser}.
 */
class ExplorerInBrowser extends PlayedPage {

  private static final Path PAGE = ExportedGraph.FOLDER.resolve("index.html");

  static List<JsonNode> stories() throws IOException {
    List<JsonNode> stories = new ArrayList<>();
    ExportedGraph.assigned("stories.js").forEach(stories::add);
    return stories;
  }

  static List<String> namesOfStories() throws IOException {
    return stories().stream().map(story -> story.get("id").asText()).toList();
  }

  @ParameterizedTest
  @MethodSource("namesOfStories")
  void showsTheExportedStatesToTheEndOfTheStory(String id) throws Exception {
    JsonNode story = stories().stream().filter(each -> each.get("id").asText().equals(id)).findFirst().orElseThrow();
    ExportedGraph graph = new ExportedGraph(story.get("graph").asText());
    open("#story=" + id);
    int[] begun = new int[graph.threads()];
    int state = 0;
    compare(graph, state, story.get("programs"), begun);
    int points = 0;
    for (JsonNode step : story.get("steps")) {
      int thread = step.get(0).asInt() - 1;
      boolean begins = graph.isIdle(state, thread);
      String call = begins ? story.get("programs").get(thread).get(begun[thread]++).asText() : "";
      int target = graph.target(state, thread, call);
      points += graph.isPoint(state, target, thread) ? 1 : 0;
      state = target;
      browser.click("#forward");
      assertEquals(step.get(1).asText(), browser.texts("#caption").get(0));
      compare(graph, state, story.get("programs"), begun);
    }
    assertEquals(true, browser.evaluate("document.getElementById('forward').disabled"));
    assertEquals((long) points, browser.evaluate("document.querySelectorAll('.tick.point').length"));
    browser.screenshot("story-" + id);
  }

  private static void compare(ExportedGraph graph, int state, JsonNode programs, int[] begun) {
    assertEquals(graph.words(state), browser.texts("#words b"));
    assertEquals(List.of(graph.seen(state)), browser.texts("#seen b"));
    for (int t = 0; t < graph.threads(); t++) {
      String shown = browser.texts("[data-step='" + t + "'] span").get(0);
      if (!shown.equals("halted")) {
        String next =
            !graph.isIdle(state, t) ? graph.pc(state, t) : begun[t] < programs.get(t).size() ? "Request" : "finished";
        assertEquals(next, shown, "what thread " + (t + 1) + " does next");
      }
    }
    String lit = state + ":" + String.join(",", Arrays.stream(begun).mapToObj(String::valueOf).toList());
    assertEquals(lit, browser.evaluate("document.querySelector('.node.here').dataset.key"));
  }

  static List<JsonNode> bugs() throws IOException {
    List<JsonNode> bugs = new ArrayList<>();
    ExportedGraph.assigned("data/bugs.js").forEach(bugs::add);
    return bugs;
  }

  static List<String> namesOfBugs() throws IOException {
    return bugs().stream().map(bug -> bug.get("name").asText()).toList();
  }

  @ParameterizedTest
  @MethodSource("namesOfBugs")
  void showsTheCounterexampleOfTheSeededBugToItsEnd(String name) throws Exception {
    JsonNode bug = bugs().stream().filter(each -> each.get("name").asText().equals(name)).findFirst().orElseThrow();
    open("#bug=" + name);
    compare(bug, 0);
    for (JsonNode step : bug.get("steps")) {
      browser.click("#forward");
      compare(bug, step.get(2).asInt());
    }
    assertTrue(browser.texts("#caption").get(0).contains("This breaks " + bug.get("breaks").asText()));
    browser.screenshot("bug-" + name);
  }

  @Test
  void showsWhatStepConformanceFindsInEachSeededBugOfTheCode() throws Exception {
    for (JsonNode bug : ExportedGraph.assigned("data/code-bugs.js")) {
      open("#code=" + bug.get("name").asText());
      compare(bug, 0);
      for (JsonNode step : bug.get("steps")) {
        browser.click("#forward");
        compare(bug, step.get(2).asInt());
      }
      assertEquals(true, browser.evaluate("document.getElementById('forward').disabled"));
      assertTrue(browser.texts("#caption").get(0).contains(bug.get("end").asText()), bug.get("name").asText());
      browser.screenshot("code-" + bug.get("name").asText());
    }
  }

  @Test
  void showsTheTwoStatesThatRefuteTheProofOfEachSeededBugThatBreaksAStep() throws Exception {
    for (JsonNode bug : ExportedGraph.assigned("data/refutations.js")) {
      open("#proof=" + bug.get("name").asText());
      compare(bug, 0);
      browser.click("#forward");
      compare(bug, 1);
      assertEquals(true, browser.evaluate("document.getElementById('forward').disabled"));
      assertTrue(browser.texts("#caption").get(0).contains(bug.get("end").asText()), bug.get("name").asText());
      browser.screenshot("proof-" + bug.get("name").asText());
    }
  }

  private static void compare(JsonNode bug, int state) {
    List<String> words = new ArrayList<>();
    bug.get("states").get(state).get("words").forEach(word -> words.add(ExportedGraph.shown(word.asText())));
    assertEquals(words, browser.texts("#words b"));
    if (bug.has("contracts")) {
      String value = bug.get("contracts").get(state).get(0).asText();
      assertEquals(List.of(value.equals("Null") ? "empty" : value), browser.texts("#seen b"));
    }
    assertEquals(String.valueOf(state), browser.evaluate("document.querySelector('.node.here').dataset.key"));
  }

  @Test
  void aSharedAddressRestoresThePosition() throws Exception {
    open("#class=AtomicValue&t1=store(a1);load()&t2=compareAndSwap(null,b1)&path=&at=0");
    for (String key : List.of("1", "2", "1", "2", "2", "1", "2")) {
      browser.type(key);
    }
    browser.type(Keys.ARROW_LEFT);
    assertEquals(List.of("step 6 of 7"), browser.texts("#count"));
    List<String> before = everything();
    String address = browser.address();
    open(address.substring(address.indexOf('#')));
    assertEquals(before, everything());
    assertEquals(address, browser.address());
    browser.screenshot("own-play");
  }

  @Test
  void aDeclaredTypeCanBeChosen() throws Exception {
    open("#class=AtomicValue&declared=A&t1=store(a1)&t2=load()&path=1&at=1");
    assertEquals(List.of("A", "null"), browser.texts("#words b"));
    String address = browser.address();
    browser.click("#choose");
    assertEquals("A", browser.evaluate("document.querySelector('#choices [aria-label=type]').value"));
    browser.click("#chooser .main");
    browser.await("location.hash.endsWith('at=0')");
    assertEquals(address.replace("path=1&at=1", "path=&at=0"), browser.address());
    assertEquals(List.of("A", "null"), browser.texts("#words b"));
  }

  @Test
  void aStateIsAClickAway() throws Exception {
    open("#story=race");
    browser.evaluate("(document.querySelector('.node.end').dispatchEvent(new MouseEvent('click')), 1)");
    assertEquals(List.of("finished", "finished"), browser.texts(".step span"));
    assertEquals("Your own play", browser.evaluate("document.getElementById('scene').selectedOptions[0].text"));
  }

  @Test
  void aHaltedThreadDoesNotMove() throws Exception {
    open("#story=first-store&at=3");
    browser.click("[data-thread=t1] input");
    assertEquals(List.of("halted", "Request"), browser.texts(".step span"));
    browser.type("1");
    assertEquals(List.of("step 3 of 3"), browser.texts("#count"));
    browser.type("2");
    assertEquals(List.of("step 4 of 4"), browser.texts("#count"));
  }

  @Test
  void nothingShiftsWhileAStoryPlays() throws Exception {
    open("#story=waiting-writer");
    requireNothingShifts(14);
  }

  @Test
  void fitsProjectorsAndPhonesByDayAndNight() throws Exception {
    for (boolean dark : List.of(false, true)) {
      browser.dark(dark);
      for (int[] size : new int[][] {{1280, 720}, {1440, 900}, {1920, 1080}, {390, 844}}) {
        browser.size(size[0], size[1]);
        open("#story=halted-writer&at=8");
        assertEquals(browser.evaluate("innerWidth"), browser.evaluate("document.documentElement.scrollWidth"),
            "something is wider than the page of " + size[0]);
        browser.screenshot("halted-writer-" + size[0] + (dark ? "-dark" : ""));
      }
    }
    System.out.println("first paint of the explorer after "
        + browser.evaluate("Math.round(performance.getEntriesByType('paint')[0].startTime)") + " ms");
  }

  private static void open(String fragment) throws InterruptedException {
    browser.open(PAGE, fragment);
    browser.await("document.querySelector('.node.here')");
  }

  private static List<String> everything() {
    return browser.texts("#count, #caption, #words, #seen, #threads, #code h2, .tick.here");
  }
}
