package org.atomicvalue.checkers.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.atomicvalue.checkers.smt.Term;

/**
 * What an expression of TLA+ means. Values are terms; records, functions and tuples are taken apart, so that equality
 * of terms is all that a solver has to know.
 */
sealed interface Symbolic permits Symbolic.Atom, Symbolic.Truth, Symbolic.Number, Symbolic.Fields, Symbolic.Mapping,
    Symbolic.Tuple, SymbolicSet {

  /** A value of which nothing is known but what it is equal to. */
  record Atom(Term term) implements Symbolic {}

  record Truth(Term term) implements Symbolic {}

  record Number(Term term) implements Symbolic {}

  record Fields(SortedMap<String, Symbolic> values) implements Symbolic {
    Fields(Map<String, Symbolic> values) {
      this(new TreeMap<>(values));
    }
  }

  record Mapping(SymbolicSet domain, UnaryOperator<Symbolic> at) implements Symbolic {}

  record Tuple(List<Symbolic> elements) implements Symbolic {}

  /** In words, for messages. */
  default String kind() {
    if (this instanceof Atom) {
      return "a value";
    } else if (this instanceof Truth) {
      return "TRUE or FALSE";
    } else if (this instanceof Number) {
      return "a number";
    } else if (this instanceof Fields) {
      return "a record";
    } else if (this instanceof Mapping) {
      return "a function";
    }
    return this instanceof Tuple ? "a tuple" : "a set";
  }

  /** Two values are the same. */
  static Term equal(Symbolic left, Symbolic right) {
    if (left instanceof Atom a && right instanceof Atom b) {
      return Term.equal(a.term, b.term);
    } else if (left instanceof Number a && right instanceof Number b) {
      return Term.equal(a.term, b.term);
    } else if (left instanceof Truth a && right instanceof Truth b) {
      return Term.and(Term.implies(a.term, b.term), Term.implies(b.term, a.term));
    } else if (left instanceof Fields a && right instanceof Fields b) {
      if (!a.values.keySet().equals(b.values.keySet())) {
        return Term.FALSE;
      }
      return Term.and(a.values.keySet().stream().map(key -> equal(a.values.get(key), b.values.get(key))).toList());
    } else if (left instanceof Mapping a && right instanceof Mapping b) {
      return Term.and(
          a.domain.equal(b.domain), a.domain.forAll("x", x -> equal(a.at.apply(x), b.at.apply(x))));
    } else if (left instanceof Tuple a && right instanceof Tuple b) {
      if (a.elements.size() != b.elements.size()) {
        return Term.FALSE;
      }
      List<Term> parts = new ArrayList<>();
      for (int i = 0; i < a.elements.size(); i++) {
        parts.add(equal(a.elements.get(i), b.elements.get(i)));
      }
      return Term.and(parts);
    } else if (left instanceof SymbolicSet a && right instanceof SymbolicSet b) {
      return a.equal(b);
    }
    throw new Refusal("is " + left.kind() + " the same as " + right.kind() + "? TLC does not know either");
  }

  static Symbolic ifThenElse(Term condition, Symbolic yes, Symbolic no) {
    if (condition.equals(Term.TRUE)) {
      return yes;
    } else if (condition.equals(Term.FALSE)) {
      return no;
    } else if (yes instanceof Atom a && no instanceof Atom b) {
      return new Atom(Term.ifThenElse(condition, a.term, b.term));
    } else if (yes instanceof Number a && no instanceof Number b) {
      return new Number(Term.ifThenElse(condition, a.term, b.term));
    } else if (yes instanceof Truth a && no instanceof Truth b) {
      return new Truth(Term.and(Term.implies(condition, a.term), Term.implies(Term.not(condition), b.term)));
    } else if (yes instanceof Fields a && no instanceof Fields b && a.values.keySet().equals(b.values.keySet())) {
      Map<String, Symbolic> values = new TreeMap<>();
      a.values.forEach((key, value) -> values.put(key, ifThenElse(condition, value, b.values.get(key))));
      return new Fields(values);
    } else if (yes instanceof Mapping a && no instanceof Mapping b && a.domain.sameText(b.domain)) {
      return new Mapping(a.domain, x -> ifThenElse(condition, a.at.apply(x), b.at.apply(x)));
    } else if (yes instanceof SymbolicSet a && no instanceof SymbolicSet b) {
      return new SymbolicSet.Choice(condition, a, b);
    }
    throw new Refusal("a choice between " + yes.kind() + " and " + no.kind());
  }

  /** The shape of this. */
  default Shape shape() {
    if (this instanceof Atom) {
      return Shape.VALUE;
    } else if (this instanceof Truth) {
      return Shape.TRUTH;
    } else if (this instanceof Number) {
      return Shape.NUMBER;
    } else if (this instanceof Fields fields) {
      Map<String, Shape> shapes = new TreeMap<>();
      fields.values.forEach((key, value) -> shapes.put(key, value.shape()));
      return new Shape.Fields(shapes);
    } else if (this instanceof SymbolicSet set) {
      return new Shape.Collection(set.element());
    }
    throw new Refusal(kind() + " as a part of a constant or variable");
  }

  /** The parts that are terms, in the order of the fields' names. */
  static List<Term> parts(Symbolic value) {
    if (value instanceof Atom atom) {
      return List.of(atom.term);
    } else if (value instanceof Truth truth) {
      return List.of(truth.term);
    } else if (value instanceof Number number) {
      return List.of(number.term);
    } else if (value instanceof Fields fields) {
      return fields.values.values().stream().flatMap(each -> parts(each).stream()).toList();
    }
    throw new Refusal(value.kind() + " as an argument or an element");
  }
}
