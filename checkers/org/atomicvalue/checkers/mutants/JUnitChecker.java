package org.atomicvalue.checkers.mutants;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.atomicvalue.checkers.jvm.Command;
import org.atomicvalue.checkers.steps.NotConformable;
import org.junit.platform.console.ConsoleLauncher;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * A JUnit test class or one of its test methods, in a JVM that compiles quickly rather than well: the run is to be
 * short.
 */
public final class JUnitChecker implements Checker {

  /** Exit codes of {@link ConsoleLauncher}: a test failed; and no test was found. */
  private static final Set<Integer> TESTS_RAN = Set.of(0, 1);

  private final String name;
  private final List<String> options;

  /**
   * @param name simple name of the class, followed by {@code #} and the name of the method if it is to be one alone
   * @param options further options of the JVM, such as bounds of the test
   */
  public JUnitChecker(String name, List<String> options) {
    this.name = name;
    this.options = List.copyOf(options);
  }

  @Override
  public Judgement run(Path classes, Path folder) throws IOException, InterruptedException {
    List<String> quick = new ArrayList<>(
        List.of("-XX:+EnableDynamicAgentLoading", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    quick.addAll(options);
    Command.Result result = OtherClasses.run(classes, folder, quick, ConsoleLauncher.class, List.of(
        "execute",
        "--disable-banner",
        "--disable-ansi-colors",
        "--fail-if-no-tests",
        selector(),
        "--reports-dir=" + folder));
    if (!result.ended()) {
      return new Judgement(Judgement.Verdict.BROKEN, name + " did not end in time", result.output());
    }
    if (!TESTS_RAN.contains(result.exitCode())) {
      String problem = "the launcher could not run " + name + ": exit code " + result.exitCode();
      return new Judgement(Judgement.Verdict.BROKEN, problem, result.output());
    }
    return read(folder.resolve("TEST-junit-jupiter.xml"), result);
  }

  private String selector() throws IOException {
    String[] parts = name.split("#", 2);
    String testClass = named(parts[0]);
    return parts.length == 1 ? "--select-class=" + testClass : "--select-method=" + testClass + "#" + parts[1];
  }

  /** The full name of a class in one of the folders of the class path. */
  private static String named(String simpleName) throws IOException {
    Path file = Path.of(simpleName + ".class");
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      Path root = Path.of(entry);
      if (Files.isDirectory(root)) {
        try (Stream<Path> files = Files.walk(root)) {
          Optional<Path> found = files.filter(path -> path.getFileName().equals(file)).findFirst();
          if (found.isPresent()) {
            return root.relativize(found.get()).toString().replace(".class", "").replace(File.separator, ".");
          }
        }
      }
    }
    throw new IllegalArgumentException("there is no test class " + simpleName + " in a folder of the class path");
  }

  /**
   * A failure of the checker's own making counts; a mere exception does not, nor that a class cannot be taken apart.
   */
  private Judgement read(Path report, Command.Result result) throws IOException {
    Element suite = parse(report);
    List<Element> failures = elements(suite, "failure");
    List<Element> errors = elements(suite, "error");
    Predicate<Element> refuses = failure -> hasType(failure, NotConformable.class);
    Optional<Element> finding = Stream.concat(
        failures.stream().filter(refuses.negate()),
        errors.stream().filter(error -> hasType(error, TimeoutException.class))).findFirst();
    if (finding.isPresent()) {
      return new Judgement(Judgement.Verdict.FAILED, describe(finding.get()), result.output());
    }
    Optional<Element> problem = Stream.concat(failures.stream(), errors.stream()).findFirst();
    if (problem.isPresent()) {
      return new Judgement(Judgement.Verdict.THREW, describe(problem.get()), result.output());
    }
    if (result.exitCode() != 0) {
      return new Judgement(Judgement.Verdict.BROKEN, "no test, but a container failed", result.output());
    }
    return new Judgement(Judgement.Verdict.PASSED, "", result.output());
  }

  private static List<Element> elements(Element suite, String name) {
    NodeList nodes = suite.getElementsByTagName(name);
    return IntStream.range(0, nodes.getLength()).mapToObj(i -> (Element) nodes.item(i)).toList();
  }

  private static boolean hasType(Element failure, Class<?> type) {
    return failure.getAttribute("type").equals(type.getName());
  }

  /** "test: first line of its failure". */
  private static String describe(Element failure) {
    String test = ((Element) failure.getParentNode()).getAttribute("name");
    return Stream.of(failure.getAttribute("message"), failure.getAttribute("type"))
        .flatMap(String::lines)
        .filter(line -> !line.isBlank())
        .findFirst()
        .map(line -> test + ": " + line.strip())
        .orElse(test);
  }

  private static Element parse(Path report) throws IOException {
    try (var in = Files.newInputStream(report)) {
      return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in).getDocumentElement();
    } catch (ParserConfigurationException | SAXException e) {
      throw new IOException("not a JUnit report: " + report, e);
    }
  }
}
