package org.atomicvalue.proof;

import java.util.List;
import org.atomicvalue.checkers.proof.Prover;
import org.atomicvalue.checkers.proof.Verdict;

/** The proofs of all modules, for whoever needs no more than their verdicts. */
public final class ModuleProof {

  private ModuleProof() {}

  /** The names of the modules of which something is proved. */
  public static List<String> modules() {
    return Theorems.ALL.stream().map(Theorems::module).toList();
  }

  /** Every obligation of a module, with what the solvers say. */
  public static List<Verdict> check(String module) {
    Theorems theorems = Theorems.ALL.stream().filter(each -> each.module().equals(module)).findFirst().orElseThrow();
    return new Prover(Theorems.solvers(), Theorems.SCRIPTS)
        .check(theorems.obligations(theorems.proof(Theorems.SPEC)), verdict -> {});
  }

  /** In words, if the obligation does not hold. */
  public static String explanation(String module, Verdict verdict) {
    Theorems theorems = Theorems.ALL.stream().filter(each -> each.module().equals(module)).findFirst().orElseThrow();
    return verdict.explanation(theorems::code);
  }
}
