package org.atomicvalue.checkers.evidence;

/** A link of the chain of evidence: a claim, and the kind of machine check that can refute it. */
public enum Link {
  BEHAVIOUR("behaviour", "the class keeps every rule of its contract", "JUnit"),
  PROOF("proof", "the algorithm refines the contract, for all numbers", "two SMT solvers"),
  SPECIFICATION("specification", "the algorithm refines the contract", "TLC"),
  CLASS_FILE(
      "class file", "the class file takes exactly the steps of the algorithm, for all values and threads",
      "symbolic execution, two SMT solvers"),
  STEPS("steps", "the class file takes exactly the steps of the algorithm", "step conformance"),
  LINEARIZABILITY("linearizability", "the class is linearizable", "Lincheck"),
  ACCESS_MODES("access modes", "the access modes used are strong enough", "TLC"),
  HARDWARE("hardware", "JIT and hardware show no forbidden outcome", "jcstress"),
  FAULTS("faults", "whatever fails, nothing is lost and nothing stuck", "JUnit, forked JVMs"),
  COST("cost", "it costs no more than what users would pick instead", "JMH"),
  ARTIFACTS("artifacts", "what is published is whole and reproducible", "Maven"),
  CONTROLS("negative controls", "every seeded bug is caught", "all of the above");

  private final String title;
  private final String claim;
  private final String checker;

  Link(String title, String claim, String checker) {
    this.title = title;
    this.claim = claim;
    this.checker = checker;
  }

  public String title() {
    return title;
  }

  public String claim() {
    return claim;
  }

  public String checker() {
    return checker;
  }
}
