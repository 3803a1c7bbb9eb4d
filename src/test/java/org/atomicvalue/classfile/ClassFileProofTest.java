package org.atomicvalue.classfile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.atomicvalue.checkers.correspondence.Comparison;
import org.atomicvalue.checkers.evidence.Evidence;
import org.atomicvalue.checkers.evidence.Link;
import org.atomicvalue.checkers.jvm.Command;
import org.atomicvalue.checkers.jvm.Javac;
import org.eclipse.jdt.core.compiler.batch.BatchCompiler;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * Each class file does, from one access to the next, what the action of its specification does that bears the name in
 * the source, in both directions, for every value, class and number of threads. It does so whichever compiler made it.
 */
class ClassFileProofTest {

  private static final Path SOURCES = Path.of("src", "main", "java");

  @SuppressWarnings("unused") // by the annotations
  private static final List<String> CLASSES = ClassFileProof.CLASSES;

  @TempDir Path folder;

  @ParameterizedTest
  @FieldSource("CLASSES")
  void sameStepsByTheNamesInTheSource(String name) throws IOException {
    long start = System.nanoTime();
    Comparison.Result result =
        ClassFileProof.of(name).prove(Files.readAllBytes(classFile(Path.of("target", "classes"), name)));
    assertEquals(Labels.of(source(name)), result.labels(), "actions, and the lines that bear their names");
    System.out.printf("Class file of %s: %s%n", name, result);
    record(name, "compiled by the build", result, start);
  }

  @ParameterizedTest
  @FieldSource("CLASSES")
  void sameStepsWithoutLineNumbers(String name) throws IOException {
    assertEquals(List.of(), new Javac("--release", "17", "-proc:none", "-g:none").compile(sources(), folder));
    prove(name, "compiled by javac " + Runtime.version().feature() + " without line numbers");
  }

  @ParameterizedTest
  @FieldSource("CLASSES")
  void sameStepsByTheCompilerOfEclipse(String name) throws IOException {
    StringWriter problems = new StringWriter();
    List<String> options = new ArrayList<>(options());
    sources().forEach(source -> options.add(source.toString()));
    boolean compiled = BatchCompiler.compile(
        options.toArray(String[]::new), new PrintWriter(problems), new PrintWriter(problems), null);
    assertEquals(true, compiled, problems::toString);
    prove(name, "compiled by ecj");
  }

  /** If one is installed beside the JDK that runs this. */
  @ParameterizedTest
  @FieldSource("CLASSES")
  void sameStepsByTheCompilerOfAnotherJdk(String name) throws IOException, InterruptedException {
    Optional<Path> javac = otherCompiler();
    assumeTrue(javac.isPresent(), "no other JDK beside " + System.getProperty("java.home"));
    List<String> command = new ArrayList<>(List.of(javac.get().toString()));
    command.addAll(options());
    sources().forEach(source -> command.add(source.toString()));
    Command.Result compilation = new Command(command).run(folder.resolve("javac.txt"), 120);
    assertEquals(true, compilation.ended(), "javac ends");
    assertEquals(0, compilation.exitCode(), compilation.output());
    prove(name, "compiled by the javac of another JDK");
  }

  private void prove(String name, String compiler) throws IOException {
    long start = System.nanoTime();
    record(name, compiler, ClassFileProof.of(name).prove(Files.readAllBytes(classFile(folder, name))), start);
  }

  private static void record(String name, String compiler, Comparison.Result result, long start) {
    new Evidence(Link.CLASS_FILE, name + ", " + compiler, result.claims(), "claims",
        "any number of threads, calls, values and classes; all methods",
        "%d paths between %d places, by two solvers".formatted(result.paths(), result.places()),
        (System.nanoTime() - start) / 1e9)
        .record();
  }

  private List<String> options() {
    return List.of("--release", "17", "-proc:none", "-cp", System.getProperty("java.class.path"), "-d",
        folder.toString());
  }

  private static List<Path> sources() throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      return files.filter(file -> file.toString().endsWith(".java") && !file.endsWith("module-info.java")).toList();
    }
  }

  private static Optional<Path> otherCompiler() throws IOException {
    Path own = Path.of(System.getProperty("java.home")).toRealPath();
    try (Stream<Path> jdks = Files.list(own.getParent())) {
      return jdks.filter(jdk -> Files.isDirectory(jdk) && !Files.isSymbolicLink(jdk) && !jdk.equals(own))
          .filter(jdk -> !jdk.endsWith("lib"))
          .map(jdk -> jdk.resolve("bin").resolve("javac"))
          .filter(Files::isExecutable)
          .sorted()
          .findFirst();
    }
  }

  private static Path source(String name) {
    return SOURCES.resolve("org").resolve("atomicvalue").resolve(name + ".java");
  }

  private static Path classFile(Path classes, String name) {
    return classes.resolve("org").resolve("atomicvalue").resolve(name + ".class");
  }
}
