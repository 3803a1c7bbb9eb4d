package org.atomicvalue.checkers.classfile;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What a thread does next that others can notice.
 *
 * @param word the field that is read or written, the word that an operation is about, or null
 * @param callee the method that is called, or null
 * @param operands what is compared and written, in the order of the arguments
 * @param answers whether the method goes on with what the access returns
 * @param line of the source, or 0 if the class file does not say
 * @param calls whether it is made by a call, which needs a frame on the stack
 */
public record Access(
    Kind kind, String word, String callee, List<Symbol> operands, boolean answers, int line, boolean calls) {

  /** Accesses have volatile semantics, all of them: others are refused. */
  public enum Kind {
    READ,
    WRITE,
    GET_AND_SET,
    COMPARE_AND_SET,
    COMPARE_AND_EXCHANGE,
    /** Gives way to other threads. */
    PAUSE,
    /** Calls another method of the class that has a contract of its own: one step. */
    OPERATION,
    /** Calls a function of the client, who may do anything, and gets anything back or an exception. */
    FUNCTION
  }

  @Override
  public String toString() {
    String what = switch (kind) {
      case READ -> "reads " + word;
      case WRITE -> "writes " + word;
      case GET_AND_SET -> "exchanges " + word;
      case COMPARE_AND_SET, COMPARE_AND_EXCHANGE -> "compares and exchanges " + word;
      case PAUSE, OPERATION -> "calls " + callee;
      case FUNCTION -> "calls " + callee
          + operands.stream().skip(1).map(Symbol::toString).collect(Collectors.joining(", ", "(", ")"));
    };
    return what + (line == 0 ? "" : " in line " + line);
  }
}
