package org.atomicvalue.checkers.tlc.junit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.atomicvalue.checkers.graph.State;
import org.atomicvalue.checkers.graph.TlaValue;
import org.atomicvalue.checkers.tlc.Counterexample;

/** What changes in each state of a behaviour: of a function, the arguments whose values do. */
final class Changes {

  private Changes() {}

  /** For each state, the changes since the one before; for the first, the values of all variables. */
  static List<List<String>> of(Counterexample behaviour) {
    List<List<String>> changes = new ArrayList<>();
    Counterexample.State before = null;
    for (Counterexample.State state : behaviour.states()) {
      if (before == null) {
        changes.add(plain(state.variables()));
      } else {
        changes.add(between(before, state));
      }
      before = state;
    }
    return changes;
  }

  private static List<String> between(Counterexample.State before, Counterexample.State after) {
    try {
      return parsed(before.variables()).changes(parsed(after.variables()));
    } catch (IllegalArgumentException e) {
      // A value of a kind that is not understood, such as a lazy set.
      return plain(after.changesFrom(before));
    }
  }

  private static List<String> plain(Map<String, String> values) {
    return values.entrySet().stream().map(each -> each.getKey() + " = " + each.getValue()).toList();
  }

  private static State parsed(Map<String, String> variables) {
    TreeMap<String, String> sorted = new TreeMap<>(variables);
    return new State(sorted.keySet().toArray(String[]::new),
        sorted.values().stream().map(TlaValue::parse).toArray(TlaValue[]::new));
  }
}
