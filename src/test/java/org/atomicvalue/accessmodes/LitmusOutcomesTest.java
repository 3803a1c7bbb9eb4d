package org.atomicvalue.accessmodes;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.atomicvalue.stress.InitialValuePublication;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.openjdk.jcstress.annotations.JCStressMeta;

/** The outcomes of the programs of two and three threads; {@link LitmusOutcomesIT} has those of four. */
class LitmusOutcomesTest extends DerivedOutcomes {

  private static final Pattern TEST = Pattern.compile("\"(\\w+)\" +:> \\1\\b");

  LitmusOutcomesTest() {
    super("", List.of(Algorithm.values()));
  }

  /** With few threads or many: no jcstress test is left without a program. */
  @Test
  void everyStressTestHasItsProgram() throws IOException {
    Set<String> programs = new TreeSet<>(Set.of(InitialValuePublication.class.getSimpleName()));
    for (String module : List.of("PublicationTests", "CoherenceTests", "SequentialConsistencyTests")) {
      Matcher test = TEST.matcher(Files.readString(LitmusRun.LITMUS.resolve(module + ".tla")));
      test.results().forEach(found -> programs.add(found.group(1)));
    }
    Set<String> stressed = LibraryProgram.all().stream().map(LibraryProgram::name).collect(Collectors.toSet());
    assertTrue(programs.containsAll(stressed),
        () -> stressed + " are not all of the same name in spec/litmus: " + programs);
  }

  /** A program is repeated for each class, since jcstress must compile the calls of that class and of no other. */
  @TestFactory
  List<DynamicTest> allClassesRunTheSameProgram() throws IOException {
    return LibraryProgram.all().stream()
        .map(program -> DynamicTest.dynamicTest(program.name(), () -> compareTests(program)))
        .toList();
  }

  private static void compareTests(LibraryProgram program) throws IOException {
    Algorithm first = Algorithm.values()[0];
    for (Algorithm algorithm : Algorithm.values()) {
      assertEquals(
          program.source(first).replaceAll("\\b" + first.className() + "\\b", algorithm.className())
              .replace("Of" + first.className(), "Of" + algorithm.className()),
          program.source(algorithm),
          () -> "what Of" + first + " does, with " + algorithm + " in its place, and what Of" + algorithm + " does");
    }
    assertAll(program.tests().stream().map(test -> () -> assertEquals(
        program.type(), test.getAnnotation(JCStressMeta.class).value(),
        "where " + test + " says that its outcomes are")));
    assertEquals(
        Stream.of(Algorithm.values()).map(algorithm -> "Of" + algorithm.className()).collect(Collectors.toSet()),
        program.tests().stream().map(Class::getSimpleName).collect(Collectors.toSet()),
        () -> "the tests in " + program.name());
  }
}
