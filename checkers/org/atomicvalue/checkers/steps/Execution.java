package org.atomicvalue.checkers.steps;

import java.util.ArrayList;
import java.util.List;
import org.atomicvalue.checkers.graph.State;

/**
 * Whether the class really goes a way through its graph, in which threads that have observed different things may count
 * as one: each thread goes on from what it has observed on this very way.
 */
final class Execution {

  /** Where a thread stands, and what it has observed on the way there. */
  private record Standing(ThreadState state, List<Replay.Observation> past) {}

  private record Configuration(Words words, List<Standing> threads) {

    Configuration with(Words wordsAfter, int thread, Standing standing) {
      List<Standing> after = new ArrayList<>(threads);
      after.set(thread, standing);
      return new Configuration(wordsAfter, after);
    }
  }

  private final Exploration exploration;
  private final Threads threads;
  private final Client client;
  private final SteppedClass subject;

  Execution(Exploration exploration, Threads threads, Client client, SteppedClass subject) {
    this.exploration = exploration;
    this.threads = threads;
    this.client = client;
    this.subject = subject;
  }

  /**
   * Goes a way.
   *
   * @param way from the initial state
   * @param last steps of which one must be possible at its end
   */
  boolean isPossible(List<Difference.Step> way, List<Difference.Step> last) {
    Standing idle = new Standing(threads.idle(), List.of());
    List<Configuration> here = List.of(
        new Configuration(threads.words(0), client.threads().stream().map(thread -> idle).toList()));
    for (Difference.Step step : way.subList(1, way.size())) {
      here = after(here, step);
    }
    List<Configuration> end = here;
    return last.stream().anyMatch(step -> !after(end, step).isEmpty());
  }

  private List<Configuration> after(List<Configuration> before, Difference.Step step) {
    List<Configuration> after = new ArrayList<>();
    for (Configuration configuration : before) {
      for (int thread = 0; thread < client.threads().size(); thread++) {
        for (Configuration next : next(configuration, thread, step.action())) {
          if (state(next).equals(step.state())) {
            after.add(next);
          }
        }
      }
    }
    return after;
  }

  private State state(Configuration configuration) {
    return exploration.inSpec(configuration.words, configuration.threads.stream().map(Standing::state).toList());
  }

  private List<Configuration> next(Configuration from, int thread, String action) {
    Standing standing = from.threads.get(thread);
    ThreadState state = standing.state;
    List<Threads.After> outcomes = new ArrayList<>();
    if (state.isIdle() && action.equals(Labels.REQUEST)) {
      client.calls().forEach(call -> outcomes.add(threads.beginning(call)));
      return outcomes.stream()
          .filter(outcome -> outcome.knownState() != null)
          .map(outcome -> from.with(from.words, thread, new Standing(outcome.knownState(), outcome.past)))
          .toList();
    }
    if (!state.isIdle() && !state.isAtAccess() && action.equals(Labels.RESPOND)) {
      return List.of(from.with(from.words, thread, new Standing(threads.idle(), List.of())));
    }
    if (state.isAtAccess() && subject.site(state.nextSite()).label().equals(action)) {
      return threads.outcomes(state.call(), from.words, standing.past).stream()
          .filter(outcome -> outcome.knownState() != null)
          .map(outcome -> from.with(outcome.words, thread, new Standing(outcome.knownState(), outcome.past)))
          .toList();
    }
    return List.of();
  }
}
