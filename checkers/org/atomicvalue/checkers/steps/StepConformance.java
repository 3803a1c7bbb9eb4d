package org.atomicvalue.checkers.steps;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.atomicvalue.checkers.graph.StateGraph;

/**
 * Checks that a class takes exactly the steps of its specification: that the graph of all states which clients can drive
 * an instance into, with all transitions between them and their labels, equals the state graph of the specification.
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
   */
  public record Result(int states, long edges, double seconds) {

    /** In a few words. */
    @Override
    public String toString() {
      return String.format("equal: %,d states, %,d edges; the class at %,.0f states/s", states, edges,
          states / seconds);
    }
  }

  private StepConformance() {}

  /**
   * Explores the class and compares.
   *
   * @param spec the graph of the specification, which may still be in the making
   * @param neverFires the actions that take no step within these bounds, so that no access with such a label may either;
   *     only if there are none can every access be required to be made at least once
   * @throws NotConformable if labels are missing or wrong, or the class has state that the comparison cannot see
   * @throws Difference if the graphs differ
   */
  public static Result check(SteppedClass subject, Client client, Future<StateGraph> spec, Set<String> neverFires)
      throws ExecutionException, InterruptedException {
    long start = System.nanoTime();
    Exploration exploration = new Exploration(subject, client);
    StateGraph code = exploration.explore();
    double seconds = (System.nanoTime() - start) / 1e9;

    Labels.requireSame(subject, spec.get(), neverFires);
    requireEqual(code, spec.get(), subject.words());
    exploration.requireNoHiddenState();
    List<Site> unused = neverFires.isEmpty() ? subject.neverPerformed() : List.of();
    if (!unused.isEmpty()) {
      throw new NotConformable("accesses that no call made within these bounds: "
          + unused.stream().map(Site::toString).collect(Collectors.joining(", ")));
    }
    return new Result(code.states(), code.edges(), seconds);
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
    return new Result(code.states(), code.edges(), seconds);
  }

  private static void requireEqual(StateGraph code, StateGraph spec, List<String> words) {
    Optional<Difference> difference = GraphComparison.firstDifference(code, spec, words);
    if (difference.isPresent()) {
      throw difference.get();
    }
  }
}
