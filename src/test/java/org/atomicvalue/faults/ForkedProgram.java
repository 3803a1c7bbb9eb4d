package org.atomicvalue.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A program of this package in a JVM of its own, since a thread that waits for ever can only be stopped with its JVM. */
final class ForkedProgram {

  private static final Pattern NUMBER = Pattern.compile("\\d+");

  private final Class<?> program;
  private final List<String> command = new ArrayList<>();

  /**
   * @param options of the JVM
   * @param prefix of the command, for example one that ties it to a processor
   */
  ForkedProgram(Class<?> program, List<String> prefix, List<String> options) {
    this.program = program;
    command.addAll(prefix);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
  }

  /**
   * Runs the program, which must end well.
   *
   * @param log receives what it prints
   * @param limitSeconds guards against a JVM that hangs; the programs notice by themselves when they are stuck
   * @return the numbers in the last line that it prints
   */
  long[] run(Path log, long limitSeconds, String... arguments) throws IOException, InterruptedException {
    List<String> whole = new ArrayList<>(command);
    whole.addAll(List.of(arguments));
    Process process = new ProcessBuilder(whole).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    try {
      boolean ended = process.waitFor(limitSeconds, TimeUnit.SECONDS);
      String output = Files.readString(log);
      assertTrue(ended, () -> "the JVM has not ended after " + limitSeconds + " s: " + whole + "\n" + output);
      assertEquals(0, process.exitValue(), () -> output);
      String last = output.strip().lines().reduce("", (before, line) -> line);
      System.out.printf("%s: %s%n", program.getSimpleName(), last);
      Matcher numbers = NUMBER.matcher(last);
      return numbers.results().map(MatchResult::group).mapToLong(Long::parseLong).toArray();
    } finally {
      process.destroyForcibly();
    }
  }
}
