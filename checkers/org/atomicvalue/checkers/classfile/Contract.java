package org.atomicvalue.checkers.classfile;

import java.util.List;
import java.util.function.Function;

/**
 * What a method of the class does, so that those that call it need not look into it: it takes effect at one instant.
 *
 * @param word what it is about
 * @param endings all ways in which it can end, given its arguments; which of them, the conditions say, of which one set
 *     holds
 */
public record Contract(String word, Function<List<Symbol>, List<Ending>> endings) {

  /**
   * One way to end.
   *
   * @param conditions under which it is taken
   * @param written what the word becomes, or null if it stays
   * @param answer what is returned, or null
   * @param exception the internal name of the class of the exception that is thrown, or null
   */
  public record Ending(List<Condition> conditions, Symbol written, Symbol answer, String exception) {}
}
