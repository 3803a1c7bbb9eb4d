package org.atomicvalue.explorer;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.atomicvalue.checkers.graph.State;
import org.atomicvalue.checkers.graph.TlaValue;
import org.atomicvalue.checkers.mutants.SeededBug;
import org.atomicvalue.checkers.steps.Difference;
import org.atomicvalue.steps.StepFindings;

/**
 * What step conformance finds in a class with a seeded bug, in the form that docs/explorer plays: the steps of the
 * class up to the first that the specification does not have. A bug in which it finds none has no steps here; the text
 * says why.
 */
final class PlayableFinding {

  static final Path FILE = ExplorerData.FOLDER.resolve("data/code-bugs.js");

  private static final List<String> WORDS = List.of("type", "data");
  private static final List<Object> IDLE = List.of("Idle", List.of("none", "Null", "Null"), "\"none\"");

  private PlayableFinding() {}

  /** What is known of a bug without running anything. */
  static Map<String, Object> described(SeededBug bug) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", bug.name());
    json.put("title", bug.title());
    json.put("about", bug.about());
    json.put("module", StepFindings.module(bug));
    json.put("caughtBy", bug.field("Caught-by"));
    json.put("diff", bug.diff().stream().dropWhile(line -> !line.startsWith("@@")).toList());
    return json;
  }

  /** What step conformance has found, if it has found something. */
  static Map<String, Object> of(SeededBug bug, Optional<AssertionError> finding) {
    Map<String, Object> json = described(bug);
    if (finding.isPresent() && finding.get() instanceof Difference difference) {
      addSteps(json, difference);
    } else {
      json.put("end", finding.map(PlayableFinding::refused).orElse("Step conformance finds nothing: this bug leaves"
          + " no trace in the words of the specification.")
          + inTheMemoryModel(bug));
      json.put("threads", List.of("t1", "t2"));
      json.put("words", WORDS);
      json.put("states", List.of(Map.of("words", List.of("Null", "Null"), "threads", List.of(IDLE, IDLE))));
      json.put("steps", List.of());
    }
    return json;
  }

  private static String refused(AssertionError finding) {
    // Neither the folder of the build nor identity hash codes, which are others in the next run.
    String reason = finding.getMessage().lines().findFirst().orElse("")
        .replaceAll("\\S*/(?=\\w+\\.java)|@[0-9a-f]+\\b", "");
    return "Step conformance refuses this class: " + reason.replaceAll("\\s+", " ").strip() + ".";
  }

  /** What the fields say of a bug that only weakens the mode of an access; see WeakenedCodeIT. */
  private static String inTheMemoryModel(SeededBug bug) {
    return bug.fields().containsKey("Refuted-by")
        ? " With interleavings alone it does no harm; the model of access modes rules it out: "
            + bug.field("Refuted-by")
            + "."
        : "";
  }

  private static void addSteps(Map<String, Object> json, Difference difference) {
    List<Difference.Step> steps = new ArrayList<>(difference.way());
    difference.onlyInClass().stream().findFirst().ifPresent(steps::add);
    List<String> threads = List.copyOf(steps.get(0).state().value("pc").entries().keySet());
    List<List<Object>> moves = new ArrayList<>();
    for (int i = 1; i < steps.size(); i++) {
      int mover = mover(threads, steps.get(i - 1).state(), steps.get(i).state());
      moves.add(List.of(mover, steps.get(i).action(), i));
    }
    json.put("end", parting(difference, threads));
    json.put("threads", threads);
    json.put("words", WORDS);
    json.put("states", steps.stream().map(step -> state(step.state(), threads)).toList());
    json.put("steps", moves);
  }

  private static String parting(Difference difference, List<String> threads) {
    if (difference.onlyInClass().isEmpty() && difference.onlyInSpec().isEmpty()) {
      return "A new object of the class is not as the specification says: the initial states differ.";
    }
    State here = difference.way().get(difference.way().size() - 1).state();
    if (difference.onlyInClass().isEmpty()) {
      return "Here the specification allows a step that the class does not take: "
          + told(here, difference.onlyInSpec().get(0), threads) + ".";
    }
    int mover = mover(threads, here, difference.onlyInClass().get(0).state());
    String instead = difference.onlyInSpec().stream()
        .filter(step -> mover(threads, here, step.state()) == mover)
        .findFirst()
        .map(step -> " Instead it has " + told(here, step, threads) + ".")
        .orElse("");
    return "Here the class and its specification part: the specification does not have this step." + instead;
  }

  /** A step in words: who makes it, its name, and what it changes. */
  private static String told(State before, Difference.Step step, List<String> threads) {
    int mover = mover(threads, before, step.state());
    List<String> changes = new ArrayList<>();
    for (String word : WORDS) {
      if (!before.value(word).equals(step.state().value(word))) {
        changes.add(word + " becomes " + step.state().value(word));
      }
    }
    changes.add("the next step is " + of(step.state(), "pc", threads.get(mover)).content());
    return threads.get(mover) + ": " + step.action() + " (" + String.join(", ", changes) + ")";
  }

  private static int mover(List<String> threads, State before, State after) {
    for (int t = 0; t < threads.size(); t++) {
      for (String variable : List.of("pc", "call", "result")) {
        if (!of(before, variable, threads.get(t)).equals(of(after, variable, threads.get(t)))) {
          return t;
        }
      }
    }
    return 0;
  }

  private static Map<String, Object> state(State state, List<String> threads) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("words", WORDS.stream().map(word -> state.value(word).toString()).toList());
    json.put("threads", threads.stream().map(thread -> {
      Map<String, TlaValue> call = of(state, "call", thread).entries();
      return List.of(of(state, "pc", thread).content(),
          List.of(call.get("\"op\"").content(), call.get("\"expected\"").toString(), call.get("\"value\"").toString()),
          of(state, "result", thread).toString());
    }).toList());
    return json;
  }

  private static TlaValue of(State state, String variable, String thread) {
    return state.value(variable).entries().get(thread);
  }
}
