package org.atomicvalue.faults;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.atomicvalue.checkers.evidence.Evidence;
import org.atomicvalue.checkers.evidence.Link;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A call that runs out of memory has taken effect or has not, and leaves a register with which others can go on; see
 * {@link MemoryExhaustion}. If deep, the memory that is left grows by the smallest object each time.
 */
@Tag("races")
class MemoryExhaustionIT {

  private static final int STEP = Boolean.getBoolean("deep") ? 1 : 3;
  private static final int JVM_SECONDS = 600;

  /** A small heap that is exactly full when it is full: one collector thread, and no buffers of threads. */
  private static final List<String> OPTIONS = List.of("-Xmx8m", "-XX:+UseSerialGC", "-XX:-UseTLAB");

  @Test
  void callThatRunsOutOfMemoryLeavesAUsableRegister(@TempDir Path folder) throws Exception {
    long start = System.nanoTime();
    long[] counts = new ForkedProgram(MemoryExhaustion.class, List.of(), OPTIONS)
        .run(folder.resolve("output.txt"), JVM_SECONDS, String.valueOf(STEP));
    long calls = counts[0];
    long failed = counts[1];
    assertTrue(failed > 0, "no call ran out of memory, so nothing was shown");
    new Evidence(
        Link.FAULTS,
        "the memory ends in a call",
        failed,
        "calls that ran out of memory",
        calls + " calls, " + 16 * STEP + " bytes more left each time, and at most 50 %",
        "nothing lost, nothing stuck",
        (System.nanoTime() - start) / 1e9)
        .record();
  }
}
