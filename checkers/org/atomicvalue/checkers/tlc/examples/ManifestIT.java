package org.atomicvalue.checkers.tlc.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.atomicvalue.checkers.tlc.TlcResult;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A small imitation of {@code tlaplus/Examples}, in both of its layouts: what agrees, what differs, what cannot be run.
 */
class ManifestIT {

  private static final String COUNT =
      """
      ---- MODULE Count ----
      EXTENDS Naturals
      VARIABLE x
      Init == x = 0
      Next == x < 4 /\\ x' = x + 1
      Spec == Init /\\ [][Next]_x
      NotTwo == x # 2
      Twos == [][x' = x + 2]_x
      ====
      """;

  @TempDir Path root;

  private Path folder;

  @BeforeEach
  void write() throws Exception {
    folder = Files.createDirectories(root.resolve("specifications/Counting"));
    Files.writeString(folder.resolve("Count.tla"), COUNT);
    Files.writeString(folder.resolve("Extended.tla"),
        "---- MODULE Extended ----\nEXTENDS Count, FunctionsOfOthers\n====\n");
    config("Count", "CHECK_DEADLOCK FALSE");
    config("Deadlock", "");
    config("Violated", "INVARIANT NotTwo");
    config("Property", "PROPERTY Twos");
    config("Newer", "ALIAS NotTwo");
  }

  private void config(String name, String checks) throws Exception {
    Files.writeString(folder.resolve(name + ".cfg"), "SPECIFICATION Spec\n" + checks + "\n");
  }

  /** What is said of each model, by the name of its configuration. */
  private Map<String, String> verdicts() throws Exception {
    Map<String, String> verdicts = new TreeMap<>();
    for (PublishedModel model : Manifest.read(root)) {
      String name = model.config().getFileName().toString();
      if (!model.small()) {
        verdicts.put(name, "not small");
      } else if (model.notRun().isPresent()) {
        verdicts.put(name, model.notRun().get());
      } else {
        TlcResult result = model.run(root.resolve("logs"), List.of(), List.of(), Duration.ofMinutes(2));
        Optional<String> couldNotRun = PublishedModel.couldNotRun(result);
        verdicts.put(name, couldNotRun.orElseGet(() -> String.join("; ", model.differences(result))
            + model.differenceOfDepth(result).map(depth -> "; and " + depth).orElse("")));
      }
    }
    return verdicts;
  }

  private static String model(String name, String rest) {
    return "{\"path\": \"specifications/Counting/%s.cfg\", %s}".formatted(name, rest);
  }

  private static final String FIGURES = "\"distinctStates\": 5, \"totalStates\": 5, \"stateDepth\": 5";

  @Test
  void oneManifestForAll() throws Exception {
    Files.writeString(root.resolve("manifest.json"), """
        {"specifications": [{"path": "specifications/Counting", "title": "Counting", "modules": [
          {"path": "specifications/Counting/Count.tla", "models": [%s, %s, %s, %s]}]}]}
        """.formatted(
        model("Count", "\"runtime\": \"00:00:01\", \"size\": \"small\", \"mode\": \"exhaustive search\","
            + "\"features\": [], \"result\": \"success\", " + FIGURES),
        model("Deadlock", "\"runtime\": \"00:00:01\", \"size\": \"small\", \"mode\": \"exhaustive search\","
            + "\"features\": [\"ignore deadlock\"], \"result\": \"success\", " + FIGURES.replace(": 5}", ": 6}")),
        model("Violated", "\"runtime\": \"00:00:01\", \"size\": \"large\", \"features\": [], \"result\": \"success\""),
        model("Property", "\"runtime\": \"00:00:01\", \"size\": \"small\", \"config\": [\"ignore deadlock\","
            + "{\"simulate\": {\"traceCount\": 2}}], \"result\": \"safety failure\"")));
    assertEquals(Map.of("Count.cfg", "", "Deadlock.cfg", "", "Violated.cfg", "not small", "Property.cfg", ""),
        verdicts());
  }

  @Test
  void oneManifestInEachFolder() throws Exception {
    String quick = "\"runtime\": \"00:00:05\", \"mode\": \"exhaustive search\", ";
    Files.writeString(folder.resolve("manifest.json"), """
        {"sources": [], "authors": [], "tags": [], "modules": [
          {"path": "specifications/Counting/Count.tla", "features": [], "models": [%s, %s, %s, %s, %s]}]}
        """.formatted(
        model("Count", quick + "\"result\": \"success\", \"distinctStates\": 6, \"totalStates\": 5, \"stateDepth\": 4"),
        model("Deadlock", quick + "\"result\": \"deadlock failure\""),
        model("Violated", quick + "\"result\": \"success\""),
        model("Property", quick + "\"result\": \"liveness failure\""),
        model("Newer", quick + "\"result\": \"success\"")));
    assertEquals(Map.of(
        "Count.cfg", "distinct states: published: 6; TLC 2.18: 5; and depth: published: 4; TLC 2.18: 5",
        "Deadlock.cfg", "",
        "Violated.cfg", "published: success; TLC 2.18: violates NotTwo",
        "Property.cfg", "",
        "Newer.cfg", "its configuration has a keyword that TLC 2.18 does not know"), verdicts());
  }

  @Test
  void modesAndModulesThatAreNotThere() throws Exception {
    Files.writeString(folder.resolve("manifest.json"), """
        {"modules": [
          {"path": "specifications/Counting/Count.tla", "models": [%s, %s, %s]},
          {"path": "specifications/Counting/Extended.tla", "models": [%s]}]}
        """.formatted(
        model("Count",
            "\"runtime\": \"00:00:30\", \"mode\": {\"simulate\": {\"traceCount\": 3}}, \"result\": \"success\""),
        model("Violated", "\"runtime\": \"00:00:01\", \"mode\": \"symbolic\", \"result\": \"success\""),
        model("Property", "\"runtime\": \"unknown\", \"mode\": \"exhaustive search\", \"result\": \"unknown\""),
        model("Deadlock", "\"runtime\": \"00:00:01\", \"mode\": \"exhaustive search\", \"result\": \"success\"")));
    Map<String, String> verdicts = verdicts();
    assertEquals("", verdicts.get("Count.cfg"));
    assertEquals("is checked by Apalache, not by TLC", verdicts.get("Violated.cfg"));
    assertEquals("not small", verdicts.get("Property.cfg"));
    assertTrue(verdicts.get("Deadlock.cfg").startsWith("needs the module FunctionsOfOthers"), verdicts::toString);
  }

  @Test
  void folderThatIsNoCopy() {
    assertThrows(IllegalArgumentException.class, () -> Manifest.read(root.resolve("specifications")));
  }
}
