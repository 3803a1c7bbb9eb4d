package org.atomicvalue.checkers.mutants;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.atomicvalue.checkers.jvm.Command;
import org.atomicvalue.checkers.jvm.ForkedJvm;

/** Runs a main class with other classes in the place of those of the build. */
final class OtherClasses {

  private OtherClasses() {}

  /**
   * Runs a class in a JVM of its own, with the class path of this one except that {@code classes} take the place of
   * theirs, and waits for its end, for at most {@code -Dmutants.timeout=120} seconds.
   *
   * @param classes those with the bug
   * @param folder where it writes its output and its evidence, which is none of this build's
   */
  static Command.Result run(
      Path classes, Path folder, List<String> options, Class<?> main, List<String> arguments)
      throws IOException, InterruptedException {
    return new ForkedJvm(main)
        .options("-Dreport.evidence=" + folder.resolve("evidence"))
        .options(options)
        .classPath(classPath(classes))
        .run(folder.resolve("output.txt"), Long.getLong("mutants.timeout", 120), arguments);
  }

  /** What holds the original of the given classes, be it a folder or, in the main job, a jar, is taken off. */
  private static String classPath(Path classes) throws IOException {
    String sample;
    try (Stream<Path> files = Files.walk(classes)) {
      sample = files
          .filter(file -> file.toString().endsWith(".class"))
          .map(file -> classes.relativize(file).toString().replace(File.separatorChar, '/'))
          .findFirst()
          .orElseThrow(() -> new IllegalArgumentException("there is no class in " + classes));
    }
    List<String> entries = new ArrayList<>(List.of(classes.toString()));
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      if (!contains(Path.of(entry), sample)) {
        entries.add(entry);
      }
    }
    return String.join(File.pathSeparator, entries);
  }

  private static boolean contains(Path entry, String name) throws IOException {
    if (Files.isDirectory(entry)) {
      return Files.exists(entry.resolve(name));
    }
    if (Files.notExists(entry)) {
      return false;
    }
    try (ZipFile jar = new ZipFile(entry.toFile())) {
      return jar.getEntry(name) != null;
    }
  }
}
