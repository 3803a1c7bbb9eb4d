package org.atomicvalue.artifacts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.atomicvalue.checkers.evidence.BehaviourEvidence;
import org.atomicvalue.checkers.evidence.Link;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.w3c.dom.Element;

/**
 * Reads what became of the projects in {@code src/it}, which Maven has just built and run against the jar, as a user
 * would. {@code mvn verify -Dinvoker.test=class-path} has it build a single one; this test then misses the others.
 */
class ConsumersIT {

  private static final Path PROJECTS = Path.of("src", "it");
  private static final Path BUILDS = Path.of("target", "it");
  private static final Path REPORTS = Path.of("target", "invoker-reports");

  @RegisterExtension static final BehaviourEvidence EVIDENCE = new BehaviourEvidence(Link.ARTIFACTS);

  @TestFactory
  List<DynamicTest> everyConsumerBuildsAndRunsAsExpected() throws IOException {
    try (Stream<Path> folders = Files.list(PROJECTS)) {
      List<Path> projects = folders.filter(folder -> Files.exists(folder.resolve("pom.xml"))).sorted().toList();
      assertFalse(projects.isEmpty(), "no project in " + PROJECTS);
      return projects.stream()
          .map(project -> project.getFileName().toString())
          .map(name -> DynamicTest.dynamicTest(name, () -> succeeded(name)))
          .toList();
    }
  }

  @Test
  void classPathAndImageWereReallyRun() throws IOException {
    assertSaid("class-path", "Used on the class path: \\[one\\], a string");
    assertSaid("module-path", "Used in an image of 3 modules: linked");
    assertSaid("kotlin", "Used from Kotlin: first, next");
  }

  @Test
  void nullAwayRefusesEachMistakeForItsOwnReason() throws IOException {
    assertSaid("nullaway",
        "Refused.java:\\[13,\\d+] .*\\[NullAway] dereferenced expression value.load\\(\\) is @Nullable");
    assertSaid("nullaway", "Refused.java:\\[17,\\d+] .*\\[NullAway] returning @Nullable expression");
    assertSaid("nullaway", "Refused.java:\\[21,\\d+] .*\\[NullAway] passing @Nullable parameter 'null'");
    assertSaid("nullaway", "Refused.java:\\[25,\\d+] .*\\[NullAway] passing @Nullable parameter 'null'");
  }

  @Test
  void kotlinRefusesEachMistakeForItsOwnReason() throws IOException {
    assertSaid("kotlin", "Refused.kt:4:\\d+ .*expected 'String', actual 'String\\?'");
    assertSaid("kotlin", "Refused.kt:8:\\d+ .*on a nullable receiver of type 'String\\?'");
    assertSaid("kotlin", "Refused.kt:11:\\d+ .*Null cannot be a value of a non-null type 'String'");
    assertSaid("kotlin", "Refused.kt:15:\\d+ .*Null cannot be a value of a non-null type 'String'");
  }

  /** ProGuard renames fields that the library finds by name; the rules in the jar tell it not to. */
  @Test
  void aShrunkProgramRunsWithTheRulesInTheJarAndNotWithoutThem() throws IOException {
    assertSaid("proguard", "ProGuard, rules from-the-jar[^=]*Used after ProGuard: cc, cc");
    assertSaid("proguard", "ProGuard, rules none[^=]*NoClassDefFoundError: org/atomicvalue/AtomicValue");
  }

  private static void succeeded(String project) throws Exception {
    Path report = REPORTS.resolve("BUILD-" + project + ".xml");
    assertTrue(Files.exists(report), () -> project + " was not built: there is no " + report);
    Element build =
        DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(report.toFile()).getDocumentElement();
    assertEquals(
        "success",
        build.getAttribute("result"),
        () -> project + ": " + build.getTextContent().strip() + "; see "
            + BUILDS.resolve(project).resolve("build.log"));
  }

  private static void assertSaid(String project, String regex) throws IOException {
    Path log = BUILDS.resolve(project).resolve("build.log");
    assertTrue(Pattern.compile(regex).matcher(Files.readString(log)).find(), () -> log + " has no line with " + regex);
  }
}
