package org.atomicvalue.bench;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.atomicvalue.checkers.measure.Machine;
import org.openjdk.jmh.results.RunResult;

/**
 * Runs a profile of the benchmarks on the JDK that runs this, writes the results to {@code jdk-*.json} and draws and
 * writes {@link PerformanceDocument} anew, from these results and those of other JDKs.
 *
 * <p>{@code mvn test-compile exec:exec@bench -Dbench.profile=quick} (the default) or {@code full}, on an idle machine.
 */
public final class Benchmarks {

  private Benchmarks() {}

  public static void main(String[] args) throws Exception {
    Profile profile = Profile.named(args[0]);
    Machine machine = Machine.current();
    System.out.println(machine + ", JDK " + machine.jdk());
    long start = System.nanoTime();
    List<RunResult> runs = new Rounds(profile, System.out::println).run();
    double minutes = Math.round((System.nanoTime() - start) / 6e9) / 10.0;
    new Results(
        Runtime.version().feature(),
        machine,
        profile.name(),
        "mvn test-compile exec:exec@bench -Dbench.profile=" + profile.name(),
        LocalDate.now(ZoneOffset.UTC).toString(),
        minutes,
        Results.asJson(runs))
        .write(profile.folder());
    new PerformanceDocument(profile.folder()).write();
  }
}
