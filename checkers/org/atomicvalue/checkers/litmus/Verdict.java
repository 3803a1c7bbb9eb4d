package org.atomicvalue.checkers.litmus;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;

/** Of how many outcomes the condition of a test holds; the words are herd's. */
public enum Verdict {
  ALWAYS("Always"),
  SOMETIMES("Sometimes"),
  NEVER("Never");

  private final String word;

  Verdict(String word) {
    this.word = word;
  }

  /** What these outcomes, without those that are filtered out, make of the condition. */
  public static Verdict of(Litmus test, SortedSet<Outcome> outcomes) {
    long holds = outcomes.stream().filter(outcome -> holds(test, outcome)).count();
    return holds == 0 ? NEVER : holds == outcomes.size() ? ALWAYS : SOMETIMES;
  }

  /** Whether the condition of the test holds of an outcome. */
  static boolean holds(Litmus test, Outcome outcome) {
    return test.condition().holds(values(test, outcome));
  }

  /** Whether the outcome is one that the test does not filter out. */
  static boolean counts(Litmus test, Outcome outcome) {
    return test.filter().holds(values(test, outcome));
  }

  private static Map<Observable, Integer> values(Litmus test, Outcome outcome) {
    Map<Observable, Integer> values = new HashMap<>();
    List<Observable> observed = List.copyOf(test.observed());
    for (int i = 0; i < observed.size(); i++) {
      values.put(observed.get(i), outcome.values().get(i));
    }
    return values;
  }

  @Override
  public String toString() {
    return word;
  }
}
