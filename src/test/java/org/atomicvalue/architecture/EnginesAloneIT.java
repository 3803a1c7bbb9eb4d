package org.atomicvalue.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.atomicvalue.checkers.jvm.Javac;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * The engines compile without the library and without the checks of this project, against the dependencies that {@code
 * checkers/pom.xml} names, which are those of the build. Unlike {@link ArchitectureTest} this sees what leaves no trace
 * in class files: imports for documentation, and constants.
 */
class EnginesAloneIT {

  private static final Path ENGINES = Path.of("checkers");
  private static final Path POM = ENGINES.resolve("pom.xml");

  @TempDir Path folder;

  @Test
  void enginesCompileAlone() throws Exception {
    List<Path> sources = sources();
    assertTrue(sources.size() > 50, () -> "only " + sources.size() + " sources in " + ENGINES);
    assertEquals("", String.join("\n", errors(sources)), () -> "compiling " + ENGINES + " with nothing but " + jars());
  }

  @Test
  void anImportOfTheLibraryDoesNotCompile() throws Exception {
    Path engine = Files.writeString(folder.resolve("Engine.java"), """
        package org.atomicvalue.checkers;
        import org.atomicvalue.AtomicValue;
        /** Has to do with {@link AtomicValue}. */
        class Engine {}
        """);
    List<String> errors = errors(List.of(engine));
    assertEquals(1, errors.size(), errors::toString);
    assertTrue(errors.get(0).contains("import org.atomicvalue.AtomicValue"), errors.get(0));
  }

  @Test
  void bothArtifactsHaveTheSameVersion() throws Exception {
    assertEquals(child(parse(Path.of("pom.xml")), "version"), child(parse(POM), "version"));
  }

  private List<String> errors(List<Path> sources) throws IOException {
    return new Javac("--release", "17", "-proc:none").classPath(jars()).compile(sources, folder);
  }

  private static List<Path> sources() throws IOException {
    try (Stream<Path> files = Files.walk(ENGINES.resolve("org"))) {
      return files
          .filter(file -> file.toString().endsWith(".java") && !file.toString().matches(".*(Test|IT)\\.java"))
          .toList();
    }
  }

  /** The jars of the dependencies that the engines name, which must be among those of the build. */
  private static String jars() {
    Element project = parse(POM);
    Element properties = (Element) project.getElementsByTagName("properties").item(0);
    NodeList dependencies = project.getElementsByTagName("dependency");
    List<String> jars = new ArrayList<>();
    for (int i = 0; i < dependencies.getLength(); i++) {
      Element dependency = (Element) dependencies.item(i);
      String version = child(dependency, "version");
      String number = version.startsWith("${")
          ? properties.getElementsByTagName(version.substring(2, version.length() - 1)).item(0).getTextContent()
          : version;
      NodeList scope = dependency.getElementsByTagName("scope");
      if (scope.getLength() == 0 || !scope.item(0).getTextContent().equals("test")) {
        jars.add(onClassPath(child(dependency, "artifactId") + "-" + number + ".jar"));
      }
    }
    assertFalse(jars.isEmpty(), () -> "no dependency in " + POM);
    return String.join(File.pathSeparator, jars);
  }

  private static String onClassPath(String jar) {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> Path.of(entry).getFileName().toString().equals(jar))
        .findFirst()
        .orElseThrow(() -> new AssertionError(POM + " names " + jar + ", which is not what the build has"));
  }

  private static String child(Element element, String name) {
    NodeList children = element.getChildNodes();
    for (int i = 0; i < children.getLength(); i++) {
      if (children.item(i).getNodeName().equals(name)) {
        return children.item(i).getTextContent();
      }
    }
    throw new AssertionError("no " + name + " in " + element.getNodeName());
  }

  private static Element parse(Path pom) {
    try {
      return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(pom.toFile()).getDocumentElement();
    } catch (Exception e) {
      throw new AssertionError(pom + " cannot be read", e);
    }
  }
}
