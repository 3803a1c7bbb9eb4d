package org.atomicvalue.checkers.proof;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.atomicvalue.checkers.smt.Term;

/** A set: what is in it, and what it means that all or some of its elements satisfy a formula. */
sealed interface SymbolicSet extends Symbolic {

  Term contains(Symbolic value);

  /** @param name for the variable, if one is needed */
  Term forAll(String name, Function<Symbolic, Term> body);

  /** The shape of its elements. */
  Shape element();

  /** A text that two sets share only if they are the same. */
  String text();

  default Term exists(String name, Function<Symbolic, Term> body) {
    return Term.not(forAll(name, x -> Term.not(body.apply(x))));
  }

  default Term subsetOf(SymbolicSet other) {
    return forAll("x", other::contains);
  }

  default Term equal(SymbolicSet other) {
    return sameText(other) ? Term.TRUE : Term.and(subsetOf(other), other.subsetOf(this));
  }

  default boolean sameText(SymbolicSet other) {
    return text().equals(other.text());
  }

  /** A set of which nothing is known but its name. */
  record Named(String name, Shape element) implements SymbolicSet {
    @Override
    public Term contains(Symbolic value) {
      if (!(value instanceof Atom) && !(value instanceof Fields)) {
        throw new Refusal(value.kind() + " as an element of " + name);
      }
      Symbolic pattern = Symbols.of(element, "x", List.of());
      if (!(pattern instanceof Atom && value instanceof Atom) && !pattern.shape().equals(value.shape())) {
        throw new Refusal("is " + value.kind() + " an element of " + name + "? Its elements are of another kind");
      }
      return Term.apply(name, Symbolic.parts(value));
    }

    @Override
    public Term forAll(String hint, Function<Symbolic, Term> body) {
      String variable = Symbols.fresh(hint);
      Symbolic value = Symbols.of(element, variable, List.of());
      return Term.forAll(
          Symbols.variables(element, variable), Term.implies(contains(value), body.apply(value)));
    }

    @Override
    public String text() {
      return name;
    }
  }

  /** {a, b, c}. */
  record Enumerated(List<Symbolic> elements) implements SymbolicSet {
    @Override
    public Term contains(Symbolic value) {
      return Term.or(elements.stream().map(each -> Symbolic.equal(value, each)).toList());
    }

    @Override
    public Term forAll(String name, Function<Symbolic, Term> body) {
      return Term.and(elements.stream().map(body).toList());
    }

    @Override
    public Shape element() {
      if (elements.isEmpty()) {
        throw new Refusal("the empty set where the shape of its elements matters");
      }
      return elements.get(0).shape();
    }

    @Override
    public String text() {
      return "{" + String.join(", ", elements.stream().map(each -> Symbolic.parts(each).toString()).toList()) + "}";
    }
  }

  record Union(SymbolicSet left, SymbolicSet right) implements SymbolicSet {
    @Override
    public Term contains(Symbolic value) {
      return Term.or(left.contains(value), right.contains(value));
    }

    @Override
    public Term forAll(String name, Function<Symbolic, Term> body) {
      return Term.and(left.forAll(name, body), right.forAll(name, body));
    }

    @Override
    public Shape element() {
      return left.element();
    }

    @Override
    public String text() {
      return "(" + left.text() + " \\union " + right.text() + ")";
    }
  }

  /** The elements of a set that satisfy a formula: intersections and differences too. */
  record Filtered(SymbolicSet all, Function<Symbolic, Term> condition, String description) implements SymbolicSet {
    @Override
    public Term contains(Symbolic value) {
      return Term.and(all.contains(value), condition.apply(value));
    }

    @Override
    public Term forAll(String name, Function<Symbolic, Term> body) {
      return all.forAll(name, x -> Term.implies(condition.apply(x), body.apply(x)));
    }

    @Override
    public Shape element() {
      return all.element();
    }

    @Override
    public String text() {
      return "(" + all.text() + " : " + description + ")";
    }
  }

