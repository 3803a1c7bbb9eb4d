package org.atomicvalue.checkers.steps;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.atomicvalue.checkers.graph.TlaValue;

/**
 * Who uses the object: threads that make any of these calls, one after the other, without end.
 *
 * @param threads their names in the specification
 * @param noCall what the specification says instead of a call while a thread is idle
 * @param noResult what it says instead of a result until there is one
 * @param locals variables of the specification, functions of the threads, that are local variables of the class's
 *     methods of the same names; and what each is while the thread stands nowhere in the variable's scope
 * @param leftOut names of methods that the specification is not about
 */
public record Client(List<String> threads, List<Call> calls, Vocabulary names, TlaValue noCall, TlaValue noResult,
    Map<String, TlaValue> locals, Set<String> leftOut) {

  /** Makes calls of all methods, whose local variables the specification need not know. */
  public Client(List<String> threads, List<Call> calls, Vocabulary names, TlaValue noCall, TlaValue noResult) {
    this(threads, calls, names, noCall, noResult, Map.of(), Set.of());
  }

  /** The same client, and what the specification knows of the local variables of methods. */
  public Client knowing(Map<String, TlaValue> someLocals) {
    return new Client(threads, calls, names, noCall, noResult, new TreeMap<>(someLocals), leftOut);
  }

  /** The same client, which does not make calls of these methods. */
  public Client leavingOut(String... methods) {
    return new Client(threads, calls, names, noCall, noResult, locals, Set.of(methods));
  }

  /** The value of a variable that is a function of the threads. */
  TlaValue perThread(List<TlaValue> values) {
    Map<String, TlaValue> entries = new LinkedHashMap<>();
    for (int thread = 0; thread < threads.size(); thread++) {
      entries.put(threads.get(thread), values.get(thread));
    }
    return TlaValue.function(entries);
  }
}
