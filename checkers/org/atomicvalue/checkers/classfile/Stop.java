package org.atomicvalue.checkers.classfile;

import java.util.List;

/**
 * Where a thread stands before an access, and all that it carries.
 *
 * @param frames from the method that was called down to the one that makes the access
 */
public record Stop(List<Suspended> frames, Access access) {

  /**
   * @param method name and descriptor
   * @param instruction the index of the one that has begun: the access, or the call of the next frame's method
   * @param locals what is not read again is {@link Symbol#DEAD}
   * @param operands the stack without what the instruction takes from it
   */
  public record Suspended(String method, int instruction, List<Symbol> locals, List<Symbol> operands) {}

  /** The place alone. */
  public List<String> place() {
    return frames.stream().map(frame -> frame.method + "@" + frame.instruction).toList();
  }

  @Override
  public String toString() {
    return access.toString();
  }
}
