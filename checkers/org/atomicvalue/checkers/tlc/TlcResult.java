package org.atomicvalue.checkers.tlc;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a run of TLC found.
 *
 * @param model the name of the configuration, without {@code .cfg}
 * @param outcome how the run ended
 * @param violated the name of the property that does not hold, as the configuration gives it; absent if all hold
 * @param errors what TLC said about the failure; empty if all is well
 * @param counterexample the behaviour that violates the property; absent if TLC gave none
 * @param generatedStates how many states TLC computed, repetitions included
 * @param distinctStates how many of them differ
 * @param depth the number of states on the longest of the shortest paths to a state; 0 if TLC does not say, which is so when
 *     a liveness property is violated
 * @param actions for each action of the next-state relation, how many steps it took in the search
 * @param seconds how long the run took, with the start of the JVM
 * @param log everything that TLC printed
 */
public record TlcResult(
    String model,
    Outcome outcome,
    Optional<String> violated,
    List<String> errors,
    Optional<Counterexample> counterexample,
    long generatedStates,
    long distinctStates,
    int depth,
    Map<String, Long> actions,
    double seconds,
    Path log) {

  /** The actions that took no step: nothing is known about them, since no behaviour of the model has them. */
  public List<String> actionsThatNeverFired() {
    return actions.entrySet().stream().filter(action -> action.getValue() == 0).map(Map.Entry::getKey).toList();
  }

  /** How the run ended, in one line: "ok" or what was violated. */
  public String summary() {
    return switch (outcome) {
      case OK -> "ok";
      case DEADLOCK -> "reaches a deadlock";
      case ERROR -> "could not be checked";
      default -> "violates " + violated.orElse("an assumption or an assertion");
    };
  }
}
