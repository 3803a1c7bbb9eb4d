package org.atomicvalue.checkers.mutants;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.atomicvalue.checkers.jvm.Javac;

/** Compiles a library with one of its source files replaced. */
public final class LibraryCompiler {

  private static final Pattern PACKAGE = Pattern.compile("package ([\\w.]+);");

  private LibraryCompiler() {}

  /**
   * Compiles all sources of the source root that the file is in.
   *
   * @param replaced the source file that is replaced
   * @param lines what replaces it
   * @param folder where the new source and the classes are written
   * @return the folder of the classes
   * @throws AssertionError if it does not compile
   */
  public static Path compile(Path replaced, List<String> lines, Path folder) throws IOException {
    Path root = root(replaced);
    Path replacement = folder.resolve("src").resolve(root.relativize(replaced));
    Files.createDirectories(replacement.getParent());
    Files.write(replacement, lines);
    List<Path> files;
    try (Stream<Path> sources = Files.walk(root)) {
      files =
          Stream.concat(sources.filter(source -> isClass(source) && !source.equals(replaced)), Stream.of(replacement))
              .toList();
    }
    Path classes = Files.createDirectories(folder.resolve("classes"));
    List<String> errors = new Javac("--release", "17", "-proc:none").compile(files, classes);
    if (!errors.isEmpty()) {
      throw new AssertionError(replacement + " does not compile:\n" + String.join("\n", errors));
    }
    return classes;
  }

  /** The folder of a source file, less one for each part of the name of its package. */
  private static Path root(Path source) throws IOException {
    String name = Files.readAllLines(source).stream()
        .map(PACKAGE::matcher)
        .filter(Matcher::matches)
        .map(line -> line.group(1))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(source + " names no package"));
    Path folder = source.getParent();
    for (int parts = name.split("\\.").length; parts > 0; parts--) {
      folder = folder.getParent();
    }
    return folder;
  }

  private static boolean isClass(Path source) {
    String name = source.getFileName().toString();
    return name.endsWith(".java") && !name.equals("module-info.java");
  }
}
