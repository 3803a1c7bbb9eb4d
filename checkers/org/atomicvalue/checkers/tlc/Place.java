package org.atomicvalue.checkers.tlc;

/** Where something stands in a specification. Lines and columns are counted from 1, as TLC does. */
public record Place(String module, int line, int column) {

  @Override
  public String toString() {
    return "line %d, column %d of %s".formatted(line, column, module);
  }
}
