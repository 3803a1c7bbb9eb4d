package org.atomicvalue.checkers.tlc;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A behaviour that violates a property: its states, and how it goes on after the last one.
 *
 * @param states from the initial one
 * @param backTo the number of the state to which the last one leads back, so that the behaviour repeats for ever what
 *     lies between; absent if the violation is there when the last state is reached
 * @param backBy the action of the step that leads back; empty if there is none
 * @param backByModule the module that defines it; empty if there is none
 * @param stutters whether nothing ever happens after the last state
 */
public record Counterexample(
    List<State> states, OptionalInt backTo, String backBy, String backByModule, boolean stutters) {

  /**
   * A state and the step that led to it.
   *
   * @param number counted from 1
   * @param action the action of the step, "Initial predicate" for the first state; empty if TLC does not say, which is
   *     so in its depth-first search
   * @param place where the action stands; absent for the first state, and if TLC does not say
   * @param parameters how many the action has, a thread or a process mostly; 0 if its definition is not found
   * @param variables the value of each variable, as TLC prints it but on one line
   */
  public record State(int number, String action, Optional<Place> place, int parameters, Map<String, String> variables) {

    /** The module that defines the action; empty if TLC does not say. */
    public String module() {
      return place.map(Place::module).orElse("");
    }

    /** The variables whose values are not those of the state before. */
    public Map<String, String> changesFrom(State before) {
      Map<String, String> changes = new LinkedHashMap<>(variables);
      changes.entrySet().removeAll(before.variables.entrySet());
      return changes;
    }
  }

  public int length() {
    return states.size();
  }
}
