package org.atomicvalue.accessmodes;

/** The programs of two and three threads, but for one that takes long; {@link ModesByAxiomsIT} has it. */
class ModesByAxiomsTest extends ModesByAxioms {

  ModesByAxiomsTest() {
    super("OfFewThreads(AllTests)", "(DOMAIN Tests \\ {\"SwapConservation\"})",
        "programs of two and three threads but SwapConservation");
  }
}
