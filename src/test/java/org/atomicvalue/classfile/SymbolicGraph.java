package org.atomicvalue.classfile;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.atomicvalue.checkers.correspondence.SymbolicPlace;
import org.atomicvalue.checkers.graph.State;
import org.atomicvalue.checkers.graph.StateGraph;
import org.atomicvalue.checkers.graph.TlaValue;
import org.atomicvalue.checkers.proof.Interpretation;
import org.atomicvalue.checkers.smt.Term;

/**
 * The steps that the proof of the class file is about, taken in the states of a graph: values in the place of symbols.
 * Of a correct engine they are the edges of the graph of step conformance, which runs the class file instead of reading
 * it.
 */
final class SymbolicGraph {

  private static final String REQUEST = "Request";
  private static final String CLASS = "java.lang.Class";
  private static final List<String> OF_THREADS = List.of("pc", "result");
  private static final List<String> OF_CALLS = List.of("op", "expected", "value");

  /**
   * What a thread has before it, which is all that its step depends on.
   *
   * @param before the words, and what is of this thread
   * @param inGraph by the operation, where the edges of this thread lead
   * @param first a state in which this is so
   */
  private record View(String thread, String label, Map<String, String> before,
      Map<String, Set<Map<String, String>>> inGraph, State first) {}

  private final List<SymbolicPlace> places;
  private final List<String> words;
  private final List<View> views;
  private final Interpretation constants;
  private final Set<SymbolicPlace.Step> taken = new HashSet<>();
  private final long edges;

  private SymbolicGraph(List<SymbolicPlace> places, List<String> words, List<View> views, Interpretation constants,
      long edges) {
    this.places = places;
    this.words = words;
    this.views = views;
    this.constants = constants;
    this.edges = edges;
  }

  /**
   * @param graph of threads that begin with an empty holder without a declared type
   * @param classes of the values, by the names that both have in the graph
   */
  static SymbolicGraph of(List<SymbolicPlace> places, StateGraph graph, Map<String, String> classes) {
    List<String> words = graph.state(0).variables().stream()
        .filter(variable -> !variable.equals("call") && !OF_THREADS.contains(variable)).toList();
    List<View> views = new ArrayList<>();
    long edges = views(graph, words, views);
    return new SymbolicGraph(places, words, views, constants(classes), edges);
  }

  /** The same of one place, as it is or changed: of those who stand there and no others. */
  SymbolicGraph only(SymbolicPlace place) {
    String op = '"' + place.operation().name() + '"';
    List<View> ofPlace = new ArrayList<>();
    for (View view : views) {
      boolean isHere = view.label.equals(place.label()) && view.inGraph.containsKey(op);
      if (isHere && interpretation(view).isTrue(place.facts())) {
        ofPlace.add(new View(view.thread, view.label, view.before, Map.of(op, view.inGraph.get(op)), view.first));
      }
    }
    return new SymbolicGraph(List.of(place), words, ofPlace, constants, edges);
  }

  private static Interpretation constants(Map<String, String> classes) {
    Interpretation constants = new Interpretation();
    constants.value("Null", "Null").value("Declared", "Null").value("Initial", "Null").value("Claimed", "Claimed")
        .value("class " + CLASS, CLASS);
    constants.set("isPrimitive", List.of()).set("Values", tuples(classes.keySet()));
    Map<List<Object>, Object> types = new HashMap<>();
    classes.forEach((value, type) -> types.put(List.of(value), type));
    constants.function("TypeOf", types);
    classes.values().forEach(type -> types.put(List.of(type), CLASS));
    types.put(List.of(CLASS), CLASS);
    types.put(List.of("Claimed"), "the class of the sentinel");
    constants.function("classOf", types);
    constants.set("isSubclass",
        new HashSet<>(types.values()).stream().map(type -> List.<Object>of(type, type)).toList());
    return constants;
  }

  private static List<List<Object>> tuples(Collection<String> values) {
    return values.stream().map(List::<Object>of).toList();
  }

  /** How many edges have been compared. */
  long edges() {
    return edges;
  }

  /** The steps that some state of the graph takes. */
  Set<SymbolicPlace.Step> taken() {
    return Set.copyOf(taken);
  }

  /** The first step that only one of the two has; responses apart, which are nothing that a class does. */
  Optional<String> firstDifference() {
    for (View view : views) {
      Optional<String> difference = difference(view);
      if (difference.isPresent()) {
        return difference;
      }
    }
    return Optional.empty();
  }

