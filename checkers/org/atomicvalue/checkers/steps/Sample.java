package org.atomicvalue.checkers.steps;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.atomicvalue.checkers.graph.StateGraph;
import org.atomicvalue.checkers.graph.TlaValue;
import org.atomicvalue.checkers.jvm.Javac;

/** A class {@code Sample}, compiled for one test. */
final class Sample {

  private static final String SOURCE = """
      import java.lang.invoke.MethodHandles;
      import java.lang.invoke.VarHandle;

      public class Sample%s {
        private static final VarHandle WORD;

        static {
          try {
            WORD = MethodHandles.lookup().findVarHandle(Sample.class, "word", int.class);
          } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
          }
        }

        private volatile int word;
        private volatile Object object;

      %s
      }
      """;

  private Sample() {}

  /** The class with these further members. */
  static SteppedClass load(Path folder, String members) throws IOException {
    return load(folder, "", members);
  }

  /** The same with a superclass or interfaces. */
  static SteppedClass load(Path folder, String supertypes, String members) throws IOException {
    Path source = Files.writeString(folder.resolve("Sample.java"), SOURCE.formatted(supertypes, members));
    List<String> errors = new Javac("-g", "-proc:none").compile(List.of(source), folder);
    if (!errors.isEmpty()) {
      throw new AssertionError("does not compile: " + members + "\n" + String.join("\n", errors));
    }
    URL[] classPath = {folder.toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(classPath, Sample.class.getClassLoader())) {
      Class<?> type = Class.forName("Sample", false, loader);
      return SteppedClass.load(type, source, SteppedClass.Creation.PLAIN);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Objects of which two are equal, and none identical. */
  static final class Lookalike {
    @Override
    public boolean equals(Object other) {
      return other instanceof Lookalike;
    }

    @Override
    public int hashCode() {
      return 1;
    }
  }

  static Vocabulary names() {
    return new Vocabulary().add("Null", null).add("x", new Lookalike()).add("y", new Lookalike())
        .addFunction("f", Runnable.class, (Object) null);
  }

  /** Two threads that make calls such as {@code put(x, y)} again and again. */
  static Client client(SteppedClass sample, String... calls) {
    Vocabulary names = names();
    List<Call> made = Arrays.stream(calls)
        .map(call -> {
          String[] parts = call.split("[(), ]+");
          return Call.of("\"" + call + "\"", sample.type(), parts[0], names,
              Arrays.copyOfRange(parts, 1, parts.length));
        })
        .toList();
    return new Client(List.of("t1", "t2"), made, names, TlaValue.string("none"), TlaValue.string("none"));
  }

  /** Compares two classes; the graph of the first stands in for the specification. */
  static StepConformance.Result compare(
      Path folder, Function<SteppedClass, Client> client, String specified, String members) throws Exception {
    SteppedClass first = load(Files.createDirectories(folder.resolve("first")), specified);
    StateGraph spec = new Exploration(first, client.apply(first)).explore();
    SteppedClass second = load(Files.createDirectories(folder.resolve("second")), members);
    return StepConformance.check(
        second, client.apply(second), CompletableFuture.completedFuture(spec), Set.of());
  }

  static Exploration explore(SteppedClass sample, String... calls) {
    return new Exploration(sample, client(sample, calls));
  }
}
