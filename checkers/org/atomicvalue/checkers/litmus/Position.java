package org.atomicvalue.checkers.litmus;

/** A place in a text; lines and columns count from 1. */
record Position(int line, int column) {

  @Override
  public String toString() {
    return line + ":" + column;
  }
}
