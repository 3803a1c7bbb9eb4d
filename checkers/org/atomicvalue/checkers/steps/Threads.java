package org.atomicvalue.checkers.steps;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.atomicvalue.checkers.graph.TlaValue;

/**
 * What a thread can do: the steps of the class under test, each taken by running its code, and the states that threads
 * and words get into by them.
 *
 * <p>A thread before an access is identified by its call, the <em>label</em> of the access and those local variables
 * that the specification knows, as in the specification. Its true state is all that its methods hold. {@link
 * HiddenState} checks that this makes no difference.
 */
final class Threads {

  private record Identity(Call call, TlaValue pc, TlaValue result, List<TlaValue> locals) {}

  /** A step: the states of the thread and the words after it. */
  record Step(ThreadState thread, Words words) {}

  private final SteppedClass subject;
  private final Client client;
  private final Map<Identity, ThreadState> states = new HashMap<>();
  private final List<ThreadState> statesByNumber = new ArrayList<>();
  private final Map<List<TlaValue>, Words> words = new HashMap<>();
  private final List<Words> wordsByNumber = new ArrayList<>();
  private final List<Class<?>> wordTypes;
  private final ThreadState idle;
  private final TlaValue[] labels;
  private final List<TlaValue> noLocals;

  /** The steps of each thread's state, by its number, for each of the words that it has met. */
  private final List<Map<Words, List<Step>>> steps = new ArrayList<>();

  Threads(SteppedClass subject, Client client) {
    this.subject = subject;
    this.client = client;
    this.wordTypes = subject.wordTypes();
    this.labels = subject.sites().stream().map(site -> TlaValue.string(site.label())).toArray(TlaValue[]::new);
    this.noLocals = List.copyOf(client.locals().values());
    this.idle = state(new Identity(null, TlaValue.string(Labels.IDLE), client.noResult(), noLocals), List.of(), -1,
        client.noCall(), List.of());
  }

  ThreadState idle() {
    return idle;
  }

  ThreadState state(int number) {
    return statesByNumber.get(number);
  }

  private ThreadState state(Identity identity, List<Replay.Observation> past, int nextSite, TlaValue callInSpec,
      List<Replay.HeldFrame> frames) {
    return states.computeIfAbsent(identity, i -> {
      ThreadState state = new ThreadState(states.size(), i.call, past, nextSite, i.pc, callInSpec, i.result, i.locals,
          frames);
      statesByNumber.add(state);
      steps.add(new LinkedHashMap<>());
      return state;
    });
  }

  Words words(int number) {
    return wordsByNumber.get(number);
  }

  Words words(Object[] values) {
    List<TlaValue> names = new ArrayList<>(values.length);
    for (int i = 0; i < values.length; i++) {
      names.add(name(values[i], wordTypes.get(i)));
    }
    return words.computeIfAbsent(names, n -> {
      Words seen = new Words(words.size(), values, n);
      wordsByNumber.add(seen);
      return seen;
    });
  }

  private TlaValue name(Object value, Class<?> declared) {
    if (value != null && !(value instanceof Enum<?>) && subject.isOfNest(value) && !client.names().hasNameFor(value)) {
      throw new NotConformable("an object that a call has made and published has no name in the specification: a "
          + value.getClass().getName() + "; only objects that the client gives, constants and enums can be told apart"
          + " from one run to the next, so let callers bring such objects, or keep their contents in words");
    }
    return client.names().name(value, declared);
  }

  /** The beginning of a call, up to its first access or, if it has none, its end. */
  Step begin(Call call, Words before) {
    return after(call, before, List.of(), false, 0).toStep();
  }

  /**
   * What the access that comes next can lead to, with what the thread does by itself up to the one after or the end of
   * the call: one step, or several where code of the client may do several things. For each words it is run once.
   */
  List<Step> access(ThreadState thread, Words before) {
    Map<Words, List<Step>> known = steps.get(thread.number());
    List<Step> result = known.get(before);
    if (result == null) {
      result = new ArrayList<>();
      for (After after : outcomes(thread.call(), before, thread.past())) {
        if (after.performed.site() != thread.nextSite()) {
          throw new NotConformable(thread.call() + " was about to make access " + subject.site(thread.nextSite())
              + " and, run again, made another: it depends on more than its arguments and what it reads");
        }
        result.add(after.toStep());
      }
      known.put(before, result);
    }
    return result;
  }

