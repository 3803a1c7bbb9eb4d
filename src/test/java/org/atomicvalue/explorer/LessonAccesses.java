package org.atomicvalue.explorer;

import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.atomicvalue.checkers.graph.TlaValue;
import org.atomicvalue.stress.litmus.Program;

/**
 * The accesses of a program of the gallery: those that its statements make, and those of an execution that TLC found.
 */
final class LessonAccesses {

  private static final Pattern STATEMENT = Pattern.compile(
      "(?:r\\.r\\d = \\(int\\) )?([XY])\\.(get|set|compareAndExchange)(Opaque|Acquire|Release|Volatile|)"
          + "\\((?:this|same)(?:, (\\d))?(?:, (\\d))?\\);");
  private static final Pattern FENCE = Pattern.compile("VarHandle\\.(acquire|release|full)Fence\\(\\);");

  /** To a field by its name, which is plain or volatile as it is declared. */
  private static final Pattern FIELD = Pattern.compile("(?:r\\.r\\d = ([xy])|([xy]) = (\\d));");
  private static final Map<String, String> VERBS = Map.of("get", "read", "set", "write", "compareAndExchange", "cas");

  private final GalleryLesson.Variant variant;

  LessonAccesses(GalleryLesson.Variant variant) {
    this.variant = variant;
  }

  /** The accesses that the statements make: what they do, to which location, in which mode, and their arguments. */
  List<List<List<String>>> ofThreads() {
    return variant.threads().stream()
        .map(statements -> statements.stream().map(LessonAccesses::access).toList())
        .toList();
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

  /** Fails unless the threads of the execution make these accesses, one by one. */
  void requireMadeBy(List<Map<String, TlaValue>> execution, String lesson) {
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
          told.add(value.content());
        }
      }
      made.get(movers.get(i)).add(told);
    }
    if (!made.equals(ofThreads())) {
      throw new IllegalStateException("%s.%s makes %s, and \"%s\" in spec/litmus makes %s".formatted(
          lesson, variant.mode(), ofThreads(), variant.program(), made));
    }
  }

  /**
   * Which thread makes each step, counted from 0: an access, or the passage of what it knows by its volatile accesses
   * through their order, after which nothing of it is pending.
   */
  static List<Integer> movers(List<Map<String, TlaValue>> execution) {
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

  private static List<TlaValue> list(TlaValue tuple) {
    return List.copyOf(tuple.entries().values());
  }
}
