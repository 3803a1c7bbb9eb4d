package org.atomicvalue.checkers.steps;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.atomicvalue.checkers.graph.TlaValue;
import org.objectweb.asm.Type;

/**
 * What a function is given when the class calls it. For the client that is as good as a result, so the specification
 * must know it: as variables, functions of the threads, that have a value while the thread stands before such a call.
 */
final class Functions {

  /** Which function is called; to be known where the client has several. */
  static final String CALLED = "called";

  /** What {@link #CALLED} is for a function that the class itself has made. */
  static final TlaValue OWN = TlaValue.string("own");

  /** The only argument; of several, the first is given1. */
  private static final String GIVEN = "given";

  /**
   * The call of a function.
   *
   * @param place where in the source
   * @param arguments how many the function has
   */
  record FunctionCall(String place, int arguments) {}

  private Functions() {}

  /** The receiver and the arguments of a call of a function, as they lie on the operand stack. */
  static List<FrameKeeper.Named> named(String owner, String descriptor) {
    List<FrameKeeper.Named> named = new ArrayList<>();
    named.add(new FrameKeeper.Named(CALLED, Type.getObjectType(owner)));
    Type[] arguments = Type.getArgumentTypes(descriptor);
    for (int i = 0; i < arguments.length; i++) {
      named.add(new FrameKeeper.Named(given(i, arguments.length), arguments[i]));
    }
    return named;
  }

  private static String given(int argument, int arguments) {
    return arguments == 1 ? GIVEN : GIVEN + (argument + 1);
  }

  /** Fails if the specification does not know which function is called, or with what. */
  static void requireKnown(Set<MethodFacts> reached, Client client) {
    for (MethodFacts method : reached) {
      for (FunctionCall call : method.functions()) {
        for (int i = 0; i < call.arguments; i++) {
          require(client, call, given(i, call.arguments), "what is given to a function");
        }
        if (client.names().functions() > 1) {
          require(client, call, CALLED, "which of the functions is called");
        }
      }
    }
  }

  private static void require(Client client, FunctionCall call, String variable, String what) {
    if (!client.locals().containsKey(variable)) {
      throw new NotConformable(what + " at " + call.place + " is for the client to see, and the specification does not"
          + " say it: give it a variable \"" + variable + "\", a function of the threads that has this value while the"
          + " thread stands before the call, and name it among the local variables");
    }
  }
}
