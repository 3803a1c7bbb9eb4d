package org.atomicvalue.checkers.steps;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.atomicvalue.checkers.graph.State;
import org.atomicvalue.checkers.graph.StateGraph;

/**
 * Checks that a class takes exactly the steps of its specification: that the graph of all states which clients can
 * drive an instance into, with all transitions between them and their labels, equals the state graph of the
 * specification.
 *
 * <pre>{@code
 * SteppedClass queue = SteppedClass.load(Queue.class, Path.of("src/main/java/Queue.java"), Creation.PLAIN);
 * Vocabulary names = new Vocabulary().add("Null", null).add("x", new Object());
 * Call call = Call.of("[op |-> \"offer\", item |-> x]", queue.type(), "offer", names, "x");
 * Client client = new Client(List.of("t1", "t2"), List.of(call), names, noCall, noResult);
 * SpecGraph tlc = new SpecGraph(Path.of("spec/MCQueue.tla"), Path.of("spec/MCQueue.cfg"));
 * Future<StateGraph> spec = executor.submit(tlc::explore);
 * StepConformance.check(queue, client, spec, Set.of());
 * }</pre>
 *
 * <p>The specification has one variable for each non-final field of the class, of the same name, and {@code pc}, {@code
 * call} and {@code result}, functions on the threads. {@code pc[t]} is the label of the access that {@code t} makes
 * next, {@code "Respond"} when it has made its last, {@code "Idle"} between calls, which begin with an action {@code
 * Request} and end with an action {@code Respond}. Every other action is the label of an access in the source.
 */
public final class StepConformance {

  /**
   * What was compared.
   *
   * @param states of either graph
   * @param edges of either graph
   * @param seconds that the exploration of the class took
   * @param held how many different things the methods of one thread can hold, 0 if nothing was looked for
   * @param exhausted whether these are all, or only those within {@value HiddenState#MOST_STEPS} steps of a call
   */
  public record Result(int states, long edges, double seconds, int held, boolean exhausted) {

    /** In a few words. */
    @Override
    public String toString() {
      String equal =
          String.format(Locale.ROOT, "equal: %,d states, %,d edges; the class at %,.0f states/s", states, edges,
              states / seconds);
      return held == 0
          ? equal
          : String.format(Locale.ROOT, "%s; no hidden state in %s%,d states of a thread's locals%s", equal,
              exhausted ? "all " : "",
              held, exhausted ? "" : ", those in the first " + HiddenState.MOST_STEPS + " steps of a call");
    }
  }

  private StepConformance() {}

  /**
   * Explores the class and compares.
   *
   * @param spec the graph of the specification, which may still be in the making
   * @param neverFires the actions that take no step within these bounds, so that no access with such a label may
   *     either; only if there are none can every access be required to be made at least once
   * @throws NotConformable if labels are missing or wrong, or the class has state that the comparison cannot see
   * @throws Difference if the graphs differ
   */
  public static Result check(SteppedClass subject, Client client, Future<StateGraph> spec, Set<String> neverFires)
      throws ExecutionException, InterruptedException {
    long start = System.nanoTime();
    Exploration exploration = new Exploration(subject, client);
    StateGraph code;
    try {
      code = exploration.explore();
    } catch (NotConformable e) {
      // A thread that is taken for another one may go where the class never goes.
      exploration.hiddenState().find().ifPresent(finding -> {
        throw new NotConformable(finding.message());
      });
      throw e;
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    Labels.requireSame(subject, spec.get(), neverFires);
    requireSameVariables(code.state(0), spec.get().state(0));

    HiddenState hidden = exploration.hiddenState();
    Optional<HiddenState.Finding> finding = hidden.find();
    Optional<Difference> difference = GraphComparison.firstDifference(code, spec.get(), subject.words());
    if (difference.isPresent() && (finding.isEmpty() || exploration.isPossible(difference.get()))) {
      throw difference.get();
    }
    if (finding.isPresent()) {
      throw new NotConformable(finding.get().message());
    }
    List<Site> unused = neverFires.isEmpty() ? subject.neverPerformed() : List.of();
    if (!unused.isEmpty()) {
      throw new NotConformable("accesses that no call made within these bounds: "
          + unused.stream().map(Site::toString).collect(Collectors.joining(", ")));
    }
    return new Result(code.states(), code.edges(), seconds, hidden.states(), hidden.isExhausted());
  }

  private static void requireSameVariables(State code, State spec) {
    List<String> unknown = new ArrayList<>(spec.variables());
    unknown.removeAll(code.variables());
    List<String> missing = new ArrayList<>(code.variables());
    missing.removeAll(spec.variables());
    if (!unknown.isEmpty() || !missing.isEmpty()) {
      throw new NotConformable("the specification must have a variable for each non-final field of the class, of the"
          + " same name, then call, pc, result, and the local variables that are said to be known"
          + (missing.isEmpty() ? "" : "; it lacks " + missing)
          + (unknown.isEmpty() ? "" : "; it has " + unknown + " besides, which are nothing that the class has"));
    }
  }

  /**
   * The same for a sequential class: each call has one step between request and response, {@code Effect}, in which the
   * method runs as a whole. In place of {@code pc} there is {@code status}, with the values {@code "idle"}, {@code
   * "requested"} and {@code "responding"}; a call that fails in the same way whatever the object holds has no effect,
   * and its request leads to {@code "responding"}.
   */
  public static Result checkSequential(
      Class<?> type, SteppedClass.Creation creation, Client client, StateGraph spec) {
    long start = System.nanoTime();
    SequentialExploration exploration = new SequentialExploration(type, creation, client);
    StateGraph code = exploration.explore();
    double seconds = (System.nanoTime() - start) / 1e9;
    requireEqual(code, spec, exploration.words());
    return new Result(code.states(), code.edges(), seconds, 0, true);
  }

  private static void requireEqual(StateGraph code, StateGraph spec, List<String> words) {
    Optional<Difference> difference = GraphComparison.firstDifference(code, spec, words);
    if (difference.isPresent()) {
      throw difference.get();
    }
  }
}
