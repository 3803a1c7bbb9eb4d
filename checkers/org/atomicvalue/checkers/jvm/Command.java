package org.atomicvalue.checkers.jvm;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Runs another program; what it says of errors comes with the rest of its output. When a run returns or is interrupted,
 * neither the program nor what it has started is left.
 */
public final class Command {

  /**
   * How a run ended.
   *
   * @param ended false if the time was up and the program was stopped
   * @param exitCode meaningless unless {@code ended}
   * @param output all that it printed
   */
  public record Result(boolean ended, int exitCode, String output) {}

  private final ProcessBuilder builder;

  public Command(List<String> words) {
    builder = new ProcessBuilder(words).redirectErrorStream(true);
  }

  /** The folder in which it runs, if not that of this program. */
  public Command folder(Path folder) {
    builder.directory(folder.toFile());
    return this;
  }

  /** Sets a variable of its environment. */
  public Command environment(String name, String value) {
    builder.environment().put(name, value);
    return this;
  }

  /** Keeps from it a variable that this program may have. */
  public Command withoutEnvironment(String name) {
    builder.environment().remove(name);
    return this;
  }

  /** Starts it. All else, its end as well, is up to the caller, who can read what it prints. */
  public Process start() throws IOException {
    return builder.redirectOutput(ProcessBuilder.Redirect.PIPE).start();
  }

  /**
   * Starts it. All else, its end as well, is up to the caller.
   *
   * @param log receives what it prints
   */
  public Process start(Path log) throws IOException {
    return builder.redirectOutput(log.toFile()).start();
  }

  /**
   * Runs it and waits for its end.
   *
   * @param log receives what it prints
   * @param seconds after which it is stopped
   */
  public Result run(Path log, long seconds) throws IOException, InterruptedException {
    Process process = start(log);
    boolean ended = false;
    try {
      ended = process.waitFor(seconds, TimeUnit.SECONDS);
    } finally {
      stop(process);
    }
    return new Result(ended, process.exitValue(), Files.readString(log));
  }

  /**
   * Runs it and waits for its end, however long it takes.
   *
   * @param lines takes each line that it prints
   * @return its exit code
   */
  public int run(Consumer<String> lines) throws IOException, InterruptedException {
    Process process = start();
    try (BufferedReader output = process.inputReader()) {
      output.lines().forEach(lines);
      return process.waitFor();
    } finally {
      stop(process);
    }
  }

  private static void stop(Process process) {
    Stream.concat(process.descendants(), Stream.of(process.toHandle())).forEach(ProcessHandle::destroyForcibly);
    process.onExit().join();
  }
}
