package org.atomicvalue.accessmodes;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.openjdk.jcstress.annotations.JCStressTest;

/**
 * The jcstress programs in {@code stress/} that run the library: a class each, with a nested test of each algorithm.
 */
record LibraryProgram(Class<?> type) {

  private static final Path STRESS = Path.of("stress", "org", "atomicvalue", "stress");

  static List<LibraryProgram> all() throws IOException {
    try (Stream<Path> files = Files.list(STRESS)) {
      List<LibraryProgram> programs = files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".java") && !name.equals("package-info.java"))
          .sorted()
          .map(name -> new LibraryProgram(load("org.atomicvalue.stress." + name.replace(".java", ""))))
          .filter(program -> !program.tests().isEmpty())
          .toList();
      assertFalse(programs.isEmpty(), "no jcstress tests in " + STRESS);
      return programs;
    }
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(name + " is in stress/ but was not compiled", e);
    }
  }

  String name() {
    return type.getSimpleName();
  }

  List<Class<?>> tests() {
    return Arrays.stream(type.getDeclaredClasses())
        .filter(nested -> nested.isAnnotationPresent(JCStressTest.class))
        .toList();
  }

  Class<?> test(Algorithm algorithm) {
    return tests().stream()
        .filter(nested -> nested.getSimpleName().equals("Of" + algorithm.className()))
        .findFirst()
        .orElseThrow(() -> new AssertionError(name() + " has no test Of" + algorithm.className()));
  }

  /** The text of the nested class that runs the program on the algorithm. */
  String source(Algorithm algorithm) throws IOException {
    String source = Files.readString(STRESS.resolve(name() + ".java"));
    String head = "public static class Of" + algorithm.className() + " {\n";
    int start = source.indexOf(head);
    assertTrue(start >= 0, () -> "no " + head);
    return source.substring(start, source.indexOf("\n  }\n", start));
  }
}