  private Optional<String> difference(View view) {
    boolean requests = view.label.equals(REQUEST);
    Set<String> operations = new TreeSet<>();
    for (SymbolicPlace place : places) {
      String op = '"' + place.operation().name() + '"';
      boolean isHere = place.label().equals(view.label) && (requests || view.before.get("call.op").equals(op));
      if (!isHere || !interpretation(view).isTrue(place.facts())) {
        continue;
      }
      operations.add(op);
      Set<Map<String, String>> expected = view.inGraph.getOrDefault(op, Set.of());
      for (Map<String, String> call : requests ? calls(expected) : List.of(callOf(view.before))) {
        Set<Map<String, String>> ofCall = new HashSet<>(expected);
        ofCall.removeIf(target -> requests && !callOf(target).equals(call));
        Interpretation pair = interpretation(view);
        add(pair, call, "'", view.thread);
        List<SymbolicPlace.Step> steps = place.steps().stream().filter(step -> mayBeTaken(step, pair)).toList();
        for (Interpretation either : eitherWay(steps, pair)) {
          Set<Map<String, String>> reached = after(place, steps, either, call, view.thread);
          if (!reached.equals(ofCall)) {
            return Optional.of("%s of %s from%n%sthe class file's steps lead to %s,%nthe graph's edges to %s"
                .formatted(place, view.thread, view.first, reached, ofCall));
          }
        }
      }
    }
    return operations.equals(view.inGraph.keySet())
        ? Optional.empty()
        : Optional.of("%s of %s from%n%sis an edge of %s, and a step of %s"
            .formatted(view.label, view.thread, view.first, view.inGraph.keySet(), operations));
  }

  /** Collects what threads have before them, each once; returns how many edges that is. */
  private static long views(StateGraph graph, List<String> words, List<View> views) {
    List<String> threads = List.copyOf(graph.state(0).value("pc").entries().keySet());
    List<List<Map<String, String>>> parts = new ArrayList<>();
    for (int state = 0; state < graph.states(); state++) {
      State of = graph.state(state);
      parts.add(threads.stream().map(thread -> parts(of, thread, words)).toList());
    }
    Set<List<Object>> known = new HashSet<>();
    long edges = 0;
    for (int source = 0; source < graph.states(); source++) {
      for (int thread = 0; thread < threads.size(); thread++) {
        Map<String, String> before = parts.get(source).get(thread);
        String pc = before.get("pc").replace("\"", "");
        String label = pc.equals("Idle") ? REQUEST : pc;
        Map<String, Set<Map<String, String>>> inGraph = new TreeMap<>();
        for (StateGraph.Edge edge : pc.equals("Respond") ? List.<StateGraph.Edge>of() : graph.edges(source)) {
          List<Map<String, String>> after = parts.get(edge.target());
          if (edge.action().equals(label) && othersStay(parts.get(source), after, thread, words)) {
            Map<String, String> target = after.get(thread);
            if (inGraph.computeIfAbsent(target.get("call.op"), op -> new HashSet<>()).add(target)) {
              edges++;
            }
          }
        }
        if (!pc.equals("Respond") && known.add(List.of(before, inGraph))) {
          views.add(new View(threads.get(thread), label, before, inGraph, graph.state(source)));
        }
      }
    }
    return edges;
  }

  private static boolean othersStay(
      List<Map<String, String>> before, List<Map<String, String>> after, int thread, List<String> words) {
    for (int other = 0; other < before.size(); other++) {
      for (Map.Entry<String, String> part : before.get(other).entrySet()) {
        if (other != thread && !words.contains(part.getKey())
            && !part.getValue().equals(after.get(other).get(part.getKey()))) {
          return false;
        }
      }
    }
    return true;
  }

  /** The words, and what is of this thread. */
  private static Map<String, String> parts(State state, String thread, List<String> words) {
    Map<String, String> parts = new LinkedHashMap<>();
    words.forEach(word -> parts.put(word, state.value(word).toString()));
    OF_THREADS.forEach(variable -> parts.put(variable, state.value(variable).entries().get(thread).toString()));
    Map<String, TlaValue> call = state.value("call").entries().get(thread).entries();
    OF_CALLS.forEach(field -> parts.put("call." + field, call.get('"' + field + '"').toString()));
    return parts;
  }

