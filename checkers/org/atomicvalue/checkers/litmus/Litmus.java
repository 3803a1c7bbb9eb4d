package org.atomicvalue.checkers.litmus;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;

/**
 * A litmus test: a small program and a question about its outcomes.
 *
 * @param name as it stands after the word Java
 * @param memory what each location holds at first
 * @param threads the threads, by their numbers
 * @param observed what an outcome tells the value of
 * @param filter outcomes of which this does not hold are passed over
 * @param quantifier how the condition is meant
 * @param condition what is asked of the outcomes
 * @param notes what is odd about the file, and was understood all the same
 */
public record Litmus(
    String name,
    SortedMap<String, Integer> memory,
    List<ThreadBody> threads,
    SortedSet<Observable> observed,
    Proposition filter,
    Quantifier quantifier,
    Proposition condition,
    List<String> notes) {

  /** How a condition is meant. It makes no difference to {@code Always}, {@code Sometimes} and {@code Never}. */
  public enum Quantifier {
    EXISTS("exists"),
    NOT_EXISTS("~exists"),
    FORALL("forall");

    private final String word;

    Quantifier(String word) {
      this.word = word;
    }

    /** As it is written. */
    public String word() {
      return word;
    }
  }

  /**
   * The code of a thread.
   *
   * @param registers the registers that hold something else than 0 at first
   */
  record ThreadBody(Map<String, Integer> registers, List<Statement> statements) {}
}
