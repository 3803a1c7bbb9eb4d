package org.atomicvalue.checkers.jvm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Runs a main class in a JVM of its own, of the kind and, unless told otherwise, with the class path of this one. When a
 * run returns or is interrupted, neither the JVM nor what it has started is left.
 */
public final class ForkedJvm {

  /**
   * How a run ended.
   *
   * @param ended false if the time was up and the JVM was stopped
   * @param exitCode meaningless unless {@code ended}
   * @param output all that it printed
   */
  public record Result(boolean ended, int exitCode, String output) {}

  private final String main;
  private final List<String> prefix = new ArrayList<>();
  private final List<String> options = new ArrayList<>();
  private String classPath = System.getProperty("java.class.path");

  public ForkedJvm(Class<?> main) {
    this.main = main.getName();
  }

  /** What the command begins with, for example what ties it to a processor. */
  public ForkedJvm prefix(List<String> words) {
    prefix.addAll(words);
    return this;
  }

  public ForkedJvm options(List<String> more) {
    options.addAll(more);
    return this;
  }

  public ForkedJvm options(String... more) {
    return options(List.of(more));
  }

  public ForkedJvm classPath(String other) {
    classPath = other;
    return this;
  }

  /** The command, for messages. */
  public List<String> command(List<String> arguments) {
    List<String> command = new ArrayList<>(prefix);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-cp", classPath, main));
    command.addAll(arguments);
    return command;
  }

  /**
   * Runs the class and waits for its end.
   *
   * @param log receives what it prints
   * @param seconds after which the JVM is stopped
   */
  public Result run(Path log, long seconds, List<String> arguments) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command(arguments)).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    boolean ended = false;
    try {
      ended = process.waitFor(seconds, TimeUnit.SECONDS);
    } finally {
      if (!ended) {
        Stream.concat(process.descendants(), Stream.of(process.toHandle())).forEach(ProcessHandle::destroyForcibly);
        process.waitFor();
      }
    }
    return new Result(ended, process.exitValue(), Files.readString(log));
  }
}
