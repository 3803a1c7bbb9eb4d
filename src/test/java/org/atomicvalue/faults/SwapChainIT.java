package org.atomicvalue.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.atomicvalue.checkers.evidence.Evidence;
import org.atomicvalue.checkers.evidence.Link;
import org.atomicvalue.checkers.jvm.Command;
import org.atomicvalue.checkers.jvm.ForkedJvm;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever the JVM and the machine make of many threads, no value is lost and no thread is stuck; {@link SwapChain}
 * says how that is told. Each circumstance lasts {@code -Dfaults.seconds=N} for each class, by default 1, or 60 if
 * deep.
 */
@Tag("races")
class SwapChainIT {

  private static final int SECONDS = Integer.getInteger("faults.seconds", Boolean.getBoolean("deep") ? 60 : 1);
  private static final int MANY = 400;
  private static final int MORE_THAN_PROCESSORS = 4 * Math.max(2, Runtime.getRuntime().availableProcessors());
  private static final int GARBAGE = 4_000;
  private static final int JVM_SECONDS = 300;
  private static final List<String> COLLECTORS = List.of("Serial", "Parallel", "G1", "Z", "Shenandoah");

  @TempDir private Path folder;

  @Test
  void hundredsOfThreads() throws Exception {
    run("hundreds of threads", List.of(), List.of(), MANY, "platform", 0);
  }

  /** The JVM is told that there is one; where {@code taskset} exists, there is but one indeed. */
  @Test
  void singleProcessor() throws Exception {
    List<String> prefix = Files.isExecutable(Path.of("/usr/bin/taskset")) ? List.of("taskset", "-c", "0") : List.of();
    String name = prefix.isEmpty() ? "a single processor, so the JVM believes" : "a single processor";
    run(name, prefix, List.of("-XX:ActiveProcessorCount=1"), MORE_THAN_PROCESSORS, "platform", 0);
  }

  /**
   * On one carrier nothing else runs until a thread gives way by itself; on two, carriers also interrupt each other.
   */
  @TestFactory
  Stream<DynamicTest> moreVirtualThreadsThanCarriers() {
    return Stream.of(1, 2).map(carriers -> dynamicTest(carriers + " carriers", () -> {
      assumeTrue(Runtime.version().feature() >= 21, "virtual threads need JDK 21, and this is " + Runtime.version());
      List<String> options = List.of(
          "-Djdk.virtualThreadScheduler.parallelism=" + carriers,
          "-Djdk.virtualThreadScheduler.maxPoolSize=" + carriers);
      run("more virtual threads than carriers, " + carriers, List.of(), options, MANY, "virtual", 0);
    }));
  }

  @TestFactory
  Stream<DynamicTest> shortOfMemoryWithEachCollector() {
    return COLLECTORS.stream().map(collector -> dynamicTest(collector, () -> {
      String option = "-XX:+Use" + collector + "GC";
      assumeTrue(isAvailable(option), () -> "this JVM has no " + collector + " collector");
      run("garbage, collected by " + collector, List.of(), List.of(option, "-Xmx64m"), MORE_THAN_PROCESSORS, "platform",
          GARBAGE);
    }));
  }

  /** A JVM that is asked for its version looks at its options, but does not run the program. */
  private boolean isAvailable(String option) throws IOException, InterruptedException {
    Command.Result result = new ForkedJvm(SwapChain.class).options(option, "-version")
        .run(folder.resolve("version.txt"), JVM_SECONDS, List.of());
    return result.ended() && result.exitCode() == 0;
  }

  private void run(
      String name, List<String> prefix, List<String> options, int threads, String kind, int garbage) throws Exception {
    long start = System.nanoTime();
    List<String> all = new ArrayList<>(options);
    all.add("-Dfaults.patience=" + Long.getLong("faults.patience", 60));
    long[] counts = new ForkedProgram(SwapChain.class, prefix, all)
        .run(folder.resolve("output.txt"), 2L * SECONDS + JVM_SECONDS,
            String.valueOf(threads), kind, String.valueOf(garbage), String.valueOf(SECONDS));
    assertEquals(2, counts.length, "counts in the last line of SwapChain");
    new Evidence(
        Link.FAULTS,
        name,
        counts[0],
        "exchanges",
        "%d %s threads, %d races for the first write".formatted(threads, kind, counts[1]),
        "nothing lost, nothing stuck",
        (System.nanoTime() - start) / 1e9)
        .record();
  }
}
