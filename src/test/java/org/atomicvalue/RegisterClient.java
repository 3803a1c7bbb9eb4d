package org.atomicvalue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.atomicvalue.conformance.Call;
import org.atomicvalue.conformance.Client;
import org.atomicvalue.conformance.TlaValue;
import org.atomicvalue.conformance.Vocabulary;

/**
 * The calls of {@code spec/Operations.tla} made to a Java class that has the contract's four methods: load, store, swap
 * and compareAndSwap, with every combination of arguments, null included.
 */
final class RegisterClient {

  private static final class A {}

  private static final class B {}

  private RegisterClient() {}

  /** Values and classes by the names that the models in {@code spec/models} give them, and Null. */
  static Vocabulary names(List<String> values) {
    Map<String, Object> all = new LinkedHashMap<>(Map.of("a1", new A(), "a2", new A(), "b1", new B()));
    all.keySet().retainAll(values);
    Vocabulary names = new Vocabulary().add("Null", null).add("A", A.class).add("B", B.class);
    all.forEach(names::add);
    return names;
  }

  static Client allCalls(Class<?> type, Vocabulary names, List<String> threads, List<String> values) {
    List<String> arguments = new ArrayList<>(values);
    arguments.add("Null");
    List<Call> calls = new ArrayList<>();
    calls.add(Call.of(inSpec("load", "Null", "Null"), type, "load", names));
    for (String value : arguments) {
      calls.add(Call.of(inSpec("store", "Null", value), type, "store", names, value));
      calls.add(Call.of(inSpec("swap", "Null", value), type, "swap", names, value));
      for (String expected : arguments) {
        calls.add(Call.of(
            inSpec("compareAndSwap", expected, value), type, "compareAndSwap", names, expected, value));
      }
    }
    return new Client(
        threads, calls, names, TlaValue.parse(inSpec("none", "Null", "Null")), TlaValue.string("none"));
  }

  private static String inSpec(String op, String expected, String value) {
    return "[op |-> \"%s\", expected |-> %s, value |-> %s]".formatted(op, expected, value);
  }
}
