package org.atomicvalue.checkers.steps;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.atomicvalue.checkers.graph.State;
import org.atomicvalue.checkers.graph.StateGraph;
import org.atomicvalue.checkers.graph.TlaValue;

/** All interleavings of the calls of a client's threads to a sequential object, each call in one step. */
final class SequentialExploration {

  private static final String EFFECT = "Effect";

  /** How a call ends, and whether that is a refusal: an exception from an object that is left as it was. */
  private record Response(TlaValue result, boolean refusal) {}

  /** What a call does to an object that holds something: its response, and what the object holds then. */
  private record Effect(Response response, List<TlaValue> held) {}

  private record ThreadStatus(String status, Call call, TlaValue result) {}

  private record Configuration(List<TlaValue> held, List<ThreadStatus> threads) {

    Configuration with(List<TlaValue> heldAfter, int thread, ThreadStatus status) {
      List<ThreadStatus> statuses = new ArrayList<>(threads);
      statuses.set(thread, status);
      return new Configuration(heldAfter, statuses);
    }
  }

  private final Class<?> type;
  private final SteppedClass.Creation creation;
  private final Client client;
  private final List<Field> fields;
  private final String[] variables;
  private final ThreadStatus idle;

  /** What can be held, and what each call does to it. */
  private final Map<List<TlaValue>, Map<Call, Effect>> effects = new LinkedHashMap<>();

  /** The calls that are refused in one way whatever is held, with their results. */
  private final Map<Call, TlaValue> refused = new HashMap<>();

  private final StateGraph graph = new StateGraph();
  private final Map<Configuration, Integer> numbers = new HashMap<>();
  private final List<Configuration> configurations = new ArrayList<>();

  SequentialExploration(Class<?> type, SteppedClass.Creation creation, Client client) {
    this.type = type;
    this.creation = creation;
    this.client = client;
    this.fields = Arrays.stream(type.getDeclaredFields())
        .filter(field -> !Modifier.isStatic(field.getModifiers()) && !Modifier.isFinal(field.getModifiers()))
        .sorted(Comparator.comparing(Field::getName))
        .toList();
    fields.forEach(field -> field.setAccessible(true));
    this.variables =
        Stream.concat(words().stream(), Stream.of("call", "result", "status")).sorted().toArray(String[]::new);
    this.idle = new ThreadStatus("idle", null, client.noResult());
  }

  List<String> words() {
    return fields.stream().map(Field::getName).toList();
  }

  StateGraph explore() {
    try {
      List<TlaValue> initial = held(creation.instanceOf(type));
      tryAllCalls(initial);
      number(new Configuration(initial, client.threads().stream().map(thread -> idle).toList()));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot use " + type, e);
    }
    for (int source = 0; source < configurations.size(); source++) {
      for (int thread = 0; thread < client.threads().size(); thread++) {
        takeSteps(source, thread);
      }
    }
    return graph;
  }

  /** Makes every call on every value that can be held. */
  private void tryAllCalls(List<TlaValue> initial) throws ReflectiveOperationException {
    List<List<TlaValue>> held = new ArrayList<>(List.of(initial));
    for (int i = 0; i < held.size(); i++) {
      Map<Call, Effect> effectsHere = new LinkedHashMap<>();
      effects.put(held.get(i), effectsHere);
      for (Call call : client.calls()) {
        Effect effect = effect(call, held.get(i));
        effectsHere.put(call, effect);
        if (!held.contains(effect.held)) {
          held.add(effect.held);
        }
      }
    }
    for (Call call : client.calls()) {
      Set<Response> responses =
          effects.values().stream().map(all -> all.get(call).response).collect(Collectors.toSet());
      Response response = responses.iterator().next();
      if (responses.size() == 1 && response.refusal) {
        refused.put(call, response.result);
      }
    }
  }

  private Effect effect(Call call, List<TlaValue> before) throws ReflectiveOperationException {
    Object object = creation.instanceOf(type);
    for (int i = 0; i < before.size(); i++) {
      fields.get(i).set(object, client.names().object(before.get(i).toString()));
    }
    Object returned = null;
    Throwable thrown = null;
    try {
      returned = call.makeOn(object);
    } catch (Throwable e) {
      thrown = e;
    }
    List<TlaValue> after = held(object);
    TlaValue result = client.names().result(call, returned, thrown);
    return new Effect(new Response(result, thrown != null && after.equals(before)), after);
  }

  private List<TlaValue> held(Object object) throws IllegalAccessException {
    List<TlaValue> held = new ArrayList<>();
    for (Field field : fields) {
      held.add(client.names().name(field.get(object), field.getType()));
    }
    return held;
  }

  private void takeSteps(int source, int thread) {
    Configuration before = configurations.get(source);
    List<TlaValue> held = before.held;
    ThreadStatus status = before.threads.get(thread);
    switch (status.status) {
      case "idle" -> {
        for (Call call : client.calls()) {
          ThreadStatus requested = refused.containsKey(call)
              ? new ThreadStatus("responding", call, refused.get(call))
              : new ThreadStatus("requested", call, client.noResult());
          add(source, thread, Labels.REQUEST, before.with(held, thread, requested), call);
        }
      }
      case "requested" -> {
        Effect effect = effects.get(held).get(status.call);
        ThreadStatus responding = new ThreadStatus("responding", status.call, effect.response.result);
        add(source, thread, EFFECT, before.with(effect.held, thread, responding), status.call);
      }
      default -> add(source, thread, Labels.RESPOND, before.with(held, thread, idle), status.result);
    }
  }

  private void add(int source, int thread, String action, Configuration target, Object what) {
    graph.add(source, new StateGraph.Edge(action, number(target), client.threads().get(thread) + "  " + what));
  }

  private int number(Configuration configuration) {
    return numbers.computeIfAbsent(configuration, c -> {
      configurations.add(c);
      return graph.add(inSpec(c));
    });
  }

  private State inSpec(Configuration configuration) {
    TlaValue[] values = new TlaValue[variables.length];
    for (int i = 0; i < variables.length; i++) {
      values[i] = switch (variables[i]) {
        case "call" -> perThread(configuration, s -> s.call == null ? client.noCall() : s.call.inSpec());
        case "result" -> perThread(configuration, s -> s.result);
        case "status" -> perThread(configuration, s -> TlaValue.string(s.status));
        default -> configuration.held.get(words().indexOf(variables[i]));
      };
    }
    return new State(variables, values);
  }

  private TlaValue perThread(Configuration configuration, Function<ThreadStatus, TlaValue> property) {
    return client.perThread(configuration.threads.stream().map(property).toList());
  }
}
