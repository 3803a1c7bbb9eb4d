package org.atomicvalue.verification;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * A check that failed, as Maven's test reports tell it: a check writes no evidence unless it passes.
 *
 * @param link the link of the chain that it belongs to
 * @param test its class and name
 * @param message what it says, with the counter-example if there is one
 * @param trace where it happened
 */
record Failure(Link link, String test, String message, String trace) {

  /** The failures in a folder of reports; none if there is no such folder. */
  static List<Failure> readAll(Path folder) throws IOException, ParserConfigurationException, SAXException {
    if (Files.notExists(folder)) {
      return List.of();
    }
    List<Path> reports;
    try (Stream<Path> files = Files.list(folder)) {
      reports = files.filter(file -> file.getFileName().toString().matches("TEST-.*\\.xml")).sorted().toList();
    }
    List<Failure> failures = new ArrayList<>();
    for (Path report : reports) {
      NodeList tests = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(report.toFile())
          .getElementsByTagName("testcase");
      for (int i = 0; i < tests.getLength(); i++) {
        Element test = (Element) tests.item(i);
        Stream.of("failure", "error")
            .map(kind -> (Element) test.getElementsByTagName(kind).item(0))
            .filter(Objects::nonNull)
            .map(problem -> of(test, problem))
            .forEach(failures::add);
      }
    }
    return failures;
  }

  private static Failure of(Element test, Element problem) {
    String type = test.getAttribute("classname");
    String text = problem.getTextContent().strip();
    int stack = text.indexOf("\n\tat ");
    return new Failure(linkOf(type), type.substring(type.lastIndexOf('.') + 1) + ": " + test.getAttribute("name"),
        stack < 0 ? text : text.substring(0, stack), stack < 0 ? "" : text.substring(stack + 1));
  }

  /** By the package or the name of the test. */
  private static Link linkOf(String type) {
    String name = type.substring(type.lastIndexOf('.') + 1);
    if (name.contains("Mutants") || name.startsWith("Weakened")) {
      return Link.CONTROLS;
    }
    if (name.contains("Steps") || type.contains(".conformance.")) {
      return Link.STEPS;
    }
    String[] packages = type.split("\\.");
    return switch (packages[Math.max(0, packages.length - 2)]) {
      case "spec", "tlc", "explorer" -> Link.SPECIFICATION;
      case "lincheck" -> Link.LINEARIZABILITY;
      case "modes" -> Link.ACCESS_MODES;
      case "stress" -> Link.HARDWARE;
      case "faults" -> Link.FAULTS;
      case "bench" -> Link.COST;
      case "artifacts", "artifact" -> Link.ARTIFACTS;
      case "mutants" -> Link.CONTROLS;
      default -> Link.BEHAVIOUR;
    };
  }
}
