package org.atomicvalue.checkers.steps;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.atomicvalue.checkers.graph.TlaValue;

/** A class {@code Sample}, compiled for one test. */
final class Sample {

  private static final String SOURCE = """
      import java.lang.invoke.MethodHandles;
      import java.lang.invoke.VarHandle;

      public class Sample {
        private static final VarHandle WORD;

        static {
          try {
            WORD = MethodHandles.lookup().findVarHandle(Sample.class, "word", int.class);
          } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
          }
        }

        private volatile int word;

      %s
      }
      """;

  private Sample() {}

  /** The class with these further members. */
  static SteppedClass load(Path folder, String members) throws IOException {
    Path source = Files.writeString(folder.resolve("Sample.java"), SOURCE.formatted(members));
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      List<String> options = List.of("-g", "-proc:none", "-d", folder.toString());
      if (!compiler.getTask(null, files, null, options, null, files.getJavaFileObjects(source)).call()) {
        throw new AssertionError("does not compile: " + members);
      }
    }
    byte[] classFile = Files.readAllBytes(folder.resolve("Sample.class"));
    return SteppedClass.load("Sample", classFile, source, SteppedClass.Creation.PLAIN);
  }

  /** Two threads that call a method again and again; the numbers 0 to 2 have names. */
  static Exploration explore(SteppedClass sample, String method) {
    Vocabulary names = new Vocabulary().add("Null", null).add("0", 0).add("1", 1).add("2", 2);
    List<Call> calls = List.of(Call.of("\"" + method + "\"", sample.type(), method, names));
    return new Exploration(sample,
        new Client(List.of("t1", "t2"), calls, names, TlaValue.string("none"), TlaValue.string("none")));
  }
}
