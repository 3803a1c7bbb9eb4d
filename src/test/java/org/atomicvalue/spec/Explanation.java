package org.atomicvalue.spec;

import java.util.stream.Collectors;
import org.atomicvalue.tlc.Counterexample;
import org.atomicvalue.tlc.Counterexample.State;
import org.atomicvalue.tlc.TlcResult;

/** Tells a result of TLC to a reader: each step by its action, the line of Java that performs it, and what it changes. */
final class Explanation {

  private Explanation() {}

  static String of(TlcResult result) {
    StringBuilder text = new StringBuilder();
    for (String error : result.errors()) {
      text.append("TLC: ").append(error).append('\n');
    }
    result.counterexample().ifPresent(behaviour -> describe(behaviour, JavaLines.ofModel(result.model()), text));
    return text.append("Everything that TLC printed: ").append(result.log()).toString();
  }

  private static void describe(Counterexample behaviour, JavaLines java, StringBuilder text) {
    State before = null;
    for (State state : behaviour.states()) {
      text.append("%3d. %s%s%n".formatted(state.number(), state.action(), java.of(state.action())));
      text.append((before == null ? state.variables() : state.changesFrom(before)).entrySet().stream()
          .map(change -> "       %s = %s%n".formatted(change.getKey(), change.getValue()))
          .collect(Collectors.joining()));
      before = state;
    }
    behaviour.backTo().ifPresent(number -> text.append("     %s%s leads back to state %d, and so on for ever.%n"
        .formatted(behaviour.backBy(), java.of(behaviour.backBy()), number)));
    if (behaviour.stutters()) {
      text.append("     Nothing happens any more.\n");
    }
  }
}
