package org.atomicvalue.accessmodes;

import java.util.List;

/**
 * As {@link LitmusOutcomesTest}, of the programs of four threads. Those of {@code AtomicValue} take TLC a minute and are
 * run with {@code -Ddeep=true} alone: it makes volatile accesses and no others, and what it does by accesses that happen
 * in one order is proved for any number of threads.
 */
class LitmusOutcomesIT extends DerivedOutcomes {

  LitmusOutcomesIT() {
    super("_many",
        Boolean.getBoolean("deep") ? List.of(Algorithm.values()) : List.of(Algorithm.WAIT_FREE_ATOMIC_VALUE));
  }
}
