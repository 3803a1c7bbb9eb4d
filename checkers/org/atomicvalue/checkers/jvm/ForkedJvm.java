package org.atomicvalue.checkers.jvm;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Runs a main class in a JVM of its own, of the kind and, unless told otherwise, with the class path of this one. When
 * a run returns or is interrupted, neither the JVM nor what it has started is left.
 */
public final class ForkedJvm {

  private final String main;
  private final List<String> prefix = new ArrayList<>();
  private final List<String> options = new ArrayList<>();
  private final Map<String, String> environment = new LinkedHashMap<>();
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

  /** A variable of its environment. */
  public ForkedJvm environment(String name, String value) {
    environment.put(name, value);
    return this;
  }

  /** The words of the command, for messages. */
  public List<String> words(List<String> arguments) {
    List<String> words = new ArrayList<>(prefix);
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(options);
    words.addAll(List.of("-cp", classPath, main));
    words.addAll(arguments);
    return words;
  }

  /** For those who look after its end themselves. */
  public Command command(List<String> arguments) {
    Command command = new Command(words(arguments));
    environment.forEach(command::environment);
    return command;
  }

  /**
   * Runs the class and waits for its end.
   *
   * @param log receives what it prints
   * @param seconds after which the JVM is stopped
   */
  public Command.Result run(Path log, long seconds, List<String> arguments) throws IOException, InterruptedException {
    return command(arguments).run(log, seconds);
  }

  /**
   * Runs the class and waits for its end, however long it takes.
   *
   * @param lines takes each line that it prints
   * @return its exit code
   */
  public int run(Consumer<String> lines, List<String> arguments) throws IOException, InterruptedException {
    return command(arguments).run(lines);
  }
}
