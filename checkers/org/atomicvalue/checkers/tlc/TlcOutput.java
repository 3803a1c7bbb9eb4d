package org.atomicvalue.checkers.tlc;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Understands what TLC prints when it runs with {@code -tool}, by the code of each message. What a model, PlusCal's
 * translator or the JVM print outside of messages is nobody's error; what the parser prints there is the reason of one.
 */
final class TlcOutput {

  private static final int GENERAL_ERROR = 1000;
  private static final int ASSUMPTION_FALSE = 2104;
  private static final int INVARIANT_VIOLATED_AT_FIRST = 2107;
  private static final int PROPERTY_VIOLATED_AT_FIRST = 2108;
  private static final int INVARIANT_VIOLATED = 2110;
  private static final int ACTION_PROPERTY_VIOLATED = 2112;
  private static final int DEADLOCK = 2114;
  private static final int TEMPORAL_PROPERTY_VIOLATED = 2116;
  private static final int ASSERTION_FAILED = 2132;
  private static final int NESTED_EXPRESSIONS = 2103;
  private static final int BEHAVIOUR_FOLLOWS = 2121;
  private static final int COUNTEREXAMPLE_FOLLOWS = 2264;

  private static final int BACK_TO_STATE = 2122;
  private static final int STATE_WITHOUT_ACTION = 2216;
  private static final int STATE = 2217;
  private static final int STUTTERING = 2218;

  private static final int PARSER_STARTS = 2220;
  private static final int PARSER_ENDS = 2219;
  private static final int PARSING_FAILED = 3002;
  private static final int SIMULATION = 2188;
  private static final int DEPTH_FIRST = 2271;
  private static final int SUCCESS = 2193;
  private static final int FINISHED = 2186;

  private static final int DEPTH = 2194;
  private static final int STATISTICS = 2199;
  private static final int PROGRESS = 2200;
  private static final int STATISTICS_DEPTH_FIRST = 2204;
  private static final int PROGRESS_DEPTH_FIRST = 2206;
  private static final int PROGRESS_SIMULATION = 2209;
  private static final int STATISTICS_SIMULATION = 2210;
  private static final int COVERAGE = 2201;
  private static final int COVERAGE_OF_ACTION = 2772;

  /** What the parser says outside of messages when all is well; what else it says there explains why it failed. */
  private static final Pattern PARSER_CHATTER = Pattern.compile("(Parsing file|Semantic processing of module) .*|\\s*");
  private static final Pattern STALE_TRANSLATION = Pattern.compile("!! WARNING: (.*PlusCal.*)");

  private static final String LOCATION = "line (\\d+), col (\\d+) to line \\d+, col \\d+ of module (\\S+?)";
  private static final Pattern STATE_HEAD =
      Pattern.compile("(\\d+):(?: <([^\\n]*?)(?: " + LOCATION + ")?>)?\\s*\\n");
  private static final Pattern BACK =
      Pattern.compile("(\\d+): Back to state(?:: <([^\\n]*?)(?: " + LOCATION + ")?>)?\\s*");
  private static final Pattern ACTION = Pattern.compile(
      "<(.*?) " + LOCATION + "(?: \\((\\d+) (\\d+) \\d+ \\d+\\))?>: (\\d+):(\\d+)");
  private static final Pattern VARIABLE = Pattern.compile("(?ms)^(?:/\\\\ )?(\\w+) = (.*?)(?=^/\\\\ |\\z)");
  private static final Pattern COUNTS =
      Pattern.compile("([\\d,]+) states generated.*?(-1|[\\d,]+) distinct states found");
  private static final Pattern GENERATED = Pattern.compile("number of states generated: ([\\d,]+)");
  private static final Pattern NUMBER = Pattern.compile("\\d+");
  private static final Pattern SUBJECT =
      Pattern.compile("(?:Invariant|Action property|Property) (?:" + LOCATION + "|(\\S+)) is violated");

  /** A problem as far as it has been read. */
  private static final class Reading {
    final TlcOutcome kind;
    final StringBuilder text;
    final Predicate<String> mayViolate;
    final List<Counterexample.State> states = new ArrayList<>();
    OptionalInt backTo = OptionalInt.empty();
    String backBy = "";
    String backByModule = "";
    boolean stutters;

    Reading(TlcOutcome kind, String text, Predicate<String> mayViolate) {
      this.kind = kind;
      this.text = new StringBuilder(text);
      this.mayViolate = mayViolate;
    }
  }

  private final Messages messages = new Messages(this::message, this::outside);
  private final ModelText model;
  private final boolean counts;
  private final List<Problem> problems = new ArrayList<>();
  private final List<Reading> readings = new ArrayList<>();
  private final List<Warning> warnings = new ArrayList<>();
  private final List<Action> actions = new ArrayList<>();
  private final StringBuilder parserSays = new StringBuilder();
  private boolean parsing;
  private boolean simulates;
  private boolean depthFirst;
  private boolean success;
  private boolean finished;
  private OptionalLong generated = OptionalLong.empty();
  private OptionalLong distinct = OptionalLong.empty();
  private OptionalInt depth = OptionalInt.empty();

