package org.atomicvalue.checkers.steps;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.atomicvalue.checkers.graph.State;
import org.atomicvalue.checkers.graph.StateGraph;
import org.atomicvalue.checkers.graph.TlaValue;

/** All interleavings of the steps of a client's threads, as the class under test takes them. */
final class Exploration {

  /** With more threads, too few bits are left for the numbers of which a configuration is made. */
  static final int MOST_THREADS = 5;

  /**
   * Odd, so that multiplication loses nothing; it spreads configurations, which differ in few bits, over hash codes.
   */
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  private final SteppedClass subject;
  private final Client client;
  private final Threads threads;
  private final StateGraph graph = new StateGraph();
  private final String[] variables;
  private final Map<Long, Integer> numbers = new HashMap<>();
  private final List<Long> configurations = new ArrayList<>();
  private final Map<List<TlaValue>, TlaValue> functions = new HashMap<>();
  private final List<Map<Object, String>> origins;

  /**
   * A configuration is a {@code long} of parts of this size: the number of the words' values, then for each thread the
   * number of its state.
   */
  private final int bits;

  Exploration(SteppedClass subject, Client client) {
    this(subject, client, bits(client.threads().size()));
  }

  Exploration(SteppedClass subject, Client client, int bits) {
    if (client.threads().size() > MOST_THREADS) {
      throw new NotConformable("at most " + MOST_THREADS + " threads can be explored, and these are "
          + client.threads().size() + ": " + client.threads());
    }
    this.bits = bits;
    subject.requireConformable(client);
    this.subject = subject;
    this.client = client;
    this.threads = new Threads(subject, client);
    this.variables =
        Stream.of(subject.words().stream(), Stream.of("call", "pc", "result"), client.locals().keySet().stream())
            .flatMap(names -> names).sorted().toArray(String[]::new);
    for (int i = 1; i < variables.length; i++) {
      if (variables[i].equals(variables[i - 1])) {
        throw new NotConformable("two things would be the variable " + variables[i]
            + " of the specification: words, call, pc, result and local variables need different names");
      }
    }
    this.origins =
        client.threads().stream().<Map<Object, String>>map(thread -> new IdentityHashMap<>()).toList();
  }

  /** How many bits there are for each part of a configuration. */
  static int bits(int threads) {
    return Math.min(Integer.SIZE - 1, Long.SIZE / (threads + 1));
  }

  /** Explores breadth first, until no step leads to a new state. */
  StateGraph explore() {
    number(threads.words(subject.readWords()).number());
    for (int source = 0; source < configurations.size(); source++) {
      for (int thread = 0; thread < client.threads().size(); thread++) {
        takeSteps(source, thread);
      }
    }
    return graph;
  }

  /** To be called when all is explored. */
  HiddenState hiddenState() {
    return new HiddenState(subject, client, threads);
  }

  private void takeSteps(int source, int thread) {
    long configuration = configurations.get(source);
    Words before = threads.words(part(configuration, 0));
    ThreadState state = threads.state(part(configuration, thread + 1));
    if (state.isIdle()) {
      for (Call call : client.calls()) {
        add(source, thread, Labels.REQUEST, threads.begin(call, before), call);
      }
    } else if (state.isAtAccess()) {
      Site site = subject.site(state.nextSite());
      for (Threads.Step step : threads.access(state, before)) {
        add(source, thread, site.label(), step, site);
      }
    } else {
      add(source, thread, Labels.RESPOND, new Threads.Step(threads.idle(), before), state.result());
    }
  }

  private void add(int source, int thread, String action, Threads.Step step, Object what) {
    long configuration = configurations.get(source);
    configuration = withPart(configuration, 0, step.words().number());
    configuration = withPart(configuration, thread + 1, step.thread().number());
    String origin = origins.get(thread).computeIfAbsent(what, w -> client.threads().get(thread) + "  " + w);
    graph.add(source, new StateGraph.Edge(action, number(configuration), origin));
  }

  /** The number of the configuration in the graph, to which it is added if it is new. */
  private int number(long configuration) {
    Integer known = numbers.get(configuration * SPREAD);
    if (known != null) {
      return known;
    }
    int number = graph.add(inSpec(configuration));
    if (number != configurations.size()) {
      throw new NotConformable("the specification has one state for two that the class tells apart: "
          + graph.state(number) + "  two calls, or two objects, have the same name");
    }
    numbers.put(configuration * SPREAD, number);
    configurations.add(configuration);
    return number;
  }

  /** Whether the class really goes the way that a difference shows, to a step that the specification does not have. */
  boolean isPossible(Difference difference) {
    return new Execution(this, threads, client, subject).isPossible(difference.way(), difference.onlyInClass());
  }

  State inSpec(Words words, List<ThreadState> standing) {
    long configuration = withPart(0, 0, words.number());
    for (int thread = 0; thread < standing.size(); thread++) {
      configuration = withPart(configuration, thread + 1, standing.get(thread).number());
    }
    return inSpec(configuration);
  }

  private State inSpec(long configuration) {
    TlaValue[] values = new TlaValue[variables.length];
    for (int i = 0; i < variables.length; i++) {
      values[i] = switch (variables[i]) {
        case "call" -> perThread(configuration, ThreadState::callInSpec);
        case "pc" -> perThread(configuration, ThreadState::pc);
        case "result" -> perThread(configuration, ThreadState::result);
        default -> {
          int local = List.copyOf(client.locals().keySet()).indexOf(variables[i]);
          yield local >= 0
              ? perThread(configuration, state -> state.locals().get(local))
              : threads.words(part(configuration, 0)).names().get(subject.words().indexOf(variables[i]));
        }
      };
    }
    return new State(variables, values);
  }

  private TlaValue perThread(long configuration, Function<ThreadState, TlaValue> property) {
    List<TlaValue> values = new ArrayList<>();
    for (int thread = 0; thread < client.threads().size(); thread++) {
      values.add(property.apply(threads.state(part(configuration, thread + 1))));
    }
    return functions.computeIfAbsent(values, client::perThread);
  }

  private int part(long configuration, int place) {
    return (int) ((configuration >>> (place * bits)) & ((1L << bits) - 1));
  }

  private long withPart(long configuration, int place, int number) {
    if (number >= 1L << bits) {
      throw new NotConformable("more than " + (1L << bits) + " states of " + (place == 0 ? "the words" : "a thread")
          + ", which is what there is room for with " + client.threads().size()
          + " threads; smaller bounds keep them fewer, for example a call that refuses to count on");
    }
    long mask = ((1L << bits) - 1) << (place * bits);
    return configuration & ~mask | (long) number << (place * bits);
  }
}
