package org.atomicvalue.stress.litmus;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** Two locations that hold 0 in the beginning, and the handles by which they are accessed in any mode. */
class Locations {

  static final VarHandle X = handle("x");
  static final VarHandle Y = handle("y");

  int x;
  int y;

  private static VarHandle handle(String field) {
    try {
      return MethodHandles.lookup().findVarHandle(Locations.class, field, int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }
}
