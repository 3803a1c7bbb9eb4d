package org.atomicvalue.accessmodes;

import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The minimal sufficient modes for publication in {@code docs/memory-modes.md} are those that TLC finds; {@link
 * MemoryModesIT} does the other tables.
 *
 * <p>After a change of the algorithm, of the memory or of the litmus tests, {@link MemoryModesDocument} searches anew.
 */
class MemoryModesTest {

  @ParameterizedTest
  @EnumSource
  void minimalModesForPublication(Algorithm algorithm) throws IOException, InterruptedException {
    MinimalModes.check(algorithm, Property.PUBLICATION);
  }
}
