package org.atomicvalue.controls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.atomicvalue.checkers.evidence.Evidence;
import org.atomicvalue.checkers.evidence.Link;
import org.atomicvalue.checkers.mutants.Judgement;
import org.atomicvalue.steps.StepsCheckers;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Every small change that PIT makes to the library's bytecode is noticed: by the behaviour tests, which PIT has run
 * before; or by step conformance, since tests of one thread cannot notice a change in what happens between threads; or
 * it is among those that neither can, each with its reason, in {@code src/test/mutants/unkilled.json}.
 *
 * <p>{@code -Pdeep} makes more kinds of changes.
 */
class MutationTestingIT {

  private static final Path REPORTS = Path.of("target", "pit-reports");
  private static final Path FOLDER = Path.of("target", "pit-mutants");
  private static final Path EXPLAINED = Path.of("src", "test", "mutants", "unkilled.json");

  /**
   * A change of the bytecode.
   *
   * @param id where PIT made it and how, as in the details of the exported class file
   * @param text the same for people, without line numbers
   */
  private record Change(String type, String id, String text, boolean isDetected) {}

  @Test
  void everyChangeIsNoticedOrExplained() throws Exception {
    long start = System.nanoTime();
    List<Change> changes = changes();
    assertTrue(changes.size() > 50, () -> "PIT made only " + changes.size() + " changes");
    List<Change> survivors = changes.stream().filter(change -> !change.isDetected).toList();
    Map<String, Path> exported = exported();
    Set<String> unnoticed = new TreeSet<>();
    int byConformance = 0;
    for (Change change : survivors) {
      Judgement judgement = conformance(change, exported.get(change.id));
      if (judgement.verdict() == Judgement.Verdict.FAILED) {
        byConformance++;
        System.out.printf("%s: %s%n", change.text, judgement.finding());
      } else {
        unnoticed.add(change.text);
      }
    }
    Map<String, String> explained = explained(changes);
    assertEquals(String.join("\n", explained.keySet()), String.join("\n", unnoticed),
        () -> "the changes explained in " + EXPLAINED
            + ", and those that no check notices: strengthen the tests, or say"
            + " why none can notice it");
    int byTests = changes.size() - survivors.size();
    String result = "%d by behaviour tests, %d by step conformance, %d explained"
        .formatted(byTests, byConformance, changes.size() - byTests - byConformance);
    System.out.printf("PIT: %d changes of the library noticed or explained: %s%n", changes.size(), result);
    new Evidence(Link.CONTROLS, "mutation testing", byTests + byConformance, "catches",
        changes.size() + " changes by PIT", result, (System.nanoTime() - start) / 1e9)
        .with(
            Map.of("changes", changes.size(), "byTests", byTests, "byConformance", byConformance))
        .record();
  }

  private static List<Change> changes() throws Exception {
    Path report = REPORTS.resolve("mutations.xml");
    assertTrue(Files.exists(report), () -> report + " is missing: run mvn verify, of which PIT is a part");
    NodeList mutations = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(report.toFile())
        .getElementsByTagName("mutation");
    List<Change> changes = new ArrayList<>();
    for (int i = 0; i < mutations.getLength(); i++) {
      Element mutation = (Element) mutations.item(i);
      String type = text(mutation, "mutatedClass");
      String method = text(mutation, "mutatedMethod");
      String id = "clazz=%s, method=%s, methodDesc=%s], indexes=[%s], mutator=%s]".formatted(
          type, method, text(mutation, "methodDescription"), text(mutation, "index"), text(mutation, "mutator"));
      String simpleName = type.replaceFirst(".*\\.", "");
      changes.add(new Change(type, id, "%s.%s: %s".formatted(simpleName, method, text(mutation, "description")),
          Boolean.parseBoolean(mutation.getAttribute("detected"))));
    }
    return changes;
  }

  private static String text(Element element, String child) {
    return element.getElementsByTagName(child).item(0).getTextContent();
  }

  /** The changed class files by the changes' identities. */
  private static Map<String, Path> exported() throws IOException {
    Map<String, Path> exported = new TreeMap<>();
    try (Stream<Path> files = Files.walk(REPORTS.resolve("export"))) {
      for (Path details : files.filter(file -> file.endsWith("details.txt")).toList()) {
        String text = Files.readString(details);
        String id = text.substring(text.indexOf("clazz="), text.indexOf(", filename="));
        exported.put(id, details.getParent());
      }
    }
    return exported;
  }

  private static Judgement conformance(Change change, Path exported) throws Exception {
    assertTrue(exported != null, () -> "PIT has not exported " + change.id);
    Path classes = FOLDER.resolve(exported.getFileName()).resolve("classes");
    Path file = classes.resolve(change.type.replace('.', '/') + ".class");
    Files.createDirectories(file.getParent());
    Files.write(file, Files.readAllBytes(exported.resolve(change.type + ".class")));
    return StepsCheckers.of(change.type.replaceFirst(".*\\.", "")).run(classes, classes.getParent());
  }

  /** The reasons by the texts of the changes; of the changes that only -Pdeep makes, those that have been made. */
  private static Map<String, String> explained(List<Change> changes) throws IOException {
    Map<String, String> reasons = new TreeMap<>();
    for (JsonNode entry : new ObjectMapper().readTree(EXPLAINED.toFile())) {
      assertTrue(!entry.path("reason").asText().isBlank(), () -> EXPLAINED + " gives no reason for " + entry);
      for (JsonNode change : entry.path("changes")) {
        boolean isMade = changes.stream().anyMatch(made -> made.text.equals(change.asText()));
        if (isMade || !entry.path("deep").asBoolean()) {
          reasons.put(change.asText(), entry.path("reason").asText());
        }
      }
    }
    return reasons;
  }
}