  /** @param counts whether TLC counts how often each action fires */
  TlcOutput(ModelText model, boolean counts) {
    this.model = model;
    this.counts = counts;
  }

  void accept(String line) {
    messages.accept(line);
  }

  private void outside(String line) {
    Matcher stale = STALE_TRANSLATION.matcher(line);
    if (stale.matches()) {
      warnings.add(new Warning(Warning.STALE_TRANSLATION, stale.group(1)));
    } else if (parsing && !PARSER_CHATTER.matcher(line).matches()) {
      parserSays.append(line).append('\n');
    }
  }

  private void message(Messages.Message message) {
    String text = message.text();
    switch (message.code()) {
      case PARSER_STARTS -> parsing = true;
      case PARSER_ENDS -> parsing = false;
      case SIMULATION -> simulates = true;
      case DEPTH_FIRST -> depthFirst = true;
      case SUCCESS -> success = true;
      case FINISHED -> finished = true;
      case STATE, STATE_WITHOUT_ACTION -> current(text).states.add(state(text));
      case STUTTERING -> current(text).stutters = true;
      case BACK_TO_STATE -> {
        MatchResult back = find(BACK, text);
        Reading reading = current(text);
        reading.backTo = OptionalInt.of(Integer.parseInt(back.group(1)));
        reading.backBy = Objects.requireNonNullElse(back.group(2), "");
        reading.backByModule = Objects.requireNonNullElse(back.group(5), "");
      }
      case PROGRESS, STATISTICS, PROGRESS_DEPTH_FIRST, STATISTICS_DEPTH_FIRST, PROGRESS_SIMULATION -> {
        MatchResult counts = find(COUNTS, text);
        generated = number(counts.group(1));
        distinct = number(counts.group(2));
      }
      case STATISTICS_SIMULATION -> generated = number(find(GENERATED, text).group(1));
      case DEPTH -> depth = OptionalInt.of(Integer.parseInt(find(NUMBER, text).group()));
      case COVERAGE -> actions.clear();
      case COVERAGE_OF_ACTION -> actions.add(action(text));
      case BEHAVIOUR_FOLLOWS, COUNTEREXAMPLE_FOLLOWS -> {}
      case NESTED_EXPRESSIONS -> nestedExpressions(text);
      default -> {
        if (message.isWarning()) {
          warnings.add(new Warning(message.code(), text.strip()));
        } else if (message.isError()) {
          problem(message.code(), text);
        }
      }
    }
  }

  private void problem(int code, String text) {
    switch (code) {
      case INVARIANT_VIOLATED, ACTION_PROPERTY_VIOLATED ->
        readings.add(new Reading(TlcOutcome.SAFETY_VIOLATED, text.strip(), subject(text)));
      case INVARIANT_VIOLATED_AT_FIRST, PROPERTY_VIOLATED_AT_FIRST -> {
        // An initial predicate is a safety property, whatever TLC's exit code says of it.
        String firstLine = text.lines().findFirst().orElse("").replaceFirst(":$", ".");
        Reading reading = new Reading(TlcOutcome.SAFETY_VIOLATED, firstLine, subject(text));
        reading.states.add(new Counterexample.State(1, "Initial predicate", Optional.empty(), 0, variables(text)));
        readings.add(reading);
      }
      case TEMPORAL_PROPERTY_VIOLATED ->
        readings.add(new Reading(TlcOutcome.LIVENESS_VIOLATED, text.strip(), model::mayBeTemporal));
      case DEADLOCK -> readings.add(new Reading(TlcOutcome.DEADLOCK, text.strip(), name -> false));
      case ASSERTION_FAILED -> readings.add(new Reading(TlcOutcome.ASSERTION_VIOLATED, text.strip(), name -> false));
      case ASSUMPTION_FALSE -> readings.add(new Reading(TlcOutcome.ASSUMPTION_VIOLATED, text.strip(), name -> false));
      case PARSING_FAILED ->
        readings.add(new Reading(TlcOutcome.ERROR, (parserSays + text).strip(), name -> false));
      default -> readings.add(new Reading(TlcOutcome.ERROR, text.strip(), name -> false));
    }
  }

  /** Where the evaluation failed is told after the reason, and after the behaviour that leads there. */
  private void nestedExpressions(String text) {
    if (readings.isEmpty()) {
      problem(GENERAL_ERROR, text);
    } else {
      readings.get(readings.size() - 1).text.append('\n').append(text.strip());
    }
  }

  /** Which properties of the configuration a violation may be one of, going by what TLC names as violated. */
  private Predicate<String> subject(String text) {
    MatchResult subject = find(SUBJECT, text);
    if (subject.group(4) != null) {
      return model.mayMean(subject.group(4));
    }
    return model.mayContain(new Place(subject.group(3), Integer.parseInt(subject.group(1)),
        Integer.parseInt(subject.group(2))));
  }

