package org.atomicvalue.checkers.steps;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.atomicvalue.checkers.graph.TlaValue;

/**
 * What a thread can do: the steps of the class under test, each taken by running its code, and the states that threads
 * and words get into by them.
 *
 * <p>A thread before an access is identified by its call and the <em>label</em> of the access, as in the specification.
 * Its true state is all that it has observed since the call began, of which its local variables are a function. {@link
 * HiddenState} checks that this makes no difference.
 */
final class Threads {

  private record Identity(Call call, TlaValue pc, TlaValue result) {}

  /** A step: the states of the thread and the words after it. */
  record Step(ThreadState thread, Words words) {}

  private final SteppedClass subject;
  private final Client client;
  private final Map<Identity, ThreadState> states = new HashMap<>();
  private final List<ThreadState> statesByNumber = new ArrayList<>();
  private final Map<List<TlaValue>, Words> words = new HashMap<>();
  private final List<Words> wordsByNumber = new ArrayList<>();
  private final HiddenState hiddenState;
  private final ThreadState idle;
  private final TlaValue[] labels;

  Threads(SteppedClass subject, Client client) {
    this.subject = subject;
    this.client = client;
    this.hiddenState = new HiddenState(this);
    this.labels = subject.sites().stream().map(site -> TlaValue.string(site.label())).toArray(TlaValue[]::new);
    this.idle = state(null, List.of(), -1, TlaValue.string(Labels.IDLE), client.noCall(), client.noResult());
  }

  ThreadState idle() {
    return idle;
  }

  HiddenState hiddenState() {
    return hiddenState;
  }

  ThreadState state(int number) {
    return statesByNumber.get(number);
  }

  private ThreadState state(
      Call call, List<Object> past, int nextSite, TlaValue pc, TlaValue callInSpec, TlaValue result) {
    return states.computeIfAbsent(new Identity(call, pc, result), identity -> {
      ThreadState state = new ThreadState(states.size(), call, past, nextSite, pc, callInSpec, result);
      statesByNumber.add(state);
      return state;
    });
  }

  /** All values of the words that have been seen. */
  List<Words> allWords() {
    return List.copyOf(wordsByNumber);
  }

  Words words(int number) {
    return wordsByNumber.get(number);
  }

  Words words(Object[] values) {
    List<TlaValue> names = new ArrayList<>(values.length);
    for (Object value : values) {
      names.add(client.names().name(value));
    }
    return words.computeIfAbsent(names, n -> {
      Words seen = new Words(words.size(), values, n);
      wordsByNumber.add(seen);
      return seen;
    });
  }

  /** The beginning of a call, up to its first access or, if it has none, its end. */
  Step begin(Call call, Words before) {
    return after(call, before, List.of(), false).toStep();
  }

  /** The access that comes next, and what the thread does by itself up to the one after or the end of the call. */
  Step access(ThreadState thread, Words before) {
    After after = after(thread.call(), before, thread.past(), true);
    if (after.performedSite != thread.nextSite()) {
      throw new NotConformable(thread.call() + " was about to make access " + subject.site(thread.nextSite())
          + " and, run again, made another: it depends on more than its arguments and what it reads");
    }
    Step step = after.toStep();
    hiddenState.add(thread, after.observed, step.thread(), after.past);
    return step;
  }

  /** What a run of a call leads to. */
  After after(Call call, Words before, List<Object> past, boolean performNext) {
    Replay.Run run = subject.run(call, before.values(), past, performNext);
    List<Object> newPast = past;
    if (performNext) {
      newPast = new ArrayList<>(past.size() + 1);
      newPast.addAll(past);
      newPast.add(run.observed());
    }
    return new After(
        call,
        run.performedSite(),
        run.observed(),
        newPast,
        run.nextSite(),
        run.isAtAccess() ? labels[run.nextSite()] : TlaValue.string(Labels.BEFORE_RESPONSE),
        run.isAtAccess() ? client.noResult() : client.names().result(call, run.returned(), run.thrown()),
        words(subject.readWords()));
  }

  /** What an access observed: a named object, a Boolean, or null if it has no result. */
  String show(Object observed) {
    return observed == null || observed instanceof Boolean
        ? String.valueOf(observed)
        : client.names().name(observed).toString();
  }

  final class After {
    final Call call;
    final int performedSite;
    final Object observed;
    final List<Object> past;
    final int nextSite;
    final TlaValue pc;
    final TlaValue result;
    final Words words;

    After(Call call, int performedSite, Object observed, List<Object> past, int nextSite, TlaValue pc,
        TlaValue result, Words words) {
      this.call = call;
      this.performedSite = performedSite;
      this.observed = observed;
      this.past = past;
      this.nextSite = nextSite;
      this.pc = pc;
      this.result = result;
      this.words = words;
    }

    boolean isLike(After other) {
      return labels[performedSite].equals(labels[other.performedSite])
          && pc.equals(other.pc)
          && result.equals(other.result)
          && words == other.words;
    }

    boolean isAtAccess() {
      return nextSite >= 0;
    }

    Step toStep() {
      return new Step(state(call, past, nextSite, pc, call.inSpec(), result), words);
    }

    @Override
    public String toString() {
      return subject.site(performedSite) + " then " + pc + (isAtAccess() ? "" : " with " + result)
          + ", words " + subject.words() + " = " + words.names();
    }
  }
}
