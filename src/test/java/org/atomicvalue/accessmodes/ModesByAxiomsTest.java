package org.atomicvalue.accessmodes;

import java.util.List;

/** The programs of two and three threads, but for one that takes long; {@link ModesByAxiomsIT} has it. */
class ModesByAxiomsTest extends ModesByAxioms {

  ModesByAxiomsTest() {
    super("OfFewThreads(AllTests)", "(DOMAIN Tests \\ {\"SwapConservation\"})",
        "programs of two and three threads but SwapConservation", List.of(9, 21, 28));
  }
}
