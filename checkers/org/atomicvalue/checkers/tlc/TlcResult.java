package org.atomicvalue.checkers.tlc;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What a run of TLC found. A figure that TLC does not give is absent.
 *
 * @param model the name of the configuration, without {@code .cfg}
 * @param outcome how the run ended; never {@link TlcOutcome#OK} if TLC reported any problem, or a warning that touches
 *     soundness and was not accepted
 * @param problems what is wrong, in the order in which TLC found it; empty if all is well
 * @param warnings what TLC warned of
 * @param generatedStates how many states TLC computed, repetitions included
 * @param distinctStates how many of them differ; a simulation does not know
 * @param depth the number of states on the longest of the shortest paths to a state; absent if a liveness property is
 *     violated, if TLC did not search breadth-first, and if it was stopped
 * @param counts whether TLC counted how often each action fired
 * @param actions what TLC counts as the actions of the next-state relation; none if it did not count
 * @param seconds how long the run took, with the start of the JVM
 * @param log everything that TLC printed
 */
public record TlcResult(
    String model,
    TlcOutcome outcome,
    List<Problem> problems,
    List<Warning> warnings,
    OptionalLong generatedStates,
    OptionalLong distinctStates,
    OptionalInt depth,
    boolean counts,
    List<Action> actions,
    double seconds,
    Path log) {

  /** What TLC said about the problems, each in one text. */
  public List<String> errors() {
    return problems.stream().map(Problem::text).toList();
  }

  /** The properties of the configuration of which the first violation may be one: several if TLC does not say which. */
  public List<String> candidates() {
    return firstProblem().map(Problem::candidates).orElse(List.of());
  }

  /** The name of the property that does not hold, as the configuration gives it, if there is no doubt which it is. */
  public Optional<String> violated() {
    return candidates().size() == 1 ? Optional.of(candidates().get(0)) : Optional.empty();
  }

  /** The behaviour that leads to the first violation, if TLC gave one. */
  public Optional<Counterexample> counterexample() {
    return firstProblem().flatMap(Problem::counterexample);
  }

  private Optional<Problem> firstProblem() {
    return problems.stream().filter(problem -> problem.kind() == outcome).findFirst();
  }

  /** The actions that took no step: nothing is known about them, since no behaviour of the model has them. */
  public List<String> actionsThatNeverFired() {
    return named().entrySet().stream().filter(action -> action.getValue().neverFired()).map(Map.Entry::getKey).toList();
  }

  /** How many steps each action took, of those of which it is known. */
  public Map<String, Long> steps() {
    Map<String, Long> steps = new LinkedHashMap<>();
    named().forEach((name, action) -> action.steps().ifPresent(count -> steps.put(name, count)));
    return steps;
  }

  /** The actions by name; those that share a name, by name and place. */
  private Map<String, Action> named() {
    if (!counts) {
      throw new IllegalStateException(model + " was run without coverage, so it is not known which actions fired");
    }
    Map<String, Action> named = new LinkedHashMap<>();
    for (Action action : actions) {
      boolean unique = actions.stream().filter(other -> other.name().equals(action.name())).count() == 1;
      String name = unique ? action.name() : action.name() + " at " + action.place();
      String key = name;
      for (int i = 2; named.containsKey(key); i++) {
        key = name + ", number " + i;
      }
      named.put(key, action);
    }
    return named;
  }

  /** How the run ended, in one line: "ok" or what was violated. */
  public String summary() {
    return switch (outcome) {
      case OK -> "ok";
      case DEADLOCK -> "reaches a deadlock";
      case ASSUMPTION_VIOLATED -> "violates an assumption";
      case ASSERTION_VIOLATED -> "violates an assertion";
      case SAFETY_VIOLATED, LIVENESS_VIOLATED ->
        "violates " + (candidates().isEmpty() ? "a property" : String.join(" or ", candidates()));
      case DOUBTFUL -> "is in doubt because of a warning";
      case TIME_IS_UP -> "was stopped because its time was up";
      case ERROR -> "could not be checked";
    };
  }
}
