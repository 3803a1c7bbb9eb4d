package org.atomicvalue.explorer;

import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.atomicvalue.checkers.graph.TlaValue;
import org.atomicvalue.stress.litmus.Program;

/**
 * A lesson of the gallery with an execution for each outcome in each mode, in the form that docs/explorer/modes.html
 * plays. Equal states are written once.
 */
final class PlayableLesson {

  private static final Pattern STATEMENT = Pattern.compile(
      "(?:r\\.r\\d = \\(int\\) )?([XY])\\.(get|set|compareAndExchange)(Opaque|Acquire|Release|Volatile|)"
          + "\\((?:this|same)(?:, (\\d))?(?:, (\\d))?\\);");
  private static final Pattern FENCE = Pattern.compile("VarHandle\\.(acquire|release|full)Fence\\(\\);");

  /** To a field by its name, which is plain or volatile as it is declared. */
  private static final Pattern FIELD = Pattern.compile("(?:r\\.r\\d = ([xy])|([xy]) = (\\d));");
  private static final Map<String, String> VERBS = Map.of("get", "read", "set", "write", "compareAndExchange", "cas");

  private final GalleryLesson lesson;
  private final Map<Object, Integer> states = new LinkedHashMap<>();
  private final List<String> locations;

  private PlayableLesson(GalleryLesson lesson, Witnesses witnesses) {
    this.lesson = lesson;
    String program = lesson.variants().get(0).program();
    locations = List.copyOf(first(witnesses.byProgram().get(program)).get("history").entries().keySet());
  }

  private static Map<String, TlaValue> first(Map<String, List<Map<String, TlaValue>>> witnesses) {
    return witnesses.values().iterator().next().get(0);
  }

  static Map<String, Object> of(GalleryLesson lesson, Witnesses witnesses) {
    return new PlayableLesson(lesson, witnesses).asJson(witnesses);
  }