  /** The words that a state of a thread has met, and the steps that it took then. */
  Map<Words, List<Step>> met(ThreadState thread) {
    return steps.get(thread.number());
  }

  /** What a thread that has observed all this can do next: one thing for each outcome that the step can have. */
  List<After> outcomes(Call call, Words before, List<Replay.Observation> past) {
    List<After> all = new ArrayList<>(1);
    int alternatives = 1;
    for (int choice = 0; choice < alternatives; choice++) {
      Replay.Run run = subject.run(call, before.values(), past, true, choice);
      alternatives = run.alternatives();
      all.add(new After(call, past, run));
    }
    return all;
  }

  private After after(Call call, Words before, List<Replay.Observation> past, boolean performNext, int choice) {
    return new After(call, past, subject.run(call, before.values(), past, performNext, choice));
  }

  /** The beginning of a call, which does not depend on the words. */
  After beginning(Call call) {
    return after(call, wordsByNumber.get(0), List.of(), false, 0);
  }

  /** What an access observed: a named object, a Boolean, or null if it has no result. */
  String show(Replay.Observation observation) {
    Object observed = observation.value();
    if (observation.isThrown()) {
      return "throws " + observed.getClass().getSimpleName();
    }
    return observed == null || !client.names().hasNameFor(observed)
        ? String.valueOf(observed)
        : client.names().name(observed).toString();
  }

  /** What a local variable holds, for people to read. */
  String showLocal(Object value) {
    return client.names().hasNameFor(value) ? client.names().name(value).toString() : String.valueOf(value);
  }

  /** The local variables that the specification knows, as the innermost method has them that has them in scope. */
  private List<TlaValue> locals(List<Replay.HeldFrame> frames) {
    if (noLocals.isEmpty()) {
      return noLocals;
    }
    List<TlaValue> values = new ArrayList<>(noLocals);
    int place = 0;
    for (String local : client.locals().keySet()) {
      for (Replay.HeldFrame frame : frames) {
        FrameShape shape = subject.frame(frame.shape());
        // What a function is given comes after the local variables, one of which may have the same name.
        int i = shape.names().lastIndexOf(local);
        if (i >= 0) {
          Object value = frame.values()[i];
          values.set(place, local.equals(Functions.CALLED) && value != null && subject.isOfNest(value)
              ? Functions.OWN
              : name(value, shape.isPrimitive(i) ? shape.primitive(i) : Object.class));
        }
      }
      place++;
    }
    return values;
  }

  /** Where a run of a call has led to. */
  final class After {
    final Call call;
    final Replay.Observation performed;
    final List<Replay.Observation> past;
    final int nextSite;
    final List<Replay.HeldFrame> frames;
    final Words words;
    private final Identity identity;

    After(Call call, List<Replay.Observation> pastBefore, Replay.Run run) {
      this.call = call;
      this.performed = run.performed();
      if (performed == null) {
        this.past = pastBefore;
      } else {
        List<Replay.Observation> longer = new ArrayList<>(pastBefore.size() + 1);
        longer.addAll(pastBefore);
        longer.add(performed);
        this.past = longer;
      }
      this.nextSite = run.nextSite();
      this.frames = run.frames();
      boolean isAtAccess = run.isAtAccess();
      this.identity = new Identity(call,
          isAtAccess ? labels[nextSite] : TlaValue.string(Labels.BEFORE_RESPONSE),
          isAtAccess ? client.noResult() : client.names().result(call, run.returned(), run.thrown()),
          isAtAccess ? locals(frames) : noLocals);
      this.words = words(subject.readWords());
    }

    boolean isAtAccess() {
      return nextSite >= 0;
    }

    Step toStep() {
      return new Step(state(identity, past, nextSite, call.inSpec(), frames), words);
    }

    /** The state that the thread is in, null if no thread has been in it before. */
    ThreadState knownState() {
      return states.get(identity);
    }

    boolean isLike(Step step) {
      return words == step.words && knownState() == step.thread;
    }

    @Override
    public String toString() {
      return describe(identity.pc, identity.result, words);
    }
  }

  String describe(Step step) {
    return describe(step.thread.pc(), step.thread.result(), step.words);
  }

  private String describe(TlaValue pc, TlaValue result, Words after) {
    return "then " + pc + (result.equals(client.noResult()) ? "" : " with " + result) + ", words " + subject.words()
        + " = " + after.names();
  }
}
