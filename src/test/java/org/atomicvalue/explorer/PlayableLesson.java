package org.atomicvalue.explorer;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.atomicvalue.checkers.graph.TlaValue;

/**
 * A lesson of the gallery with an execution for each outcome in each mode, in the form that docs/explorer/modes.html
 * plays. Equal states are written once.
 */
final class PlayableLesson {

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
    json.put("locations", locations.stream().map(location -> location.replace("\"", "")).toList());
    json.put("outcomes", lesson.outcomes());
    json.put("variants",
        lesson.variants().stream().map(each -> variant(each, witnesses.byProgram().get(each.program()))).toList());
    json.put("states", List.copyOf(states.keySet()));
    return json;
  }

  private Map<String, Object> variant(GalleryLesson.Variant variant,
      Map<String, List<Map<String, TlaValue>>> witnesses) {
    LessonAccesses accesses = new LessonAccesses(variant);
    Map<String, Object> executions = new LinkedHashMap<>();
    witnesses.forEach((outcome, execution) -> {
      if (!variant.meanings().containsKey(outcome)) {
        throw new IllegalStateException(lesson.name() + " does not accept " + outcome + " of " + variant.program());
      }
      accesses.requireMadeBy(execution, lesson.name());
      executions.put(outcome, List.of(LessonAccesses.movers(execution), execution.stream().map(this::number).toList()));
    });
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("mode", variant.mode());
    json.put("program", variant.program());
    json.put("threads", variant.threads());
    json.put("afterwards", variant.afterwards());
    json.put("accesses", accesses.ofThreads());
    json.put("meanings", variant.meanings());
    json.put("executions", executions);
    return json;
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

  /**
   * The positions that a thread's next access knows, and the newest that it has written or read in order, of each
   * location.
   */
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

  /** The names of all programs, for which there must be witnesses. */
  static List<String> programs(Collection<GalleryLesson> lessons) {
    return lessons.stream().flatMap(lesson -> lesson.variants().stream()).map(GalleryLesson.Variant::program).toList();
  }
}
