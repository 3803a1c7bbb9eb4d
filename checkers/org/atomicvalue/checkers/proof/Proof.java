package org.atomicvalue.checkers.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.atomicvalue.checkers.smt.Term;

/**
 * The claims that make up a proof by induction about a module whose {@code Spec} is {@code Init /\ [][Next]_vars}: its
 * invariant {@code Inv} holds at first and after each step, and properties follow from it step by step. Steps are taken
 * one action at a time, as {@code Next} lists them, and the step in which nothing changes is one more.
 */
public final class Proof {

  private static final String INVARIANT = "Inv";
  private static final String INITIALLY = "Init";
  static final String STUTTERING = "Stuttering";

  private final Specification specification;
  private final List<Formula> invariant;
  private final List<Action> actions;

  public Proof(Specification specification) {
    this.specification = specification;
    specification.requireForm("Spec", "Init /\\ [][Next]_vars");
    invariant = specification.conjuncts(INVARIANT, false);
    actions = new ArrayList<>(specification.actions("Next"));
    actions.add(specification.unchanged("vars", STUTTERING));
  }

  public Specification specification() {
    return specification;
  }

  /** The conjuncts of the invariant. */
  public List<Formula> invariant() {
    return invariant;
  }

  /** What a step can be. */
  public List<Action> actions() {
    return List.copyOf(actions);
  }

  /** {@code Init => Inv}, and {@code Inv /\ Action => Inv'} for each action and each conjunct. */
  public List<Obligation> induction() {
    List<Obligation> obligations = new ArrayList<>();
    for (Formula conjunct : invariant) {
      obligations.add(obligation(INVARIANT, INITIALLY, conjunct.name(), initially(), conjunct));
    }
    List<Formula> next = specification.conjuncts(INVARIANT, true);
    for (Action action : actions) {
      for (Formula conjunct : next) {
        obligations.add(obligation(INVARIANT, action.name(), conjunct.name(), step(action), conjunct));
      }
    }
    return obligations;
  }

  /**
   * A property of the form {@code P /\ [][A]_v}, or of either part: {@code Init => P}, and {@code Inv /\ Action => A}
   * for each action. One that is a formula about states follows from the invariant alone.
   */
  public List<Obligation> property(String name) {
    Specification.Behaviour behaviour = specification.behaviour(name);
    List<Obligation> obligations = new ArrayList<>();
    boolean isAboutStates = behaviour.steps().isEmpty() && behaviour.actions().isEmpty();
    for (Formula initial : behaviour.initial()) {
      obligations.add(isAboutStates
          ? obligation(name, "", name, invariant, initial)
          : obligation(name, INITIALLY, name, initially(), initial));
    }
    for (Formula step : behaviour.steps()) {
      for (Action action : actions) {
        obligations.add(obligation(name, action.name(), name, step(action), step));
      }
    }
    for (Formula formula : behaviour.actions()) {
      for (Action action : actions) {
        if (!action.name().equals(STUTTERING)) {
          obligations.add(obligation(name, action.name(), name, step(action), formula));
        }
      }
    }
    return obligations;
  }

  /** An action that says of the next state what cannot be understood here is not counted on. */
  private static Term enabled(Action action) {
    try {
      return Enabled.of(action);
    } catch (Refusal refusal) {
      return Term.FALSE;
    }
  }

  /**
   * Nobody is stuck: whoever is busy can take one of the actions, in every state of the invariant.
   *
   * @param busy a definition with one parameter
   * @param except actions by which nobody goes on
   */
  public Obligation progress(String busy, Set<String> except) {
    List<Formula> hypotheses = new ArrayList<>(invariant);
    List<Term> possible = new ArrayList<>();
    Action first = null;
    for (Action action : actions) {
      if (!action.name().equals(STUTTERING) && !except.contains(action.name())) {
        first = first == null ? action : first;
        possible.add(enabled(action));
      }
    }
    if (first == null || first.parameters().size() != 1) {
      throw new Refusal("progress of what is not one thread's: " + specification.name());
    }
    Term who = first.parameters().get(0);
    hypotheses.add(new Formula("who acts", "who acts", first.place(), Term.and(first.guards())));
    hypotheses.add(specification.formula(busy, who));
    return obligation("NobodyIsStuck", "", "NobodyIsStuck", hypotheses,
        new Formula("NobodyIsStuck", "ENABLED of one of the actions", first.place(), Term.or(possible)));
  }

  private Obligation obligation(
      String property, String step, String conjunct, List<Formula> hypotheses, Formula goal) {
    return new Obligation(specification, property, step, conjunct, hypotheses, goal);
  }

  private List<Formula> initially() {
    return List.of(specification.formula(INITIALLY));
  }

  /** A state of the invariant, and a step from it. */
  public List<Formula> step(Action action) {
    List<Formula> formulas = new ArrayList<>(invariant);
    if (!action.guards().isEmpty()) {
      formulas.add(new Formula("who acts", "who acts", action.place(), Term.and(action.guards())));
    }
    formulas.add(new Formula(action.name(), action.name() + action.parameters(), action.place(), action.formula()));
    return formulas;
  }
}
