package org.atomicvalue.accessmodes;

/** As {@link LitmusOutcomesTest}, of the programs of four threads. */
class LitmusOutcomesIT extends DerivedOutcomes {

  LitmusOutcomesIT() {
    super("_many");
  }
}
