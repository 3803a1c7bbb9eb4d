package org.atomicvalue.checkers.tlc;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads what TLC prints when it runs with {@code -tool}: messages, each with the code that {@code EC.java} gives it. */
final class TlcOutput {

  private static final Pattern START = Pattern.compile("@!@!@STARTMSG (\\d+):(\\d) @!@!@");
  private static final Pattern END = Pattern.compile("@!@!@ENDMSG \\d+ @!@!@");

  /** What the parser says outside of messages when all is well; what else it says is an error. */
  private static final Pattern PARSER_CHATTER = Pattern.compile("(Parsing file|Semantic processing of module) .*|\\s*");

  private static final int OUTSIDE = -1;
  private static final int STATE = 2217;
  private static final int STUTTERING = 2218;
  private static final int BACK_TO_STATE = 2122;
  private static final int PROGRESS = 2200;
  private static final int STATISTICS = 2199;
  private static final int DEPTH = 2194;
  private static final int COVERAGE = 2201;
  private static final int COVERAGE_OF_ACTION = 2772;
  private static final int INVARIANT_VIOLATED_AT_FIRST = 2107;
  private static final int ACTION_PROPERTY_VIOLATED = 2112;
  private static final int BEHAVIOUR_FOLLOWS = 2121;
  private static final int COUNTEREXAMPLE_FOLLOWS = 2264;
  private static final int SEVERITY_ERROR = 1;

  private static final Pattern STATE_HEAD =
      Pattern.compile("(\\d+): <?([^>\\n]*?)(?: line [^>\\n]* of module (\\w+))?>?\\n");
  private static final Pattern VARIABLE = Pattern.compile("(?ms)^(?:/\\\\ )?(\\w+) = (.*?)(?=^/\\\\ |\\z)");
  private static final Pattern BACK =
      Pattern.compile("(\\d+): Back to state(?:: <(\\w+) line .* of module (\\w+)>)?");
  private static final Pattern COUNTS = Pattern.compile("([\\d,]+) states generated.*?([\\d,]+) distinct states found");
  private static final Pattern NUMBER = Pattern.compile("\\d+");
  private static final Pattern ACTION = Pattern.compile("<(\\w+) line .*>: (\\d+):(\\d+)");

  private final List<String> errors = new ArrayList<>();
  private final List<Counterexample.State> states = new ArrayList<>();
  private final Map<String, Long> actions = new LinkedHashMap<>();
  private OptionalInt backTo = OptionalInt.empty();
  private String backBy = "";
  private String backByModule = "";
  private boolean stutters;
  private boolean actionPropertyViolated;
  private long generated;
  private long distinct;
  private int depth;

  private int code = OUTSIDE;
  private int severity;
  private final StringBuilder message = new StringBuilder();

  void accept(String line) {
    Matcher start = START.matcher(line);
    if (start.matches()) {
      code = Integer.parseInt(start.group(1));
      severity = Integer.parseInt(start.group(2));
      message.setLength(0);
    } else if (END.matcher(line).matches()) {
      message(message.toString());
      code = OUTSIDE;
      message.setLength(0);
    } else if (code != OUTSIDE) {
      message.append(line).append('\n');
    } else if (!PARSER_CHATTER.matcher(line).matches()) {
      errors.add(line);
    }
  }

  private void message(String text) {
    switch (code) {
      case STATE -> states.add(state(text));
      case STUTTERING -> stutters = true;
      case BACK_TO_STATE -> {
        MatchResult back = find(BACK, text);
        backTo = OptionalInt.of(Integer.parseInt(back.group(1)));
        backBy = Objects.requireNonNullElse(back.group(2), "");
        backByModule = Objects.requireNonNullElse(back.group(3), "");
      }
      case PROGRESS, STATISTICS -> {
        MatchResult counts = find(COUNTS, text);
        generated = number(counts.group(1));
        distinct = number(counts.group(2));
      }
      case DEPTH -> depth = Integer.parseInt(find(NUMBER, text).group());
      case COVERAGE -> actions.clear();
      case COVERAGE_OF_ACTION -> {
        MatchResult action = find(ACTION, text);
        actions.merge(action.group(1), Long.valueOf(action.group(3)), Long::sum);
      }
      case BEHAVIOUR_FOLLOWS, COUNTEREXAMPLE_FOLLOWS -> {}
      case INVARIANT_VIOLATED_AT_FIRST -> {
        errors.add(text.lines().findFirst().orElse("").replaceFirst(":$", "."));
        states.add(new Counterexample.State(1, "Initial predicate", "", variables(text)));
      }
      case ACTION_PROPERTY_VIOLATED -> {
        actionPropertyViolated = true;
        errors.add(text.strip());
      }
      default -> {
        if (severity == SEVERITY_ERROR) {
          errors.add(text.strip());
        }
      }
    }
  }

  private static Counterexample.State state(String text) {
    MatchResult head = find(STATE_HEAD, text);
    return new Counterexample.State(Integer.parseInt(head.group(1)), head.group(2),
        Objects.requireNonNullElse(head.group(3), ""), variables(text.substring(head.end())));
  }

  private static Map<String, String> variables(String text) {
    return VARIABLE.matcher(text).results()
        .collect(Collectors.toMap(
            variable -> variable.group(1),
            variable -> onOneLine(variable.group(2)),
            (first, second) -> second,
            LinkedHashMap::new));
  }

  /** TLC breaks long values and puts spaces inside the brackets of those it has broken. */
  private static String onOneLine(String value) {
    return value.strip().replaceAll("\\s+", " ").replaceAll("(?<=[\\[({]|<<) | (?=[])}]|>>)", "");
  }

  private static MatchResult find(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.find()) {
      throw new IllegalStateException("TLC printed what this runner does not understand: " + text);
    }
    return matcher.toMatchResult();
  }

  private static long number(String digits) {
    return Long.parseLong(digits.replace(",", ""));
  }

  TlcResult result(String model, int exitCode, ModelText text, double seconds, Path log) {
    // TLC exits as for a liveness property, but [][A]_v is a safety property: a finite behaviour violates it.
    Outcome outcome = actionPropertyViolated ? Outcome.SAFETY_VIOLATED : Outcome.of(exitCode);
    Optional<Counterexample> counterexample = states.isEmpty()
        ? Optional.empty()
        : Optional.of(new Counterexample(List.copyOf(states), backTo, backBy, backByModule, stutters));
    return new TlcResult(model, outcome, text.violatedProperty(outcome, errors), List.copyOf(errors), counterexample,
        generated, distinct, depth, Collections.unmodifiableMap(actions), seconds, log);
  }
}