  private Reading current(String text) {
    if (readings.isEmpty()) {
      throw new NotUnderstood(text);
    }
    return readings.get(readings.size() - 1);
  }

  private Counterexample.State state(String text) {
    MatchResult head = find(STATE_HEAD, text);
    Optional<Place> place = head.group(3) == null
        ? Optional.empty()
        : Optional.of(new Place(head.group(5), Integer.parseInt(head.group(3)), Integer.parseInt(head.group(4))));
    String action = Objects.requireNonNullElse(head.group(2), "");
    int parameters = place.map(each -> model.parameters(action, each.module())).orElse(0);
    return new Counterexample.State(Integer.parseInt(head.group(1)), action, place, parameters,
        variables(text.substring(head.end())));
  }

  private static Action action(String text) {
    MatchResult action = find(ACTION, text);
    boolean unnamed = action.group(5) != null;
    Place place = new Place(action.group(4), Integer.parseInt(action.group(unnamed ? 5 : 2)),
        Integer.parseInt(action.group(unnamed ? 6 : 3)));
    return new Action(action.group(1), place, number(action.group(8)));
  }

  private static Map<String, String> variables(String text) {
    return VARIABLE.matcher(text).results()
        .collect(Collectors.toMap(
            variable -> variable.group(1),
            variable -> ValueText.onOneLine(variable.group(2)),
            (first, second) -> second,
            LinkedHashMap::new));
  }

  private static MatchResult find(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.find()) {
      throw new NotUnderstood(text);
    }
    return matcher.toMatchResult();
  }

  private static OptionalLong number(String digits) {
    long number = Long.parseLong(digits.replace(",", ""));
    return number < 0 ? OptionalLong.empty() : OptionalLong.of(number);
  }

  /**
   * What was read, once TLC has ended.
   *
   * @param accepted the codes of the warnings that are no reason for doubt
   * @param timeIsUp whether TLC was stopped
   */
  TlcResult result(int exitCode, boolean timeIsUp, Set<Integer> accepted, double seconds, Path log) {
    readings.forEach(reading -> problems.add(problem(reading)));
    TlcOutcome outcome = outcome(exitCode, timeIsUp, accepted);
    // To rebuild a behaviour TLC takes steps again. What took none even then, took none before.
    boolean rebuilt = readings.stream().anyMatch(reading -> !reading.states.isEmpty());
    List<Action> counted = rebuilt
        ? actions.stream().map(each -> each.neverFired() ? each : unknown(each)).toList()
        : List.copyOf(actions);
    return new TlcResult(model.name(), outcome, List.copyOf(problems), List.copyOf(warnings), generated, distinct,
        simulates || depthFirst ? OptionalInt.empty() : depth, counts, counted, seconds, log);
  }

  private static Action unknown(Action action) {
    return new Action(action.name(), action.place(), OptionalLong.empty());
  }

  private Problem problem(Reading reading) {
    Optional<Counterexample> behaviour = reading.states.isEmpty()
        ? Optional.empty()
        : Optional.of(new Counterexample(List.copyOf(reading.states), reading.backTo, reading.backBy,
            reading.backByModule, reading.stutters));
    boolean ofProperty = reading.kind == TlcOutcome.SAFETY_VIOLATED || reading.kind == TlcOutcome.LIVENESS_VIOLATED;
    List<String> candidates = ofProperty ? model.candidates(reading.kind, reading.mayViolate) : List.of();
    return new Problem(reading.kind, reading.text.toString(), candidates, behaviour);
  }

  /** "ok" is said only where TLC did its work to the end and nothing at all speaks against it. */
  private TlcOutcome outcome(int exitCode, boolean timeIsUp, Set<Integer> accepted) {
    Optional<TlcOutcome> violation = problems.stream().map(Problem::kind).filter(TlcOutcome::isViolation).findFirst();
    if (violation.isPresent()) {
      return violation.get();
    }
    if (timeIsUp) {
      return TlcOutcome.TIME_IS_UP;
    }
    if (!problems.isEmpty()) {
      return TlcOutcome.ERROR;
    }
    if (exitCode != 0 || !finished || !(success || simulates)) {
      problems
          .add(new Problem(TlcOutcome.ERROR, "TLC ended with exit code %d and without saying %s.".formatted(exitCode,
              exitCode == 0 ? "that it had finished its work" : "why"), List.of(), Optional.empty()));
      return TlcOutcome.ERROR;
    }
    return warnings.stream().anyMatch(each -> each.touchesSoundness() && !accepted.contains(each.code()))
        ? TlcOutcome.DOUBTFUL
        : TlcOutcome.OK;
  }

  /** Everything that TLC says about a verdict is understood, or else there is none. */
  private static final class NotUnderstood extends IllegalStateException {
    private static final long serialVersionUID = 1;

    NotUnderstood(String text) {
      super("TLC printed what this runner does not understand (it is made for TLC 2.18): " + text);
    }
  }
}
