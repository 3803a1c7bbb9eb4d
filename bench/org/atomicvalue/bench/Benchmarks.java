package org.atomicvalue.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Runs the benchmarks with the options of JMH, prints the time of each operation beside that of {@code AtomicReference}
 * in the same run and their ratio, and leaves JMH's results in {@code target/benchmarks.json}.
 *
 * <p>{@code mvn test-compile exec:exec@bench} does that, in ten minutes or so; {@code -Dbench.args="..."} passes options.
 */
public final class Benchmarks {

  private static final Path RESULTS = Path.of("target", "benchmarks.json");

  private Benchmarks() {}

  public static void main(String[] args) throws Exception {
    Files.createDirectories(RESULTS.getParent());
    Options options =
        new OptionsBuilder()
            .parent(new CommandLineOptions(args))
            .resultFormat(ResultFormatType.JSON)
            .result(RESULTS.toString())
            .shouldFailOnError(true)
            .build();
    Collection<RunResult> results = new Runner(options).run();
    System.out.printf("%n%-28s %-17s %-17s         %s%n", "", "AtomicValue", "AtomicReference", "ratio");
    Comparison.of(results).forEach(System.out::println);
    System.out.println();
    System.out.println("Margins at 99.9 % confidence. Compare within this run only. In full: " + RESULTS);
  }
}
