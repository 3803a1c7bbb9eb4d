package org.atomicvalue.checkers.steps;

import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Looks for state of a thread that the specification does not know of. Two threads that make the same call and stand
 * before an access of the same label, with the same values of the local variables that the specification knows, count
 * as one state; so they must also do the same from there on, whatever else their methods hold.
 *
 * <p>All that the methods can hold is gone through: from the beginning of each call, each step is taken from each of
 * its states with all words that such a thread has met in the exploration, and must lead where the exploration went.
 * What two ways lead to is the same if the methods hold the same objects and numbers. That comes to an end unless a
 * number goes on changing, such as one that counts rounds of waiting; then it ends after {@value #MOST_STEPS} steps of
 * a call, and {@link #isExhausted} says so.
 */
final class HiddenState {

  /** Of one call. */
  static final int MOST_STEPS = 600;

  /** Of all calls together. */
  static final int MOST_STATES = 1_000_000;

  private static final int SHOWN = 4;

  /** Two ways to one state of the specification that go on differently. */
  record Finding(String message) {}

  private record Held(ThreadState state, List<Replay.Observation> past, int nextSite, List<Replay.HeldFrame> frames) {}

  /** An object by its identity. */
  private record Same(Object object) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Same same && object == same.object;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(object);
    }
  }

  /** An object that is the n-th of those that the call itself has made; what follows in the list is what it holds. */
  private record Own(int number, Class<?> type) {}

  private final SteppedClass subject;
  private final Client client;
  private final Threads threads;
  private final Set<Object> lasting;
  private final Set<List<Object>> known = new HashSet<>();
  private final Deque<Held> open = new ArrayDeque<>();
  private boolean exhausted = true;

  HiddenState(SteppedClass subject, Client client, Threads threads) {
    this.subject = subject;
    this.client = client;
    this.threads = threads;
    this.lasting = subject.lastingObjects();
  }

  /** How many different things the methods of a thread can hold. */
  int states() {
    return known.size();
  }

  /** Whether there is nothing else that they could hold. */
  boolean isExhausted() {
    return exhausted;
  }

  Optional<Finding> find() {
    for (Call call : client.calls()) {
      Threads.After beginning = threads.beginning(call);
      if (beginning.isAtAccess() && beginning.knownState() != null) {
        add(beginning.knownState(), beginning);
      }
    }
    while (!open.isEmpty()) {
      Held held = open.remove();
      for (Map.Entry<Words, List<Threads.Step>> met : threads.met(held.state).entrySet()) {
        List<Threads.After> outcomes = threads.outcomes(held.state.call(), met.getKey(), held.past);
        List<Threads.Step> expected = met.getValue();
        if (outcomes.size() != expected.size()) {
          return Optional.of(finding(held, "", ""));
        }
        for (int i = 0; i < outcomes.size(); i++) {
          Threads.After outcome = outcomes.get(i);
          if (!outcome.isLike(expected.get(i))) {
            return Optional.of(finding(held, threads.describe(expected.get(i)), outcome.toString()));
          }
          if (outcome.isAtAccess()) {
            add(outcome.knownState(), outcome);
          }
        }
      }
    }
    return Optional.empty();
  }

  private void add(ThreadState state, Threads.After after) {
    if (after.past.size() > MOST_STEPS || known.size() > MOST_STATES) {
      exhausted = false;
      return;
    }
    List<Object> key = new ArrayList<>();
    key.add(state);
    key.add(after.nextSite);
    Map<Object, Integer> own = new IdentityHashMap<>();
    for (Replay.HeldFrame frame : after.frames) {
      key.add(frame.shape());
      FrameShape shape = subject.frame(frame.shape());
      for (int i = 0; i < frame.values().length; i++) {
        addValue(key, own, frame.values()[i], shape.isPrimitive(i));
      }
    }
    if (known.add(key)) {
      open.add(new Held(state, after.past, after.nextSite, after.frames));
    }
  }

  private void addValue(List<Object> key, Map<Object, Integer> own, Object value, boolean isPrimitive) {
    if (isPrimitive) {
      key.add(value);
    } else if (value == null || value == subject.instance() || client.names().hasNameFor(value)
        || lasting.contains(value) || !subject.isOfNest(value) && !(value instanceof Throwable)) {
      key.add(new Same(value));
    } else if (own.containsKey(value)) {
      key.add(own.get(value));
    } else {
      own.put(value, own.size());
      key.add(new Own(own.size(), value.getClass()));
      if (subject.isOfNest(value)) {
        addFields(key, own, value);
      }
    }
  }

  private void addFields(List<Object> key, Map<Object, Integer> own, Object object) {
    for (Field field : subject.fieldsOf(object)) {
      try {
        field.setAccessible(true);
        addValue(key, own, field.get(object), field.getType().isPrimitive());
      } catch (IllegalAccessException | InaccessibleObjectException e) {
        key.add(new Same(object)); // so that it is like no other
      }
    }
  }

  private Finding finding(Held held, String expected, String found) {
    ThreadState first = held.state;
    boolean isAtOnePlace = first.nextSite() == held.nextSite;
    StringBuilder message = new StringBuilder("hidden state: what " + first.call() + " does next depends on more than"
        + " the label of its next access");
    if (!client.locals().isEmpty()) {
      message.append(" and ").append(client.locals().keySet());
    }
    message.append("\n  after observing ").append(abbreviate(first.past())).append(", at ")
        .append(subject.site(first.nextSite())).append(": ").append(expected);
    message.append("\n  after observing ").append(abbreviate(held.past)).append(", at ")
        .append(subject.site(held.nextSite)).append(": ").append(found);
    message.append("\n  The specification has one state for both.");
    List<String> differing = isAtOnePlace ? differing(first.frames(), held.frames) : List.of();
    if (!differing.isEmpty()) {
      message.append("\n  What the thread carries there, and the specification does not know: ")
          .append(String.join(", ", differing))
          .append("\n  If the specification is to know it, give it a variable of that name, a function of the threads,"
              + " and say so to the client.");
    }
    return new Finding(message.toString());
  }

  private List<String> differing(List<Replay.HeldFrame> some, List<Replay.HeldFrame> others) {
    List<String> differing = new ArrayList<>();
    for (int i = 0; i < Math.min(some.size(), others.size()); i++) {
      if (some.get(i).shape() == others.get(i).shape()) {
        List<String> names = subject.frame(some.get(i).shape()).names();
        for (int j = 0; j < names.size(); j++) {
          String one = threads.showLocal(some.get(i).values()[j]);
          String other = threads.showLocal(others.get(i).values()[j]);
          if (names.get(j) != null && !names.get(j).equals("this") && !one.equals(other)) {
            differing.add(names.get(j) + " (" + one + " or " + other + ")");
          }
        }
      }
    }
    return differing;
  }

  private String abbreviate(List<Replay.Observation> past) {
    int hidden = Math.max(0, past.size() - SHOWN);
    return (hidden == 0 ? "" : hidden + " more and then ")
        + past.subList(hidden, past.size()).stream().map(threads::show).toList();
  }
}
