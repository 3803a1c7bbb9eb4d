package org.atomicvalue.checkers.litmus;

import java.util.Map;
import java.util.SortedSet;

/** What a condition says of an outcome. */
sealed interface Proposition {

  boolean holds(Map<Observable, Integer> outcome);

  /** Adds what it looks at. */
  void collect(SortedSet<Observable> observed);

  record Truth(boolean value) implements Proposition {
    @Override
    public boolean holds(Map<Observable, Integer> outcome) {
      return value;
    }

    @Override
    public void collect(SortedSet<Observable> observed) {}
  }

  record HasValue(Observable what, int value) implements Proposition {
    @Override
    public boolean holds(Map<Observable, Integer> outcome) {
      return outcome.get(what) == value;
    }

    @Override
    public void collect(SortedSet<Observable> observed) {
      observed.add(what);
    }
  }

  record HasValueOf(Observable what, Observable other) implements Proposition {
    @Override
    public boolean holds(Map<Observable, Integer> outcome) {
      return outcome.get(what).equals(outcome.get(other));
    }

    @Override
    public void collect(SortedSet<Observable> observed) {
      observed.add(what);
      observed.add(other);
    }
  }

  record Not(Proposition operand) implements Proposition {
    @Override
    public boolean holds(Map<Observable, Integer> outcome) {
      return !operand.holds(outcome);
    }

    @Override
    public void collect(SortedSet<Observable> observed) {
      operand.collect(observed);
    }
  }

  record And(Proposition left, Proposition right) implements Proposition {
    @Override
    public boolean holds(Map<Observable, Integer> outcome) {
      return left.holds(outcome) && right.holds(outcome);
    }

    @Override
    public void collect(SortedSet<Observable> observed) {
      left.collect(observed);
      right.collect(observed);
    }
  }

  record Or(Proposition left, Proposition right) implements Proposition {
    @Override
    public boolean holds(Map<Observable, Integer> outcome) {
      return left.holds(outcome) || right.holds(outcome);
    }

    @Override
    public void collect(SortedSet<Observable> observed) {
      left.collect(observed);
      right.collect(observed);
    }
  }
}
