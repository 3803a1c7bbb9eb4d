package org.atomicvalue.checkers.steps;

/**
 * A place in the class file where shared memory is accessed, or where the thread gives way.
 *
 * @param label the name of the action of the specification, which stands in the source line's trailing comment
 * @param instruction the access, as the class file has it
 * @param location file and line, as in a stack trace
 * @param text the source line, without its comment
 */
record Site(int id, String label, String instruction, String location, String text) {

  @Override
  public String toString() {
    return location + ": " + text;
  }
}
