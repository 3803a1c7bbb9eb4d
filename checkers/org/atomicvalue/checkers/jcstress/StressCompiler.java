package org.atomicvalue.checkers.jcstress;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles generated jcstress tests, with jcstress's annotation processor, into a folder of their own. */
public final class StressCompiler {

  private static final String PROCESSOR = "org.openjdk.jcstress.infra.processors.JCStressTestProcessor";

  private StressCompiler() {}

  /**
   * Compiles tests.
   *
   * @param sources the text of each class, by its full name
   * @param folder receives {@code src} and {@code classes}
   * @return the folder with the classes and jcstress's list of them
   */
  public static Path compile(Map<String, String> sources, Path folder) throws IOException {
    List<Path> files = new ArrayList<>();
    for (Map.Entry<String, String> source : sources.entrySet()) {
      Path file = folder.resolve("src").resolve(source.getKey().replace('.', '/') + ".java");
      Files.createDirectories(file.getParent());
      files.add(Files.writeString(file, source.getValue()));
    }
    Path classes = Files.createDirectories(folder.resolve("classes"));
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(problems, null, null)) {
      List<String> options = List.of("--release", "17", "-processor", PROCESSOR,
          "-cp", System.getProperty("java.class.path"), "-d", classes.toString());
      if (!compiler.getTask(null, manager, problems, options, null, manager.getJavaFileObjectsFromPaths(files))
          .call()) {
        throw new IllegalStateException("generated tests do not compile:\n" + problems.getDiagnostics().stream()
            .filter(problem -> problem.getKind() == Diagnostic.Kind.ERROR)
            .map(Object::toString)
            .collect(Collectors.joining("\n")));
      }
    }
    return classes;
  }
}
