package org.atomicvalue.checkers.tlc;

import java.util.stream.Collectors;
import org.atomicvalue.checkers.tlc.Counterexample.State;

/** Tells a result of TLC to a reader: each step by its action, the line of Java that performs it, and what it changes. */
public final class Explanation {

  private Explanation() {}

  public static String of(TlcResult result) {
    StringBuilder text = new StringBuilder();
    for (String error : result.errors()) {
      text.append("TLC: ").append(error).append('\n');
    }
    result.counterexample().ifPresent(behaviour -> describe(behaviour, text));
    return text.append("Everything that TLC printed: ").append(result.log()).toString();
  }

  private static void describe(Counterexample behaviour, StringBuilder text) {
    State before = null;
    for (State state : behaviour.states()) {
      String javaLine = JavaLines.of(state.module(), state.action());
      text.append("%3d. %s%s%n".formatted(state.number(), state.action(), javaLine));
      text.append((before == null ? state.variables() : state.changesFrom(before)).entrySet().stream()
          .map(change -> "       %s = %s%n".formatted(change.getKey(), change.getValue()))
          .collect(Collectors.joining()));
      before = state;
    }
    behaviour.backTo().ifPresent(number -> text.append("     %s%s leads back to state %d, and so on for ever.%n"
        .formatted(behaviour.backBy(), JavaLines.of(behaviour.backByModule(), behaviour.backBy()), number)));
    if (behaviour.stutters()) {
      text.append("     Nothing happens any more.\n");
    }
  }
}
