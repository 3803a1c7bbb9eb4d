package org.atomicvalue.checkers.evidence;

/** A link of the chain of evidence: a claim, and the kind of machine check that can refute it. */
public enum Link {
  PROOF("proof", Reach.FOR_ALL, "the algorithm refines the contract", "two SMT solvers"),
  SPECIFICATION(
      "specification", Reach.BOUNDED, "the algorithm refines the contract, and its calls end", "TLC"),
  CLASS_FILE(
      "class file", Reach.FOR_ALL, "the class file takes exactly the steps of the algorithm",
      "symbolic execution, two SMT solvers"),
  STEPS("steps", Reach.BOUNDED, "the class file takes exactly the steps of the algorithm", "step conformance"),
  LINEARIZABILITY("linearizability", Reach.SAMPLED, "the class is linearizable", "Lincheck"),
  BEHAVIOUR("behaviour", Reach.SAMPLED, "the class keeps every rule of its contract", "JUnit"),
  ACCESS_MODES("access modes", Reach.BOUNDED, "the access modes used are strong enough", "TLC"),
  HARDWARE("hardware", Reach.SAMPLED, "JIT and hardware show no forbidden outcome", "jcstress"),
  FAULTS("faults", Reach.SAMPLED, "whatever fails, nothing is lost and nothing stuck", "JUnit, forked JVMs"),
  COST("cost", Reach.MEASURED, "the benchmarks of its cost run", "JMH"),
  ARTIFACTS("artifacts", Reach.THIS_BUILD, "what is published is whole and reproducible", "Maven"),
  CONTROLS("negative controls", Reach.THESE_BUGS, "every seeded bug is caught", "all of the above");

  /** How far what a link found can be relied on. */
  public enum Reach {
    /** Any number of threads, calls, values and classes. */
    FOR_ALL("for all"),
    /** Everything within bounds that the check states. */
    BOUNDED("bounded"),
    /** What happened to happen. */
    SAMPLED("sampled"),
    /** On the machine at hand. */
    MEASURED("measured"),
    /** The artifacts at hand. */
    THIS_BUILD("this build"),
    /** The seeded bugs, and no others. */
    THESE_BUGS("these bugs");

    private final String words;

    Reach(String words) {
      this.words = words;
    }

    @Override
    public String toString() {
      return words;
    }
  }

  private final String title;
  private final Reach reach;
  private final String claim;
  private final String checker;

  Link(String title, Reach reach, String claim, String checker) {
    this.title = title;
    this.reach = reach;
    this.claim = claim;
    this.checker = checker;
  }

  public String title() {
    return title;
  }

  public Reach reach() {
    return reach;
  }

  public String claim() {
    return claim;
  }

  public String checker() {
    return checker;
  }
}
