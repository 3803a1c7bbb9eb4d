package org.atomicvalue.stress.litmus;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * Two fields that hold 0 in the beginning, the first of them volatile. Compilers treat accesses to a field less
 * strictly than those of the same mode through a handle; so the weaker field has a handle only for the modes that a
 * field does not have.
 */
class VolatileLocations {

  static final VarHandle Y;

  static {
    try {
      Y = MethodHandles.lookup().findVarHandle(VolatileLocations.class, "y", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  volatile int x;
  int y;
}
