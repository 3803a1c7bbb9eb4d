package org.atomicvalue.checkers.proof;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a constant or a variable is made of. TLA+ has no types; the shapes are those that a module itself states, in its
 * assumptions and in its type invariant.
 */
sealed interface Shape {

  /** Any value of which nothing is known but what it is equal to: strings and model values, as TLC calls them. */
  record Value() implements Shape {}

  record Truth() implements Shape {}

  record Number() implements Shape {}

  record Fields(SortedMap<String, Shape> shapes) implements Shape {
    Fields(Map<String, Shape> shapes) {
      this(new TreeMap<>(shapes));
    }
  }

  record Mapping(SymbolicSet domain, Shape result) implements Shape {}

  record Collection(Shape element) implements Shape {}

  Shape VALUE = new Value();
  Shape TRUTH = new Truth();
  Shape NUMBER = new Number();
}
