package org.atomicvalue.checkers.proof;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.atomicvalue.checkers.smt.Answer;
import org.jspecify.annotations.Nullable;

/**
 * What the solvers say of an obligation.
 *
 * @param counterexample null if no solver has one
 */
public record Verdict(Obligation obligation, List<Opinion> opinions, @Nullable Counterexample counterexample) {

  public Verdict {
    opinions = List.copyOf(opinions);
  }

  /** What one solver says, and how long it took. */
  public record Opinion(String solver, Answer answer, double seconds) {

    /** Whether it has found a counter-example, which is more than not to know. */
    public boolean refutes() {
      return answer instanceof Answer.Satisfiable;
    }

    boolean holds() {
      return answer instanceof Answer.Unsatisfiable;
    }

    @Override
    public String toString() {
      if (answer instanceof Answer.Unknown unknown) {
        return solver + " does not know (" + unknown.reason() + ")";
      }
      return solver + (holds() ? " says that it holds" : " has a counter-example");
    }
  }

  public boolean holds() {
    return opinions.stream().allMatch(Opinion::holds);
  }

  public double seconds() {
    return opinions.stream().mapToDouble(Opinion::seconds).sum();
  }

  /** Names of hypotheses from which the goal follows already. */
  public List<String> core() {
    return opinions.get(0).answer() instanceof Answer.Unsatisfiable unsatisfiable ? unsatisfiable.core() : List.of();
  }

  /**
   * For a person: what was claimed, what refutes it.
   *
   * @param code where an action is in the code; may answer with an empty text
   */
  public String explanation(Function<String, String> code) {
    StringBuilder text = new StringBuilder(obligation.name() + (holds() ? " holds: " : " is NOT proved: "));
    text.append(opinions.stream().map(Opinion::toString).collect(Collectors.joining(", "))).append(".\n");
    if (!holds()) {
      text.append("  ").append(obligation.claim(code)).append('\n');
      if (counterexample != null) {
        text.append(counterexample);
        text.append(obligation.advice());
      }
    }
    return text.toString();
  }
}