  private static Map<String, String> callOf(Map<String, String> parts) {
    Map<String, String> call = new LinkedHashMap<>();
    OF_CALLS.forEach(field -> call.put("call." + field, parts.get("call." + field)));
    return call;
  }

  private static Set<Map<String, String>> calls(Set<Map<String, String>> targets) {
    Set<Map<String, String>> calls = new HashSet<>();
    targets.forEach(target -> calls.add(callOf(target)));
    return calls;
  }

  private Interpretation interpretation(View view) {
    Interpretation state = constants.copy().value("t", view.thread);
    add(state, view.before, "", view.thread);
    return state;
  }

  private void add(Interpretation state, Map<String, String> parts, String prime, String thread) {
    parts.forEach((name, value) -> state.function(name + prime,
        Map.of(words.contains(name) ? List.of() : List.of(thread), value)));
  }

  /** Whether what is known of a step's conditions is true. */
  private static boolean mayBeTaken(SymbolicPlace.Step step, Interpretation pair) {
    return conjuncts(step.taken()).stream()
        .allMatch(each -> !unknown(each, new TreeSet<>()).isEmpty() || pair.isTrue(each));
  }

  /** One for each way in which what is not known can be. */
  private static List<Interpretation> eitherWay(List<SymbolicPlace.Step> steps, Interpretation state) {
    Set<String> unknown = new TreeSet<>();
    steps.forEach(step -> unknown(step.taken(), unknown));
    List<Interpretation> ways = List.of(state);
    for (String symbol : unknown) {
      List<Interpretation> more = new ArrayList<>();
      for (Interpretation way : ways) {
        more.add(way.copy().value(symbol, true));
        more.add(way.copy().value(symbol, false));
      }
      ways = more;
    }
    return ways;
  }

  private static Set<String> unknown(Term term, Set<String> unknown) {
    if (term instanceof Term.Symbol symbol && symbol.name().startsWith("?")) {
      unknown.add(symbol.name());
    } else if (term instanceof Term.Application application) {
      application.arguments().forEach(argument -> unknown(argument, unknown));
    }
    return unknown;
  }

  /** Where those of the steps lead that are taken. */
  private Set<Map<String, String>> after(SymbolicPlace place, List<SymbolicPlace.Step> steps, Interpretation pair,
      Map<String, String> call, String thread) {
    Set<Map<String, String>> targets = new HashSet<>();
    for (SymbolicPlace.Step step : steps) {
      if (pair.isTrue(step.taken())) {
        taken.add(step);
        targets.add(after(place, step, pair.copy(), call, thread));
      }
    }
    return targets;
  }

  private Map<String, String> after(SymbolicPlace place, SymbolicPlace.Step step, Interpretation pair,
      Map<String, String> call, String thread) {
    Map<String, String> after = new LinkedHashMap<>();
    List<Term> conjuncts = conjuncts(step.does());
    for (String word : words) {
      after.put(word, assigned(place, conjuncts, word + "'", pair));
    }
    for (String variable : OF_THREADS) {
      after.put(variable, assigned(place, conjuncts, variable + "'", pair));
    }
    after.putAll(call);
    add(pair, after, "'", thread);
    if (!pair.isTrue(step.does())) {
      throw new AssertionError(place + ": a step that is taken leads to no state: " + step);
    }
    return after;
  }

  /** What is said to be equal to a word, or a thread's part of a variable, after the step. */
  private static String assigned(SymbolicPlace place, List<Term> conjuncts, String primed, Interpretation pair) {
    return conjuncts.stream()
        .filter(each -> each instanceof Term.Application application && application.function().equals("=")
            && isOf(application.arguments().get(0), primed))
        .findFirst()
        .map(each -> pair.valueOf(((Term.Application) each).arguments().get(1)).toString())
        .orElseThrow(() -> new AssertionError(place + ": a step does not say what becomes of " + primed));
  }

  private static boolean isOf(Term term, String primed) {
    return term instanceof Term.Symbol symbol && symbol.name().equals(primed)
        || term instanceof Term.Application application && application.function().equals(primed);
  }

  static List<Term> conjuncts(Term term) {
    return term instanceof Term.Application application && application.function().equals("and")
        ? application.arguments().stream().flatMap(each -> conjuncts(each).stream()).toList()
        : List.of(term);
  }
}
