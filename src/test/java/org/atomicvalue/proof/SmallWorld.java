package org.atomicvalue.proof;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.atomicvalue.checkers.graph.State;
import org.atomicvalue.checkers.graph.TlaValue;
import org.atomicvalue.checkers.proof.Formula;
import org.atomicvalue.checkers.proof.Interpretation;
import org.atomicvalue.checkers.proof.Specification;
import org.atomicvalue.checkers.smt.Term;

/** A few threads and values, in which the terms of a specification are computed instead of proved. */
final class SmallWorld {

  private final Specification specification;
  private final List<String> threads;
  private final Interpretation constants = new Interpretation();
  private final Set<String> universe = new TreeSet<>();

  /**
   * A holder that is empty at first and has no declared type.
   *
   * @param values with the type of each
   */
  SmallWorld(Specification specification, List<String> threads, Map<String, String> values) {
    this.specification = specification;
    this.threads = threads;
    constants.set("Threads", threads.stream().map(List::<Object>of).toList());
    constants.set("Values", values.keySet().stream().map(List::<Object>of).toList());
    Map<List<Object>, Object> types = new HashMap<>();
    values.forEach((value, type) -> types.put(List.of(value), type));
    constants.function("TypeOf", types);
    constants.value("Null", "Null").value("Declared", "Null").value("Initial", "Null").value("Claimed", "Claimed");
    universe.addAll(values.keySet());
    universe.addAll(values.values());
    universe.addAll(Set.of("Null", "Claimed"));
    universe.addAll(specification.strings());
  }

  /** With these calls. */
  SmallWorld calls(Set<List<Object>> calls) {
    constants.set("Calls", calls);
    return this;
  }

  /** Whatever the assumptions allow to be a call. */
  Set<List<Object>> allCalls() {
    List<Term> assumptions = specification.assumptions().stream().map(Formula::term).toList();
    Set<List<Object>> calls = new HashSet<>();
    for (List<Object> tuple : tuples(specification.signature("Calls").size() - 1)) {
      Interpretation only = constants.copy().set("Calls", Set.of(tuple));
      if (assumptions.stream().allMatch(only::isTrue)) {
        calls.add(tuple);
      }
    }
    return calls;
  }

  private List<List<Object>> tuples(int size) {
    List<List<Object>> tuples = List.of(List.of());
    for (int i = 0; i < size; i++) {
      List<List<Object>> longer = new ArrayList<>();
      for (List<Object> tuple : tuples) {
        for (String value : universe) {
          List<Object> more = new ArrayList<>(tuple);
          more.add(value);
          longer.add(more);
        }
      }
      tuples = longer;
    }
    return tuples;
  }

  /** How many states satisfy the invariant. Those are tried whose variables are what TypeOK says of each. */
  int statesOfTheInvariant() {
    List<Formula> invariant = specification.conjuncts("Inv", false);
    List<Interpretation> states = List.of(constants);
    for (String variable : specification.variables()) {
      List<Formula> ofVariable = invariant.stream()
          .filter(each -> each.name().startsWith("TypeOK") && each.text().startsWith(variable + " ")).toList();
      List<Map<String, Object>> possible = possible(variable, ofVariable);
      List<Interpretation> more = new ArrayList<>();
      for (Interpretation state : states) {
        for (Map<String, Object> parts : possible) {
          more.add(with(state, parts));
        }
      }
      states = more;
    }
    return (int) states.stream()
        .filter(state -> invariant.stream().map(Formula::term).allMatch(state::isTrue)).count();
  }

  /** What a variable can be, one thread's part at a time, since what TypeOK says of one thread it says of each. */
  private List<Map<String, Object>> possible(String variable, List<Formula> formulas) {
    if (threads.size() != 1 || formulas.isEmpty()) {
      throw new IllegalStateException("states are counted for one thread, by what TypeOK says of " + variable);
    }
    List<String> symbols = symbols(variable);
    List<Map<String, Object>> possible = new ArrayList<>();
    for (List<Object> tuple : tuples(symbols.size())) {
      Map<String, Object> parts = new LinkedHashMap<>();
      for (int i = 0; i < symbols.size(); i++) {
        parts.put(symbols.get(i), tuple.get(i));
      }
      Interpretation state = with(constants, parts);
      if (formulas.stream().map(Formula::term).allMatch(state::isTrue)) {
        possible.add(parts);
      }
    }
    return possible;
  }

  private List<String> symbols(String variable) {
    return specification.symbols().stream()
        .filter(symbol -> !symbol.endsWith("'") && (symbol.equals(variable) || symbol.startsWith(variable + ".")))
        .toList();
  }

  private Interpretation with(Interpretation state, Map<String, Object> parts) {
    Interpretation more = state.copy();
    parts.forEach((symbol, value) -> more.function(symbol,
        Map.of(specification.signature(symbol).size() == 1 ? List.of() : List.of(threads.get(0)), value)));
    return more;
  }

  /** A state as TLC has it, and the constants. */
  Interpretation before(State state) {
    return constants.with(values(state, ""));
  }

  /** What the variables are in the next state. */
  Interpretation after(State state) {
    return values(state, "'");
  }

  private Interpretation values(State state, String prime) {
    Interpretation values = new Interpretation();
    for (String variable : specification.variables()) {
      add(values, variable, prime, state.value(variable));
    }
    return values;
  }

  private void add(Interpretation state, String variable, String prime, TlaValue value) {
    if (specification.signature(variable) != null && specification.signature(variable).size() == 1) {
      state.value(variable + prime, value.toString());
      return;
    }
    Map<String, Map<List<Object>, Object>> tables = new HashMap<>();
    value.entries().forEach((thread, result) -> {
      if (result.entries().isEmpty()) {
        tables.computeIfAbsent(variable + prime, key -> new HashMap<>()).put(List.of(thread), result.toString());
      }
      result.entries().forEach((field, part) -> tables
          .computeIfAbsent(variable + "." + field.replace("\"", "") + prime, key -> new HashMap<>())
          .put(List.of(thread), part.toString()));
    });
    tables.forEach(state::function);
  }
}