  private Map<String, Object> asJson(Witnesses witnesses) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("about", lesson.about());
    json.put("locations", locations.stream().map(PlayableLesson::plain).toList());
    json.put("outcomes", lesson.outcomes());
    json.put("variants",
        lesson.variants().stream().map(each -> variant(each, witnesses.byProgram().get(each.program()))).toList());
    json.put("states", List.copyOf(states.keySet()));
    return json;
  }

  private Map<String, Object> variant(GalleryLesson.Variant variant,
      Map<String, List<Map<String, TlaValue>>> witnesses) {
    Map<String, Object> executions = new LinkedHashMap<>();
    witnesses.forEach((outcome, execution) -> {
      if (!variant.meanings().containsKey(outcome)) {
        throw new IllegalStateException(lesson.name() + " does not accept " + outcome + " of " + variant.program());
      }
      requireSameProgram(variant, execution);
      executions.put(outcome, List.of(movers(execution), execution.stream().map(this::number).toList()));
    });
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("mode", variant.mode());
    json.put("program", variant.program());
    json.put("threads", variant.threads());
    json.put("afterwards", variant.afterwards());
    json.put("accesses", accesses(variant.threads()));
    json.put("meanings", variant.meanings());
    json.put("executions", executions);
    return json;
  }

  /** The accesses that the statements make: what they do, to which location, in which mode, and their arguments. */
  private static List<List<List<String>>> accesses(List<List<String>> threads) {
    return threads.stream().map(statements -> statements.stream().map(PlayableLesson::access).toList()).toList();
  }

  private static List<String> access(String statement) {
    Matcher fence = FENCE.matcher(statement);
    if (fence.matches()) {
      return List.of("fence", fence.group(1));
    }
    Matcher field = FIELD.matcher(statement);
    if (field.matches()) {
      return field.group(1) != null
          ? List.of("read", field.group(1), modeOf(field.group(1)))
          : List.of("write", field.group(2), modeOf(field.group(2)), field.group(3));
    }
    Matcher matcher = STATEMENT.matcher(statement);
    if (!matcher.matches()) {
      throw new IllegalStateException("no access of a litmus test: " + statement);
    }
    String verb = VERBS.get(matcher.group(2));
    // VarHandle.get and set are plain, and compareAndExchange is volatile.
    String unnamed = verb.equals("cas") ? "volatile" : "plain";
    String mode = matcher.group(3).isEmpty() ? unnamed : matcher.group(3).toLowerCase(Locale.ROOT);
    List<String> access = new ArrayList<>(List.of(verb, matcher.group(1).toLowerCase(Locale.ROOT), mode));
    for (int argument = 4; argument <= 5 && matcher.group(argument) != null; argument++) {
      access.add(matcher.group(argument));
    }
    return access;
  }

  /** The mode of an access to a field by its name: only those of {@code VolatileLocations} are accessed so. */
  private static String modeOf(String field) {
    try {
      Class<?> type = Class.forName(Program.class.getPackageName() + ".VolatileLocations");
      return Modifier.isVolatile(type.getDeclaredField(field).getModifiers()) ? "volatile" : "plain";
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("no field " + field, e);
    }
  }

  /** Fails unless the threads of the execution make the accesses that the Java statements make, one by one. */
  private void requireSameProgram(GalleryLesson.Variant variant, List<Map<String, TlaValue>> execution) {
    List<List<List<String>>> made = new ArrayList<>();
    variant.threads().forEach(thread -> made.add(new ArrayList<>()));
    List<Integer> movers = movers(execution);
    for (int i = 0; i < movers.size(); i++) {
      if (execution.get(i).get("pc").equals(execution.get(i + 1).get("pc"))) {
        continue;
      }
      TlaValue access = List.copyOf(execution.get(i).get("next").entries().values()).get(movers.get(i));
      List<String> told = new ArrayList<>();
      for (String field : List.of("do", "at", "mode", "expected", "value")) {
        TlaValue value = access.entries().get('"' + field + '"');
        if (value != null) {
          told.add(plain(value.toString()));
        }
      }
      made.get(movers.get(i)).add(told);
    }
    if (!made.equals(accesses(variant.threads()))) {
      throw new IllegalStateException("%s.%s makes %s, and \"%s\" in spec/litmus makes %s".formatted(
          lesson.name(), variant.mode(), accesses(variant.threads()), variant.program(), made));
    }
  }

  /**
   * Which thread makes each step, counted from 0: an access, or the passage of what it knows by its volatile accesses
   * through their order, after which nothing of it is pending.
   */
  private static List<Integer> movers(List<Map<String, TlaValue>> execution) {
    List<Integer> movers = new ArrayList<>();
    for (int i = 1; i < execution.size(); i++) {
      List<TlaValue> before = list(execution.get(i - 1).get("pc"));
      List<TlaValue> after = list(execution.get(i).get("pc"));
      if (before.equals(after)) {
        before = pending(execution.get(i - 1));
        after = pending(execution.get(i));
      }
      int mover = 0;
      while (before.get(mover).equals(after.get(mover))) {
        mover++;
      }
      movers.add(mover);
    }
    return movers;
  }

  private static List<TlaValue> pending(Map<String, TlaValue> state) {
    return list(state.get("view")).stream().map(view -> view.entries().get("\"pending\"")).toList();
  }

  private int number(Map<String, TlaValue> state) {
    Object row = List.of(
        ofLocations(state.get("history")).stream().map(messages -> list(messages).stream().map(this::message).toList())
            .toList(),
        list(state.get("view")).stream().map(this::view).toList(),
        ofLocations(state.get("global")).stream().map(PlayableLesson::number).toList(),
        list(state.get("pc")).stream().map(PlayableLesson::number).toList(),
        list(state.get("results")).stream().map(results -> list(results).stream().map(PlayableLesson::number).toList())
            .toList(),
        list(state.get("open")).stream().map(PlayableLesson::numbers).toList());
    states.putIfAbsent(row, states.size());
    return states.get(row);
  }

  /** The value, and the positions that it carries, of each location. */
  private List<Object> message(TlaValue message) {
    return List.of(number(message.entries().get("\"value\"")), positions(message.entries().get("\"view\"")));
  }

  /** The positions that a thread's next access knows, and the newest that it has written or read in order, of each location. */
  private List<List<Integer>> view(TlaValue view) {
    return List.of(positions(view.entries().get("\"now\"")), positions(view.entries().get("\"coherent\"")));
  }

  private List<Integer> positions(TlaValue view) {
    return ofLocations(view).stream().map(PlayableLesson::number).toList();
  }

  private List<TlaValue> ofLocations(TlaValue function) {
    return locations.stream().map(location -> function.entries().get(location)).collect(Collectors.toList());
  }

  private static List<TlaValue> list(TlaValue tuple) {
    return List.copyOf(tuple.entries().values());
  }

  private static int number(TlaValue value) {
    return Integer.parseInt(value.toString());
  }

  private static List<Integer> numbers(TlaValue set) {
    return Pattern.compile("\\d+").matcher(set.toString()).results().map(each -> Integer.valueOf(each.group()))
        .toList();
  }

  private static String plain(String text) {
    return text.replace("\"", "");
  }

  /** The names of all programs, for which there must be witnesses. */
  static List<String> programs(Collection<GalleryLesson> lessons) {
    return lessons.stream().flatMap(lesson -> lesson.variants().stream()).map(GalleryLesson.Variant::program).toList();
  }
}
