package org.atomicvalue.accessmodes;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The minimal sufficient modes for coherence in {@code docs/memory-modes.md} are those that TLC finds, and with {@code
 * -Ddeep=true} those for sequential consistency, whose programs of four threads take TLC minutes.
 */
class MemoryModesIT {

  @ParameterizedTest
  @EnumSource
  void minimalModesForCoherence(Algorithm algorithm) throws IOException, InterruptedException {
    MinimalModes.check(algorithm, Property.COHERENCE);
  }

  @ParameterizedTest
  @EnumSource
  void minimalModesForSequentialConsistency(Algorithm algorithm) throws IOException, InterruptedException {
    assumeTrue(Boolean.getBoolean("deep"), "with -Ddeep=true alone");
    MinimalModes.check(algorithm, Property.SEQUENTIAL_CONSISTENCY);
  }
}
