package org.atomicvalue.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.atomicvalue.checkers.evidence.OfLink;
import org.atomicvalue.checkers.jvm.Javac;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The arrows that must never exist, looked for in the class files: engines and library are the ground floor, the checks
 * of this project stand on them, and what shows the findings stands on top.
 */
class ArchitectureTest {

  private static final String ENGINES = "org.atomicvalue.checkers..";
  private static final DescribedPredicate<JavaClass> OF_THIS_PROJECT = resideInAPackage("org.atomicvalue..");

  private static JavaClasses everything;

  @BeforeAll
  static void read() {
    everything = new ClassFileImporter().importPaths(Path.of("target", "classes"), Path.of("target", "test-classes"));
    assertTrue(
        everything.contain("org.atomicvalue.AtomicValue") && everything.contain(ArchitectureTest.class.getName()),
        "library and checks are compiled");
  }

  private static final ArchRule ENGINES_KNOW_NO_PROJECT =
      noClasses().that(resideInAPackage(ENGINES))
          .should().dependOnClassesThat(OF_THIS_PROJECT.and(resideOutsideOfPackages(ENGINES)))
          .because("an engine could serve another project: what it needs of this one is a parameter");

  private static final ArchRule NOTHING_STANDS_ON_A_TEST =
      classes().should(standOnNoTest())
          .because("a test class is no library: what two need belongs to a class of its own");

  private static final ArchRule NO_CIRCLE =
      slices().matching("org.(**)").should().beFreeOfCycles();

  private static final ArchRule TESTS_NAME_THEIR_LINK =
      classes().that(describe("are tests", ArchitectureTest::isTest)).and().areTopLevelClasses()
          .should(nameTheirLink())
          .because("the report shows a failure in its link, and does not guess");

  private static ArchRule nothingKnows(String attic) {
    String name = "org.atomicvalue." + attic + "..";
    return noClasses().that(resideOutsideOfPackages(name)).should().dependOnClassesThat(resideInAPackage(name))
        .because("it shows what others find, and may go without any of them noticing");
  }

  @TestFactory
  Stream<DynamicTest> arrowsThatMustNeverExist() {
    return Stream.of(
        dynamicTest("from an engine to the library or a check", () -> ENGINES_KNOW_NO_PROJECT.check(everything)),
        dynamicTest("from anything to explorer", () -> nothingKnows("explorer").check(everything)),
        dynamicTest("from anything to browser", () -> nothingKnows("browser").check(everything)),
        dynamicTest("from anything to killmatrix", () -> nothingKnows("killmatrix").check(everything)),
        dynamicTest("from a class to a test, inheritance apart", () -> NOTHING_STANDS_ON_A_TEST.check(everything)),
        dynamicTest("round in a circle of packages", () -> NO_CIRCLE.check(everything)));
  }

  @Test
  void everyTestSaysItsLink() {
    TESTS_NAME_THEIR_LINK.check(everything);
  }

  /** Each rule notices its arrow in a small house that has one of each; without them it has nothing to object to. */
  @TestFactory
  Stream<DynamicTest> eachArrowIsNoticed(@TempDir Path folder) throws IOException {
    JavaClasses bad = compiled(folder, Map.of(
        "checkers/Engine", "static Object of() { return new org.atomicvalue.faults.FaultsTest(); }",
        "checkers/alone/Tool", "",
        "faults/FaultsTest", "",
        "faults/MoreFaultsTest extends FaultsTest", "Object same() { return new MoreFaultsTest(); }",
        "report/Report", "org.atomicvalue.explorer.Page page; org.atomicvalue.browser.Chrome chrome;",
        "explorer/Page", "org.atomicvalue.report.Report report;",
        "browser/Chrome", "org.atomicvalue.killmatrix.Table table;",
        "killmatrix/Table", ""));
    return Stream.of(
        noticed(ENGINES_KNOW_NO_PROJECT, bad, "org.atomicvalue.checkers.Engine.of()"),
        noticed(nothingKnows("explorer"), bad, "org.atomicvalue.report.Report.page"),
        noticed(nothingKnows("browser"), bad, "org.atomicvalue.report.Report.chrome"),
        noticed(nothingKnows("killmatrix"), bad, "org.atomicvalue.browser.Chrome.table"),
        noticed(NOTHING_STANDS_ON_A_TEST, bad, "org.atomicvalue.checkers.Engine.of()"),
        noticed(NO_CIRCLE, bad, "Slice atomicvalue.explorer"));
  }

  private static DynamicTest noticed(ArchRule rule, JavaClasses house, String where) {
    return dynamicTest(rule.getDescription(), () -> {
      List<String> objections = rule.evaluate(house).getFailureReport().getDetails();
      assertEquals(1, objections.size(), () -> String.join("\n", objections));
      assertTrue(objections.get(0).contains(where), objections.get(0));
    });
  }

  /** Classes of the given names and bodies, below {@code org.atomicvalue}. */
  private static JavaClasses compiled(Path folder, Map<String, String> bodies) throws IOException {
    List<Path> sources = new ArrayList<>();
    for (Map.Entry<String, String> each : bodies.entrySet()) {
      Path path = Path.of(each.getKey());
      String name = path.getFileName().toString();
      Path source = folder.resolve(path).resolveSibling(name.replaceFirst(" .*", "") + ".java");
      Files.createDirectories(source.getParent());
      String place = path.getParent().toString().replace(File.separatorChar, '.');
      Files.writeString(source,
          "package org.atomicvalue.%s; public class %s { %s }".formatted(place, name, each.getValue()));
      sources.add(source);
    }
    Path classes = Files.createDirectory(folder.resolve("classes"));
    assertEquals(List.of(), new Javac("-proc:none").compile(sources, classes), "the house compiles");
    return new ClassFileImporter().importPath(classes);
  }

  private static ArchCondition<JavaClass> nameTheirLink() {
    return new ArchCondition<>("say by @OfLink, or have their package say, which link they belong to") {
      @Override
      public void check(JavaClass subject, ConditionEvents events) {
        if (OfLink.Reader.of(subject.reflect()).isEmpty()) {
          events.add(SimpleConditionEvent.violated(subject, subject.getName()));
        }
      }
    };
  }

  private static ArchCondition<JavaClass> standOnNoTest() {
    return new ArchCondition<>("stand on no test, inheritance apart") {
      @Override
      public void check(JavaClass subject, ConditionEvents events) {
        for (Dependency each : subject.getDirectDependenciesFromSelf()) {
          JavaClass target = topLevel(each.getTargetClass());
          if (isTest(target) && !target.equals(topLevel(subject))
              && !topLevel(subject).isAssignableTo(target.getName())) {
            events.add(SimpleConditionEvent.violated(subject, each.getDescription()));
          }
        }
      }
    };
  }

  private static JavaClass topLevel(JavaClass type) {
    JavaClass outermost = type.getBaseComponentType();
    while (outermost.getEnclosingClass().isPresent()) {
      outermost = outermost.getEnclosingClass().get();
    }
    return outermost;
  }

  private static boolean isTest(JavaClass type) {
    return type.getPackageName().startsWith("org.atomicvalue")
        && type.getSimpleName().matches("[A-Za-z]+(Test|IT|InBrowser)");
  }
}
