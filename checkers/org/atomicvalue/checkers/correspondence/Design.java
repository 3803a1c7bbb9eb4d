package org.atomicvalue.checkers.correspondence;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.atomicvalue.checkers.classfile.Contract;

/**
 * How a class and a specification speak of the same things.
 *
 * @param leftOut methods, by name and descriptor, of which the specification says nothing: they are not compared
 * @param contracts methods of the class, by name and descriptor, that the others do not look into but call, as the
 *     specification's one word is all that they are about; empty if the class's fields are the specification's words
 * @param words the names of the shared words: the specification's variables
 * @param constants the names of constants here, by the static fields that hold them there
 * @param functionArgument the field of a call that holds what a function of the client is given
 * @param functionResult the field of a call that holds what a function of the client has returned
 * @param window the accesses between which nothing may fail for lack of memory or of stack
 */
public record Design(
    List<Operation> operations, List<Creation> creations, Set<String> leftOut, Map<String, Contract> contracts,
    Set<String> words,
    Map<String, String> constants,
    String functionArgument, String functionResult, Set<String> window) {

  /** In a contract: that a value is of the declared type, if there is one. */
  public static final String OF_THE_DECLARED_TYPE = "isOfTheDeclaredType";

  /** In a contract: that two values count as the same type. */
  public static final String OF_ONE_TYPE = "areOfOneType";
}
