package org.atomicvalue.checkers.steps;

/**
 * A place in the class file where shared memory is accessed, where the thread gives way, or where code of the client
 * runs.
 *
 * @param label the name of the action of the specification, which stands in the source line's trailing comment
 * @param instruction the access, as the class file has it
 * @param location file and line, as in a stack trace
 * @param text the source line, without its comment
 * @param isClientCode whether it is the call of a function that the client has given
 */
record Site(int id, String label, String instruction, String location, String text, boolean isClientCode) {

  @Override
  public String toString() {
    return location + ": " + text;
  }
}
