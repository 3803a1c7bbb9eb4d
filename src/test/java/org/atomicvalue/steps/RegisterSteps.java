package org.atomicvalue.steps;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.atomicvalue.checkers.graph.SpecGraph;
import org.atomicvalue.checkers.graph.StateGraph;
import org.atomicvalue.checkers.graph.TlaValue;
import org.atomicvalue.checkers.steps.Call;
import org.atomicvalue.checkers.steps.Client;
import org.atomicvalue.checkers.steps.StepConformance;
import org.atomicvalue.checkers.steps.SteppedClass;
import org.atomicvalue.checkers.steps.Vocabulary;

/**
 * What step conformance has to know about a class with the contract's four methods, in the bounds of a model in {@code
 * spec/models}: load, store, swap and compareAndSwap, with every combination of arguments, null included.
 *
 * @param module the specification
 * @param model the name of a configuration of it
 */
public record RegisterSteps(String module, String model) {

  private static final Path SPEC = Path.of("spec");

  private static final Path MODELS = SPEC.resolve("models");

  private static class A {}

  private static final class SpecialA extends A {}

  private static final class B {}

  /** The objects that stand for the model values of these names. */
  private static final Map<String, Object> VALUES =
      Map.of("a1", new A(), "a2", new A(), "b1", new B());

  /** With A as the declared type: a value of a subclass counts as one of A. */
  private static final Map<String, Object> VALUES_OF_DECLARED_TYPE =
      Map.of("a1", new A(), "a2", new SpecialA(), "b1", new B());

  /** TLC's graph, of the modules in {@code spec} or, where there are such, of those in {@code replacements}. */
  public SpecGraph spec(Path... replacements) {
    return new SpecGraph(MODELS.resolve("MC" + module + ".tla"), config()).library(replacements).library(SPEC);
  }

  /**
   * Compares a class that has been taken apart into steps.
   *
   * @param spec what {@link #spec} has made
   * @param sentinels by their names in the specification, the names of the class's constants
   */
  public StepConformance.Result check(
      SteppedClass subject, Map<String, String> sentinels, Future<StateGraph> spec) throws Exception {
    Vocabulary names = names();
    sentinels.forEach((name, constant) -> names.add(name, subject.constant(constant)));
    return StepConformance.check(subject, client(subject.type(), names), spec, neverFires());
  }

  /** Compares a sequential class. */
  StepConformance.Result checkSequential(Class<?> type, StateGraph spec) throws Exception {
    return StepConformance.checkSequential(type, this::instanceOf, client(type, names()), spec);
  }

  /** A new instance, made in the way that the model says by its constants {@code Declared} and {@code Initial}. */
  public Object instanceOf(Class<?> type) throws ReflectiveOperationException {
    try {
      String name = constant("Initial");
      Object initial = name.equals("Null") ? null : values().get(name);
      if (isDeclared()) {
        return initial == null
            ? type.getDeclaredConstructor(Class.class).newInstance(A.class)
            : type.getDeclaredConstructor(Class.class, Object.class).newInstance(A.class, initial);
      }
      return initial == null
          ? type.getDeclaredConstructor().newInstance()
          : type.getDeclaredMethod("of", Object.class).invoke(null, initial);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean isDeclared() throws IOException {
    return constant("Declared").equals("A");
  }

  private Map<String, Object> values() throws IOException {
    return isDeclared() ? VALUES_OF_DECLARED_TYPE : VALUES;
  }

  /** What the model calls null and its values and their classes. */
  private Vocabulary names() throws IOException {
    Vocabulary names = new Vocabulary().add("Null", null).add("A", A.class).add("B", B.class)
        .add("SpecialA", SpecialA.class); // which no right step has to do with
    for (String value : elements("Values")) {
      names.add(value, values().get(value));
    }
    return names;
  }

  /** The model's threads, making all calls. */
  private Client client(Class<?> type, Vocabulary names) throws IOException {
    List<String> arguments = new ArrayList<>(elements("Values"));
    arguments.add("Null");
    List<Call> calls = new ArrayList<>();
    calls.add(Call.of(inSpec("load", "Null", "Null"), type, "load", names));
    for (String value : arguments) {
      calls.add(Call.of(inSpec("store", "Null", value), type, "store", names, value));
      calls.add(Call.of(inSpec("swap", "Null", value), type, "swap", names, value));
      for (String expected : arguments) {
        calls.add(
            Call.of(inSpec("compareAndSwap", expected, value), type, "compareAndSwap", names, expected, value));
      }
    }
    return new Client(elements("Threads"), calls, names, TlaValue.parse(inSpec("none", "Null", "Null")),
        TlaValue.string("none"))
        .leavingOut("getAndUpdate", "updateAndGet", "toString");
  }

  String bounds() throws IOException {
    return "%d threads, %d values of 2 classes%s%s, all calls, any number of them"
        .formatted(elements("Threads").size(), elements("Values").size(),
            isDeclared() ? ", a declared type" : "",
            constant("Initial").equals("Null") ? "" : ", an initial value");
  }

  /** The actions that take no step in this model, from the same file as the other expectations. */
  private Set<String> neverFires() throws IOException {
    Set<String> actions = new TreeSet<>();
    for (JsonNode expected : new ObjectMapper().readTree(MODELS.resolve("expected.json").toFile())) {
      if (expected.path("model").asText().equals(model)) {
        expected.path("neverFires").fieldNames().forEachRemaining(actions::add);
      }
    }
    return actions;
  }

  private static String inSpec(String op, String expected, String value) {
    return "[op |-> \"%s\", expected |-> %s, value |-> %s]".formatted(op, expected, value);
  }

  /** What the configuration gives as a constant, a name or a set of names in braces. */
  private String constant(String name) throws IOException {
    Matcher constant = Pattern.compile("\\b" + name + " = (\\{.*?}|\\w+)").matcher(Files.readString(config()));
    if (!constant.find()) {
      throw new IllegalStateException(config() + " gives no constant " + name);
    }
    return constant.group(1);
  }

  private List<String> elements(String name) throws IOException {
    return List.of(constant(name).replaceAll("[{}\\s]", "").split(","));
  }

  private Path config() {
    return MODELS.resolve(model + ".cfg");
  }
}
