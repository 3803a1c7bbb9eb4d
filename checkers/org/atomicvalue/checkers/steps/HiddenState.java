package org.atomicvalue.checkers.steps;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Checks that a thread has no state that the specification does not know of. Two threads that make the same call and
 * stand before an access of the same label count as one state, whatever they have observed before; so they must also do
 * the same from there on.
 *
 * <p>Two checks, each over all words that the exploration has seen. Whenever a state was reached by different
 * observations, the steps that follow are compared, {@value #LOOK_AHEAD} deep. And every cycle of steps in a call, such
 * as a wait, is gone through {@value #ROUNDS} times, and in each round the next step is compared with that of the first.
 * A counter in the code that makes a difference only later than that remains unseen.
 */
final class HiddenState {

  static final int LOOK_AHEAD = 3;
  static final int ROUNDS = 300;

  private static final int SHOWN = 4;

  private record Arrival(ThreadState state, List<Object> past) {}

  private record Move(Object observed, ThreadState to) {}

  private final Threads threads;
  private final Set<Arrival> arrivals = new HashSet<>();
  private final Map<ThreadState, Map<ThreadState, Move>> moves = new LinkedHashMap<>();
  private long comparisons;

  HiddenState(Threads threads) {
    this.threads = threads;
  }

  /** Takes note of a step. */
  void add(ThreadState from, Object observed, ThreadState to, List<Object> past) {
    if (to.isAtAccess()) {
      arrivals.add(new Arrival(to, past));
      moves.computeIfAbsent(from, f -> new LinkedHashMap<>()).putIfAbsent(to, new Move(observed, to));
    }
  }

  /** Makes the checks, after the exploration, and returns how many pairs of steps were compared. */
  long check() {
    for (Arrival arrival : arrivals) {
      requireSameFuture(arrival.state.call(), arrival.state.past(), arrival.past, LOOK_AHEAD);
    }
    for (ThreadState start : List.copyOf(moves.keySet())) {
      goThroughCycles(start, start, new ArrayList<>());
    }
    return comparisons;
  }

  private void requireSameFuture(Call call, List<Object> past, List<Object> otherPast, int depth) {
    if (past.equals(otherPast)) {
      return;
    }
    for (Words words : threads.allWords()) {
      Threads.After after = threads.after(call, words, past, true);
      Threads.After otherAfter = threads.after(call, words, otherPast, true);
      comparisons++;
      if (!after.isLike(otherAfter)) {
        throw new NotConformable("hidden state: what " + call + " does next depends on more than the label of its next"
            + " access\n  after observing " + abbreviate(past) + ": " + after
            + "\n  after observing " + abbreviate(otherPast) + ": " + otherAfter
            + "\n  The specification has one state for both.");
      }
      if (depth > 1 && after.isAtAccess()) {
        requireSameFuture(call, after.past, otherAfter.past, depth - 1);
      }
    }
  }

  /** Every simple cycle once: from the state on it that has the smallest number. */
  private void goThroughCycles(ThreadState start, ThreadState at, List<Move> path) {
    for (Move move : List.copyOf(moves.getOrDefault(at, Map.of()).values())) {
      path.add(move);
      if (move.to == start) {
        goThrough(start, path);
      } else if (move.to.number() > start.number() && path.stream().filter(m -> m.to == move.to).count() == 1) {
        goThroughCycles(start, move.to, path);
      }
      path.remove(path.size() - 1);
    }
  }

  private void goThrough(ThreadState start, List<Move> cycle) {
    List<Object> past = new ArrayList<>(start.past());
    for (int round = 0; round < ROUNDS; round++) {
      for (Move move : cycle) {
        past.add(move.observed);
        requireSameFuture(start.call(), move.to.past(), Collections.unmodifiableList(past), 1);
      }
    }
  }

  private String abbreviate(List<Object> past) {
    int hidden = Math.max(0, past.size() - SHOWN);
    return (hidden == 0 ? "" : hidden + " more and then ")
        + past.subList(hidden, past.size()).stream().map(threads::show).toList();
  }
}
