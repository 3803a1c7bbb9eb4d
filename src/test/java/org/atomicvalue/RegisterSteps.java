package org.atomicvalue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.atomicvalue.conformance.Call;
import org.atomicvalue.conformance.Client;
import org.atomicvalue.conformance.SpecGraph;
import org.atomicvalue.conformance.StateGraph;
import org.atomicvalue.conformance.StepConformance;
import org.atomicvalue.conformance.SteppedClass;
import org.atomicvalue.conformance.TlaValue;
import org.atomicvalue.conformance.Vocabulary;

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

  private static final class A {}

  private static final class B {}

  /** The objects that stand for the model values of these names. */
  private static final Map<String, Object> VALUES =
      Map.of("a1", new A(), "a2", new A(), "b1", new B());

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
    return StepConformance.check(subject, client(subject.type(), names), spec);
  }

  /** Compares a sequential class. */
  public StepConformance.Result checkSequential(Class<?> type, StateGraph spec) throws Exception {
    return StepConformance.checkSequential(type, client(type, names()), spec);
  }

  /** What the model calls null and its values and their classes. */
  private Vocabulary names() throws IOException {
    Vocabulary names = new Vocabulary().add("Null", null).add("A", A.class).add("B", B.class);
    for (String value : constant("Values")) {
      names.add(value, VALUES.get(value));
    }
    return names;
  }

  /** The model's threads, making all calls. */
  private Client client(Class<?> type, Vocabulary names) throws IOException {
    List<String> arguments = new ArrayList<>(constant("Values"));
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
    return new Client(constant("Threads"), calls, names, TlaValue.parse(inSpec("none", "Null", "Null")),
        TlaValue.string("none"));
  }

  public String bounds() throws IOException {
    return "%d threads, %d values of 2 classes, all calls, any number of them"
        .formatted(constant("Threads").size(), constant("Values").size());
  }

  private static String inSpec(String op, String expected, String value) {
    return "[op |-> \"%s\", expected |-> %s, value |-> %s]".formatted(op, expected, value);
  }

  /** The elements of a set that the configuration gives as a constant. */
  private List<String> constant(String name) throws IOException {
    Matcher set = Pattern.compile("\\b" + name + " = \\{(.*?)}").matcher(Files.readString(config()));
    if (!set.find()) {
      throw new IllegalStateException(config() + " gives no set " + name);
    }
    return List.of(set.group(1).strip().split("\\s*,\\s*"));
  }

  private Path config() {
    return MODELS.resolve(model + ".cfg");
  }
}
