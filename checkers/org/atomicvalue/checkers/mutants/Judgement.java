package org.atomicvalue.checkers.mutants;

/**
 * What a checker made of the classes it was given.
 *
 * @param verdict whether it ran, and then whether it found a bug
 * @param finding the first line of what it found, or why it could not run; empty if it passed
 * @param output everything that it printed
 */
public record Judgement(Verdict verdict, String finding, String output) {

  /**
   * A checker that breaks has found nothing: only {@link #FAILED} counts as catching a bug beside which it is named.
   */
  public enum Verdict {
    PASSED,
    FAILED,
    /**
     * A test ended with an exception, or could not take the class apart, which it does not do without the bug, but
     * which is no judgement of its own.
     */
    THREW,
    BROKEN
  }
}
