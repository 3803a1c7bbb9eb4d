package org.atomicvalue.checkers.steps;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.atomicvalue.checkers.graph.TlaValue;

/**
 * Who uses the object: threads that make any of these calls, one after the other, without end.
 *
 * @param threads their names in the specification
 * @param noCall what the specification says instead of a call while a thread is idle
 * @param noResult what it says instead of a result until there is one
 */
public record Client(List<String> threads, List<Call> calls, Vocabulary names, TlaValue noCall, TlaValue noResult) {

  /** The value of a variable that is a function of the threads. */
  TlaValue perThread(List<TlaValue> values) {
    Map<String, TlaValue> entries = new LinkedHashMap<>();
    for (int thread = 0; thread < threads.size(); thread++) {
      entries.put(threads.get(thread), values.get(thread));
    }
    return TlaValue.function(entries);
  }
}
