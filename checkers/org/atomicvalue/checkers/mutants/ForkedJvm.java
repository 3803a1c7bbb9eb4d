package org.atomicvalue.checkers.mutants;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/** A JVM with the class path of this one, except that other classes take the place of the library. */
final class ForkedJvm {

  /**
   * How a run ended.
   *
   * @param ended false if the time was up and the JVM was stopped
   * @param exitCode meaningless unless {@code ended}
   */
  record Result(boolean ended, int exitCode, String output) {}

  private ForkedJvm() {}

  /**
   * Runs a JVM and waits for its end, for at most {@code -Dmutants.timeout=120} seconds.
   *
   * @param classes the library's classes
   * @param folder where it writes its output and its evidence, which is none of this build's
   * @param arguments JVM options, main class and its arguments
   */
  static Result run(Path classes, Path folder, List<String> arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Dverification.evidence=" + folder.resolve("evidence"));
    command.add("-cp");
    command.add(classPath(classes));
    command.addAll(arguments);
    Path log = folder.resolve("output.txt");
    Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    boolean ended = false;
    try {
      ended = process.waitFor(Long.getLong("mutants.timeout", 120), TimeUnit.SECONDS);
    } finally {
      if (!ended) {
        Stream.concat(process.descendants(), Stream.of(process.toHandle())).forEach(ProcessHandle::destroyForcibly);
        process.waitFor();
      }
    }
    return new Result(ended, process.exitValue(), Files.readString(log));
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
