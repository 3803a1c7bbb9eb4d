package org.atomicvalue.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.atomicvalue.checkers.evidence.Evidence;

/**
 * Each seeded bug beside those who caught it.
 *
 * @param techniques what the columns stand for
 * @param bugs the rows
 */
record ControlsSection(List<String> techniques, List<Bug> bugs) {

  private static final List<String> TECHNIQUES =
      List.of("JUnit", "steps", "class file", "Lincheck", "jcstress", "TLC", "proof", "access modes");

  /**
   * A seeded bug.
   *
   * @param explorer where the explorer plays it; may be empty
   * @param cells by technique
   */
  record Bug(String name, String title, List<Play> explorer, List<Cell> cells, List<Catch> catches) {}

  /** @param address on the explorer's page */
  record Play(String address, String text) {}

  /** @param count how often a technique caught it; empty if it was not to */
  record Cell(String technique, String count) {}

  record Catch(String checker, String finding, String counterexample) {}

  static ControlsSection of(List<Evidence> checks) {
    Map<String, List<Evidence>> bugs = new TreeMap<>();
    checks.stream()
        .filter(check -> check.check().contains(" by "))
        .filter(check -> check.details().containsKey("bug"))
        .forEach(check -> bugs.computeIfAbsent(bug(check), name -> new ArrayList<>()).add(check));
    return new ControlsSection(TECHNIQUES, bugs.entrySet().stream()
        .map(bug -> bug(bug.getKey(), bug.getValue()))
        .toList());
  }

  private static Bug bug(String name, List<Evidence> catches) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    TECHNIQUES.forEach(technique -> counts.put(technique, 0));
    catches.forEach(check -> counts.merge(technique(checker(check)), 1, Integer::sum));
    return new Bug(name, detail(catches, "bug", name), plays(catches),
        counts.entrySet().stream()
            .map(each -> new Cell(each.getKey(), each.getValue() == 0 ? "" : each.getValue().toString()))
            .toList(),
        catches.stream()
            .map(check -> new Catch(checker(check), check.result(), detail(List.of(check), "counterexample", "")))
            .toList());
  }

  private static List<Play> plays(List<Evidence> catches) {
    return catches.stream()
        .flatMap(check -> Stream.ofNullable((String) check.details().get("explorer")))
        .map(address -> new Play(address,
            address.startsWith("proof=") ? "play what refutes the proof" : "play it in the explorer"))
        .toList();
  }

  private static String detail(List<Evidence> catches, String key, String otherwise) {
    return catches.stream()
        .flatMap(check -> Stream.ofNullable((String) check.details().get(key)))
        .findFirst()
        .orElse(otherwise);
  }

  private static String bug(Evidence check) {
    return check.check().substring(0, check.check().lastIndexOf(" by "));
  }

  private static String checker(Evidence check) {
    return check.check().substring(check.check().lastIndexOf(" by ") + 4);
  }

  /** Of a checker, which is a test class or the name of a technique. */
  private static String technique(String checker) {
    if (checker.equals("TLC")) {
      return "TLC";
    }
    if (checker.equals("the proof")) {
      return "proof";
    }
    if (checker.equals("the proof of the class file")) {
      return "class file";
    }
    if (checker.equals("access modes") || checker.equals("litmus tests")) {
      return "access modes";
    }
    if (checker.contains("Lincheck")) {
      return "Lincheck";
    }
    if (checker.contains("Steps") || checker.equals("step conformance")) {
      return "steps";
    }
    return checker.contains(".Of") ? "jcstress" : "JUnit";
  }
}
