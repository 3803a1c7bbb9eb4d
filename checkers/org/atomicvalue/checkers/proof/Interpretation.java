package org.atomicvalue.checkers.proof;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.atomicvalue.checkers.smt.Term;

/**
 * A small world in which terms have values: sets with few elements, functions as tables. A value is its text in TLA+, a
 * formula is a {@link Boolean}, a number a {@link Long}.
 */
public final class Interpretation {

  private final Map<String, Set<List<Object>>> sets;
  private final Map<String, Map<List<Object>, Object>> functions;

  private Interpretation(Map<String, Set<List<Object>>> sets, Map<String, Map<List<Object>, Object>> functions) {
    this.sets = sets;
    this.functions = functions;
  }

  public Interpretation() {
    this(new HashMap<>(), new HashMap<>());
  }

  /** The same and more. */
  public Interpretation copy() {
    return new Interpretation(new HashMap<>(sets), new HashMap<>(functions));
  }

  /** Both together. */
  public Interpretation with(Interpretation more) {
    Interpretation both = copy();
    both.sets.putAll(more.sets);
    both.functions.putAll(more.functions);
    return both;
  }

  /** A set by its elements, each with its parts. */
  public Interpretation set(String name, Collection<List<Object>> elements) {
    sets.put(name, Set.copyOf(elements));
    return this;
  }

  /** A function by its table; a value is a function without arguments. */
  public Interpretation function(String name, Map<List<Object>, Object> table) {
    functions.put(name, Map.copyOf(table));
    return this;
  }

  public Interpretation value(String name, Object value) {
    return function(name, Map.of(List.of(), value));
  }

  /** What the term is: a value's text in TLA+, a truth, a number. */
  public Object valueOf(Term term) {
    return evaluate(term, Map.of());
  }

  public boolean isTrue(Term term) {
    return truth(term, Map.of());
  }

  private boolean truth(Term term, Map<String, Object> variables) {
    Object value = evaluate(term, variables);
    if (value instanceof Boolean truth) {
      return truth;
    }
    throw new Refusal("a formula that the module leaves open, where TLC would complain: " + value);
  }

  private Object evaluate(Term term, Map<String, Object> variables) {
    if (term instanceof Term.Symbol symbol) {
      Object bound = variables.get(symbol.name());
      return bound != null ? bound : symbol(symbol.name());
    }
    if (term instanceof Term.Quantified quantified) {
      return quantified.all() == allOrSome(quantified, variables);
    }
    Term.Application application = (Term.Application) term;
    List<Term> parts = application.arguments();
    switch (application.function()) {
      case "and" :
        for (Term part : parts) {
          if (!truth(part, variables)) {
            return false;
          }
        }
        return true;
      case "or" :
        for (Term part : parts) {
          if (truth(part, variables)) {
            return true;
          }
        }
        return false;
      case "not" :
        return !truth(parts.get(0), variables);
      case "=>" :
        return !truth(parts.get(0), variables) || truth(parts.get(1), variables);
      case "ite" :
        return evaluate(parts.get(truth(parts.get(0), variables) ? 1 : 2), variables);
      default :
        List<Object> values = new ArrayList<>(parts.size());
        for (Term part : parts) {
          values.add(evaluate(part, variables));
        }
        return apply(application.function(), values);
    }
  }

  /** Whether all satisfy the body of "for all", or none that of "exists": then the answer is that there is no more. */
  private boolean allOrSome(Term.Quantified quantified, Map<String, Object> variables) {
    Map<String, Object> more = new HashMap<>(variables);
    for (List<Object> element : sets.get(Canonical.guard(quantified))) {
      for (int i = 0; i < element.size(); i++) {
        more.put(quantified.variables().get(i).name(), element.get(i));
      }
      if (truth(quantified.body(), more) != quantified.all()) {
        return false;
      }
    }
    return true;
  }

  private Object symbol(String name) {
    if (name.startsWith("\"")) {
      return name;
    }
    if (Character.isDigit(name.charAt(0))) {
      return Long.valueOf(name);
    }
    if (name.equals("true") || name.equals("false")) {
      return Boolean.valueOf(name);
    }
    return apply(name, List.of());
  }

  private Object apply(String function, List<Object> values) {
    Set<List<Object>> set = sets.get(function);
    if (set != null) {
      return set.contains(values);
    }
    return switch (function) {
      case "=" -> values.get(0).equals(values.get(1));
      case "<" -> (Long) values.get(0) < (Long) values.get(1);
      case "<=" -> (Long) values.get(0) <= (Long) values.get(1);
      case ">" -> (Long) values.get(0) > (Long) values.get(1);
      case ">=" -> (Long) values.get(0) >= (Long) values.get(1);
      case "+" -> (Long) values.get(0) + (Long) values.get(1);
      case "-" -> (Long) values.get(0) - (Long) values.get(1);
      case "*" -> (Long) values.get(0) * (Long) values.get(1);
      default -> {
        Object value = functions.getOrDefault(function, Map.of()).get(values);
        // Outside of its domain a function has a value that is no other, and so has what TLA+ leaves open.
        yield value != null ? value : "unspecified: " + function + values;
      }
    };
  }
}
