package org.atomicvalue.checkers.tlc.junit;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.lang.annotation.Annotation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.atomicvalue.checkers.tlc.Tlc;
import org.atomicvalue.checkers.tlc.TlcResult;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder of models as tests: what passes, what fails and how it says so, and what is written. */
class ModelFolderIT {

  /** Processes increment a number, each by a read and a write; without the lock, increments get lost. */
  private static final String COUNTER =
      """
      ---- MODULE Counter ----
      EXTENDS Naturals
      CONSTANT Processes
      VARIABLES counter, seen, phase
      vars == <<counter, seen, phase>>
      Init ==
        /\\ counter = 0
        /\\ seen = [p \\in Processes |-> 0]
        /\\ phase = [p \\in Processes |-> "idle"]
      Read(p) ==
        /\\ phase[p] = "idle"
        /\\ counter < 3
        /\\ seen' = [seen EXCEPT ![p] = counter]
        /\\ phase' = [phase EXCEPT ![p] = "read;end"]
        /\\ UNCHANGED counter
      Write(p) ==
        /\\ phase[p] = "read;end"
        /\\ counter' = seen[p] + 1
        /\\ phase' = [phase EXCEPT ![p] = "idle"]
        /\\ UNCHANGED seen
      Overflow == counter > 3 /\\ UNCHANGED vars
      Next == Overflow \\/ \\E p \\in Processes : Read(p) \\/ Write(p)
      Spec == Init /\\ [][Next]_vars /\\ WF_vars(Next)
      NothingIsLost == [][counter' >= counter]_vars
      InBounds == counter <= 3
      Small == counter < 2
      Grows == <>(counter > 0)
      ====
      """;

  @TempDir Path folder;

  private final List<String> passed = new ArrayList<>();

  /** Whether the tests are those of the slow models. */
  private boolean slow;

  @BeforeEach
  void write() throws Exception {
    Files.writeString(folder.resolve("Counter.tla"), COUNTER);
    config("Counter", "{p1}", "INVARIANT InBounds");
  }

  private void config(String name, String processes, String checks) throws Exception {
    Files.writeString(folder.resolve(name + ".cfg"),
        "CONSTANT Processes = %s%nSPECIFICATION Spec%nCHECK_DEADLOCK FALSE%n%s%n".formatted(processes, checks));
  }

  private void expectations(String entries) throws Exception {
    Files.writeString(folder.resolve("expected.json"), "[\n" + entries + "\n]\n");
  }

  private static String entry(String model, String result, String figures) {
    return """
          {
            "model": "%s",
            "module": "Counter",
            "result": "%s",
            %s,
            "neverFires": {
              "Overflow": "the limit is not exceeded"
            }
          }""".formatted(model, result, figures).indent(2).stripTrailing();
  }

  /** The outcome of each test by its name: "passed", "aborted" or "failed", and what it says. */
  private Map<String, String> run(boolean writes) throws Exception {
    Map<String, String> outcomes = new TreeMap<>();
    try (Stream<DynamicTest> tests = new ModelFolder(models(), writes, (e, a) -> passed.add(e.model())).tests()) {
      for (DynamicTest test : tests.toList()) {
        try {
          test.getExecutable().execute();
          outcomes.put(test.getDisplayName(), "passed");
        } catch (AssertionError e) {
          outcomes.put(test.getDisplayName(), "failed: " + e.getMessage());
        } catch (Throwable e) {
          outcomes.put(test.getDisplayName(), "aborted: " + e.getMessage());
        }
      }
    }
    return outcomes;
  }

  private static final String PASSES = "\"distinctStates\": 8,\n  \"depth\": 7";

  @Test
  void modelThatIsAsExpected() throws Exception {
    expectations(entry("Counter", "ok", "\"distinctStates\": 7,\n  \"depth\": 7"));
    assertEquals(Map.of("Counter", "passed"), run(false));
    assertEquals(List.of("Counter"), passed);
  }

  @Test
  void otherFiguresFail() throws Exception {
    expectations(entry("Counter", "ok", PASSES));
    String said = run(false).get("Counter");
    assertTrue(said.startsWith("failed: Counter is not as expected."), said);
    assertTrue(said.contains("distinct states: expected 8, but TLC found 7"), said);
    assertEquals(List.of(), passed);
  }

  @Test
  void configurationWithoutAnEntryPrintsTheEntryToPaste() throws Exception {
    String said = run(false).get("Counter");
    assertTrue(said.contains("has no entry for Counter."), said);
    String entry = said.substring(said.indexOf("  {\n"), said.indexOf("\n  }") + "\n  }".length());
    assertTrue(entry.contains("\"Overflow\": \"\""), entry);
    expectations(entry);
    said = run(false).get("Counter");
    assertTrue(said.contains("no reason is given for it that this action never fires: Overflow"), said);
    expectations(entry.replace("\"Overflow\": \"\"", "\"Overflow\": \"the limit is not exceeded\""));
    assertEquals(Map.of("Counter", "passed"), run(false));
  }

  @Test
  void writingIsNoCheck() throws Exception {
    config("Counter_small", "{p1}", "INVARIANT Small");
    expectations(entry("Counter", "violates Small", PASSES));
    Map<String, String> outcomes = run(true);
    assertEquals(2, outcomes.size());
    outcomes.values().forEach(said -> assertTrue(said.startsWith("aborted: nothing was checked"), said));
    String written = Files.readString(folder.resolve("expected.json"));
    assertTrue(written.startsWith("[\n" + entry("Counter", "ok", "\"distinctStates\": 7,\n  \"depth\": 7")), written);
    Expectation small = Expectations.of(folder, "Counter_small");
    assertEquals("violates Small", small.result());
    assertEquals(5, small.counterexample());
  }

