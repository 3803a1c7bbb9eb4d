package org.atomicvalue.checkers.litmus;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What an execution of a test ends with.
 *
 * @param values in the order of {@link Litmus#observed()}
 */
public record Outcome(List<Integer> values) implements Comparable<Outcome> {

  /** From numbers that commas separate. */
  static Outcome of(String text) {
    return new Outcome(text.isBlank() ? List.of() : Arrays.stream(text.split(", ")).map(Integer::valueOf).toList());
  }

  @Override
  public int compareTo(Outcome other) {
    for (int i = 0; i < Math.min(values.size(), other.values.size()); i++) {
      int order = Integer.compare(values.get(i), other.values.get(i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(values.size(), other.values.size());
  }

  /** As jcstress writes it: the values, separated by commas. */
  @Override
  public String toString() {
    return values.stream().map(Object::toString).collect(Collectors.joining(", "));
  }
}
