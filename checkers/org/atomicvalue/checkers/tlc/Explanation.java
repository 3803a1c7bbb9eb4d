package org.atomicvalue.checkers.tlc;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.atomicvalue.checkers.tlc.Counterexample.State;

/**
 * Tells a result of TLC to a reader: each step by its action, the line of Java that performs it, and what it changes.
 */
public final class Explanation {

  private final Optional<JavaLines> lines;

  private Explanation(Optional<JavaLines> lines) {
    this.lines = lines;
  }

  /** What TLC found, in its own words and with what changes from state to state. */
  public static String of(TlcResult result) {
    return new Explanation(Optional.empty()).tell(result);
  }

  /**
   * The same, with the line of Java that performs each action.
   *
   * @param classes the folder of the classes, each of the name of the module that specifies it, in which a trailing
   *     comment names the action that the line performs
   */
  public static String of(TlcResult result, Path classes) {
    return new Explanation(Optional.of(new JavaLines(classes))).tell(result);
  }

  private String tell(TlcResult result) {
    StringBuilder text = new StringBuilder();
    for (Problem problem : result.problems()) {
      text.append("TLC: ").append(problem.text()).append('\n');
      if (problem.candidates().size() > 1) {
        text.append("     This may be a violation of %s: TLC does not say which.%n"
            .formatted(String.join(" or ", problem.candidates())));
      }
      problem.counterexample().ifPresent(behaviour -> describe(behaviour, text));
    }
    for (Warning warning : result.warnings()) {
      text.append("TLC warns (%d): %s%n".formatted(warning.code(), warning.text()));
    }
    return text.append("Everything that TLC printed: ").append(result.log()).toString();
  }

  private void describe(Counterexample behaviour, StringBuilder text) {
    State before = null;
    for (State state : behaviour.states()) {
      text.append("%3d. %s%s%n".formatted(state.number(), state.action(), line(state.module(), state.action())));
      Map<String, String> changes = before == null ? state.variables() : state.changesFrom(before);
      changes.forEach((variable, value) -> text.append("       %s = %s%n".formatted(variable, value)));
      if (changes.isEmpty()) {
        text.append("       (nothing changes)\n");
      }
      before = state;
    }
    behaviour.backTo().ifPresent(number -> text.append("     %s%s leads back to state %d, and so on for ever.%n"
        .formatted(behaviour.backBy(), line(behaviour.backByModule(), behaviour.backBy()), number)));
    if (behaviour.stutters()) {
      text.append("     Nothing happens any more.\n");
    }
  }

  private String line(String module, String action) {
    return lines.map(each -> each.of(module, action)).orElse("");
  }
}