  @Test
  void witness() throws Exception {
    config("Counter", "{p1}", "INVARIANT Small");
    expectations(entry("Counter", "violates Small", "\"distinctStates\": 5,\n \"depth\": 5,\n \"counterexample\": 5"));
    assertEquals(Map.of("Counter", "passed"), run(false));
    expectations(entry("Counter", "violates Small", "\"distinctStates\": 5,\n \"depth\": 5,\n \"counterexample\": 6"));
    assertTrue(run(false).get("Counter").contains("states of the counter-example: expected 6, but TLC found 5"));
  }

  @Test
  void slowModelsAreLeftToAClassOfTheirOwn() throws Exception {
    config("Counter_slow", "{p1}", "INVARIANT InBounds");
    String figures = "\"distinctStates\": 7, \"depth\": 7";
    expectations(entry("Counter", "ok", figures) + "," + entry("Counter_slow", "ok", figures + ", \"slow\": true"));
    assertEquals(Map.of("Counter", "passed"), run(false));
    System.setProperty("model", "Counter_slow");
    try {
      assertEquals(Map.of("Counter_slow", "passed"), run(false));
    } finally {
      System.clearProperty("model");
    }
    slow = true;
    assertEquals(Map.of("Counter_slow", "passed"), run(false));
  }

  @Test
  void entryWithoutAConfiguration() throws Exception {
    expectations(entry("Counter", "ok", "\"distinctStates\": 7, \"depth\": 7") + "," + entry("Gone", "ok", PASSES));
    Map<String, String> outcomes = run(false);
    assertEquals("passed", outcomes.get("Counter"));
    assertTrue(outcomes.get("Gone").contains("there is no Gone.cfg"), outcomes::toString);
  }

  @Test
  void emptyFolder() throws Exception {
    Files.delete(folder.resolve("Counter.cfg"));
    assertThrows(IllegalStateException.class, () -> run(false));
  }

  @Test
  void warningHasToBeAccepted() throws Exception {
    config("Counter", "{p1}", "CONSTRAINT InBounds PROPERTY Grows");
    String figures = "\"distinctStates\": 7, \"depth\": 7";
    expectations(entry("Counter", "ok", figures));
    String said = run(false).get("Counter");
    assertTrue(said.contains("warnings: expected [], but TLC found [2284]"), said);
    assertTrue(said.contains("expected ok, but TLC found is in doubt because of a warning"), said);
    expectations(entry("Counter", "ok", figures + ", \"warnings\": {\"2284\": \"no state is beyond the bounds\"}"));
    assertEquals(Map.of("Counter", "passed"), run(false));
  }

  @Test
  void failureIsToldInThreeWays() throws Exception {
    config("Counter", "{p1, p2}", "PROPERTY NothingIsLost");
    TlcResult result =
        new Tlc(folder.resolve("Counter.tla"), folder.resolve("Counter.cfg")).folder(folder).small().run();
    assertEquals("violates NothingIsLost", result.summary());
    Expectation expected = Expectation.none("Counter", "Counter");
    List<String> differences = expected.differences(result);

    String terminal = Told.inTerminal(expected, result, differences, null);
    assertTrue(terminal.contains("  2. Read\n       phase = "), terminal);
    assertFalse(terminal.contains("  2. Read\n       counter = "), terminal);

    String markdown = Told.asMarkdown(expected, result, differences);
    assertAll(
        () -> assertTrue(markdown.startsWith("### TLC: Counter violates NothingIsLost\n"), markdown),
        () -> assertTrue(markdown.contains("| 2 | Read | phase'[p"), markdown),
        () -> assertTrue(markdown.contains("````mermaid\nsequenceDiagram\n  participant P0 as p1\n"), markdown),
        () -> assertTrue(markdown.contains("  Note over P0,P1: Initial predicate: "), markdown),
        () -> assertTrue(markdown.contains(": Read: phase'[p1] = \"read#59;e#110;d\""), markdown),
        () -> assertTrue(markdown.matches("(?s).*\n  P0->>P0: .*"), markdown),
        () -> assertTrue(markdown.matches("(?s).*\n  P1->>P1: .*"), markdown));

    Told.asJson(result);
    JsonNode json = new ObjectMapper().readTree(Told.json(result).toFile());
    assertEquals("SAFETY_VIOLATED", json.path("outcome").asText());
    assertEquals(result.counterexample().orElseThrow().length(), json.path("problems").path(0).path("states").size());
    assertEquals(result.log().getParent(), Told.json(result).getParent());
  }

  @Test
  void classWithoutTheAnnotation() {
    assertThrows(IllegalStateException.class, () -> new TlcModelTests() {}.models());
  }

  private TlcModels models() {
    return new TlcModels() {

      @Override
      public String folder() {
        return ModelFolderIT.this.folder.toString();
      }

      @Override
      public String expectations() {
        return Expectations.FILE;
      }

      @Override
      public String[] library() {
        return new String[0];
      }

      @Override
      public String[] jars() {
        return new String[0];
      }

      @Override
      public String classes() {
        return "";
      }

      @Override
      public boolean slow() {
        return slow;
      }

      @Override
      public int limitSeconds() {
        return 0;
      }

      @Override
      public Class<? extends Annotation> annotationType() {
        return TlcModels.class;
      }
    };
  }
}
