package org.atomicvalue.accessmodes;

import java.util.List;
import org.atomicvalue.accessmodes.MemoryModesDocument.Refutation;

/** The programs of four threads, and {@code SwapConservation}, which has by far the most executions of those of two. */
class ModesByAxiomsIT extends ModesByAxioms {

  ModesByAxiomsIT() {
    super("AllTests", "(OfThreads(4) \\union {\"SwapConservation\"})", "programs of four threads and SwapConservation");
  }

  /** The tables have no program of four threads for {@code WaitFreeAtomicValue}. */
  @Override
  List<Refutation> further(Algorithm algorithm) {
    Modes modes = Modes.allVolatile(algorithm).with(algorithm.access("LoadData"), "acquire");
    return List.of(new Refutation(modes, "IndependentLaterReads", "1, 0, 1, 0"));
  }
}
