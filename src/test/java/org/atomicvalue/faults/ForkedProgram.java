package org.atomicvalue.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.atomicvalue.checkers.jvm.Command;
import org.atomicvalue.checkers.jvm.ForkedJvm;

/**
 * A program of this package in a JVM of its own, since a thread that waits for ever can only be stopped with its JVM.
 */
final class ForkedProgram {

  private static final Pattern NUMBER = Pattern.compile("\\d+");

  private final Class<?> program;
  private final ForkedJvm jvm;

  /**
   * @param options of the JVM
   * @param prefix of the command, for example one that ties it to a processor
   */
  ForkedProgram(Class<?> program, List<String> prefix, List<String> options) {
    this.program = program;
    jvm = new ForkedJvm(program).prefix(prefix).options(options);
  }

  /**
   * Runs the program, which must end well.
   *
   * @param log receives what it prints
   * @param limitSeconds guards against a JVM that hangs; the programs notice by themselves when they are stuck
   * @return the numbers in the last line that it prints
   */
  long[] run(Path log, long limitSeconds, String... arguments) throws IOException, InterruptedException {
    Command.Result result = jvm.run(log, limitSeconds, List.of(arguments));
    assertTrue(result.ended(), () -> "the JVM has not ended after " + limitSeconds + " s: "
        + jvm.words(List.of(arguments)) + "\n" + result.output());
    assertEquals(0, result.exitCode(), result::output);
    String last = result.output().strip().lines().reduce("", (before, line) -> line);
    System.out.printf("%s: %s%n", program.getSimpleName(), last);
    Matcher numbers = NUMBER.matcher(last);
    return numbers.results().map(MatchResult::group).mapToLong(Long::parseLong).toArray();
  }
}
