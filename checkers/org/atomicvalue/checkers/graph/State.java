package org.atomicvalue.checkers.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A state in the words of the specification: a value for each of its variables. */
public final class State {

  /** In alphabetical order; one array for all states of a graph. */
  private final String[] variables;

  private final TlaValue[] values;
  private final int hash;

  public State(String[] variables, TlaValue[] values) {
    this.variables = variables;
    this.values = values;
    this.hash = Arrays.hashCode(values);
  }

  /** The names of the variables, in alphabetical order. */
  public List<String> variables() {
    return List.of(variables);
  }

  /** The value of a variable. */
  public TlaValue value(String variable) {
    int i = Arrays.asList(variables).indexOf(variable);
    if (i < 0) {
      throw new IllegalArgumentException(variable + " is none of the variables " + String.join(", ", variables));
    }
    return values[i];
  }

  /** What is new in {@code after}: {@code data' = a1} or, of a function, {@code pc'[t1] = "LoadType"}. */
  public List<String> changes(State after) {
    List<String> changes = new ArrayList<>();
    for (int i = 0; i < variables.length; i++) {
      String variable = variables[i] + "'";
      Map<String, TlaValue> from = values[i].entries();
      Map<String, TlaValue> to = after.values[i].entries();
      if (!values[i].equals(after.values[i])) {
        if (from.isEmpty() || !from.keySet().equals(to.keySet())) {
          changes.add(variable + " = " + after.values[i]);
        } else {
          to.forEach((argument, value) -> {
            if (!value.equals(from.get(argument))) {
              changes.add(variable + "[" + argument + "] = " + value);
            }
          });
        }
      }
    }
    return changes;
  }

  /** These variables on one line: {@code data = a1, type = A}. */
  public String show(List<String> shown) {
    return IntStream.range(0, variables.length)
        .filter(i -> shown.contains(variables[i]))
        .mapToObj(i -> variables[i] + " = " + values[i])
        .collect(Collectors.joining(", "));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof State state
        && hash == state.hash
        && Arrays.equals(values, state.values)
        && (variables == state.variables || Arrays.equals(variables, state.variables));
  }

  @Override
  public int hashCode() {
    return hash;
  }

  /** A conjunction, one line per variable. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < variables.length; i++) {
      text.append("  /\\ ").append(variables[i]).append(" = ").append(values[i]).append('\n');
    }
    return text.toString();
  }
}
