package org.atomicvalue.checkers.jvm;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles what a check writes or changes, by the compiler of this JDK. */
public final class Javac {

  private final List<String> options;
  private String classPath = System.getProperty("java.class.path");

  public Javac(String... options) {
    this.options = List.of(options);
  }

  /** Another class path than that of this JVM. */
  public Javac classPath(String other) {
    classPath = other;
    return this;
  }

  /**
   * Compiles sources.
   *
   * @param classes an existing folder for the class files
   * @return what is wrong with the sources; empty if they are compiled
   */
  public List<String> compile(List<Path> sources, Path classes) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
    List<String> all = new ArrayList<>(options);
    all.addAll(List.of("-cp", classPath, "-d", classes.toString()));
    try (StandardJavaFileManager files = compiler.getStandardFileManager(problems, null, null)) {
      if (compiler.getTask(null, files, problems, all, null, files.getJavaFileObjectsFromPaths(sources)).call()) {
        return List.of();
      }
    }
    List<String> errors = problems.getDiagnostics().stream()
        .filter(problem -> problem.getKind() == Diagnostic.Kind.ERROR)
        .map(Object::toString)
        .toList();
    return errors.isEmpty() ? List.of("javac " + String.join(" ", all) + " fails and says nothing") : errors;
  }
}