  /** {e(x) : x \in S}. */
  record Image(SymbolicSet arguments, String variable, UnaryOperator<Symbolic> image, String description)
      implements
        SymbolicSet {
    @Override
    public Term contains(Symbolic value) {
      return arguments.exists(variable, x -> Symbolic.equal(value, image.apply(x)));
    }

    @Override
    public Term forAll(String name, Function<Symbolic, Term> body) {
      return arguments.forAll(variable, x -> body.apply(image.apply(x)));
    }

    @Override
    public Shape element() {
      return image.apply(Symbols.of(arguments.element(), "x", List.of())).shape();
    }

    @Override
    public String text() {
      return "{" + description + " : " + arguments.text() + "}";
    }
  }

  /** [a : A, b : B]. */
  record Records(SortedMap<String, SymbolicSet> fields) implements SymbolicSet {
    @Override
    public Term contains(Symbolic value) {
      if (!(value instanceof Fields record)) {
        throw new Refusal("is " + value.kind() + " an element of a set of records?");
      }
      if (!record.values().keySet().equals(fields.keySet())) {
        return Term.FALSE;
      }
      return Term.and(
          fields.entrySet().stream().map(each -> each.getValue().contains(record.values().get(each.getKey())))
              .toList());
    }

    @Override
    public Term forAll(String name, Function<Symbolic, Term> body) {
      return forAll(name, new ArrayList<>(fields.keySet()), new LinkedHashMap<>(), body);
    }

    private Term forAll(String name, List<String> rest, Map<String, Symbolic> chosen, Function<Symbolic, Term> body) {
      if (rest.isEmpty()) {
        return body.apply(new Fields(chosen));
      }
      String field = rest.get(0);
      return fields.get(field).forAll(name + "." + field, x -> {
        Map<String, Symbolic> more = new LinkedHashMap<>(chosen);
        more.put(field, x);
        return forAll(name, rest.subList(1, rest.size()), more, body);
      });
    }

    @Override
    public Shape element() {
      Map<String, Shape> shapes = new TreeMap<>();
      fields.forEach((field, set) -> shapes.put(field, set.element()));
      return new Shape.Fields(shapes);
    }

    @Override
    public String text() {
      return "["
          + String.join(", ", fields.entrySet().stream().map(e -> e.getKey() + " : " + e.getValue().text()).toList())
          + "]";
    }
  }

  /** [S -> T]. */
  record Functions(SymbolicSet domain, SymbolicSet range) implements SymbolicSet {
    @Override
    public Term contains(Symbolic value) {
      if (!(value instanceof Mapping mapping)) {
        throw new Refusal("is " + value.kind() + " an element of a set of functions?");
      }
      return Term.and(
          mapping.domain().equal(domain), domain.forAll("t", x -> range.contains(mapping.at().apply(x))));
    }

    @Override
    public Term forAll(String name, Function<Symbolic, Term> body) {
      throw new Refusal("a quantifier over functions");
    }

    @Override
    public Shape element() {
      return new Shape.Mapping(domain, range.element());
    }

    @Override
    public String text() {
      return "[" + domain.text() + " -> " + range.text() + "]";
    }
  }

  /** IF condition THEN yes ELSE no. */
  record Choice(Term condition, SymbolicSet yes, SymbolicSet no) implements SymbolicSet {
    @Override
    public Term contains(Symbolic value) {
      return Term.and(
          Term.implies(condition, yes.contains(value)), Term.implies(Term.not(condition), no.contains(value)));
    }

    @Override
    public Term forAll(String name, Function<Symbolic, Term> body) {
      return Term.and(
          Term.implies(condition, yes.forAll(name, body)), Term.implies(Term.not(condition), no.forAll(name, body)));
    }

    @Override
    public Shape element() {
      return yes.element();
    }

    @Override
    public String text() {
      return "(IF " + condition + " THEN " + yes.text() + " ELSE " + no.text() + ")";
    }
  }

  /** Nat, of which nothing can be enumerated. */
  record Naturals() implements SymbolicSet {
    @Override
    public Term contains(Symbolic value) {
      if (!(value instanceof Number number)) {
        throw new Refusal("is " + value.kind() + " a natural number?");
      }
      return Term.apply(">=", number.term(), Term.integer(0));
    }

    @Override
    public Term forAll(String name, Function<Symbolic, Term> body) {
      throw new Refusal("a quantifier over numbers");
    }

    @Override
    public Shape element() {
      return Shape.NUMBER;
    }

    @Override
    public String text() {
      return "Nat";
    }
  }
}
