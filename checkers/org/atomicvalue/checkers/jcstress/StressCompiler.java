package org.atomicvalue.checkers.jcstress;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.atomicvalue.checkers.jvm.Javac;

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
    List<String> errors = new Javac("--release", "17", "-processor", PROCESSOR).compile(files, classes);
    if (!errors.isEmpty()) {
      throw new IllegalStateException("generated tests do not compile:\n" + String.join("\n", errors));
    }
    return classes;
  }
}
