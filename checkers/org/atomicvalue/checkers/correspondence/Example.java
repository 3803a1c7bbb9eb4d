package org.atomicvalue.checkers.correspondence;

import java.util.LinkedHashMap;
import java.util.Map;
import org.atomicvalue.checkers.smt.Term;

/** What a solver has found: the values of terms. */
final class Example {

  private final Map<Term, Term> values;
  private final Map<Term, String> names = new LinkedHashMap<>();

  Example(Map<Term, Term> values) {
    this.values = values;
    // Names of its own that everything goes by, those of the specification first.
    for (String name : new String[] {"Null", "Claimed", "Declared"}) {
      Term value = values.get(Term.symbol(name));
      if (value != null) {
        names.putIfAbsent(value, name);
      }
    }
    values.forEach((term, value) -> {
      if (term instanceof Term.Symbol symbol
          && (symbol.name().startsWith("\"") || symbol.name().startsWith("class ") || symbol.name().equals("this"))) {
        names.putIfAbsent(value, symbol.name().replaceFirst("^class ", ""));
      }
    });
  }

  /** The string of the specification that the term is equal to, or null. */
  String stringAt(Term term) {
    Term value = values.get(term);
    for (Map.Entry<Term, Term> entry : values.entrySet()) {
      if (entry.getKey() instanceof Term.Symbol symbol && symbol.name().startsWith("\"")
          && entry.getValue().equals(value)) {
        return symbol.name().substring(1, symbol.name().length() - 1);
      }
    }
    return null;
  }

  /** The name of the value of a term, such as {@code v1}; null if the term has none here. */
  String at(Term term) {
    Term value = values.get(term);
    if (value == null) {
      return null;
    }
    if (value.equals(Term.TRUE) || value.equals(Term.FALSE)) {
      return value.toString();
    }
    return names.computeIfAbsent(value, key -> {
      boolean isClass = term instanceof Term.Application application
          && (application.function().equals("classOf") || application.function().equals("TypeOf"));
      String letter = isClass ? "C" : "v";
      return letter + (names.values().stream().filter(name -> name.matches(letter + "[0-9]+")).count() + 1);
    });
  }

  /** Whether a formula is true in this example, as far as it says. */
  boolean isTrue(Term term) {
    Boolean truth = truth(term);
    return truth != null && truth;
  }

  private Boolean truth(Term term) {
    Term value = values.get(term);
    if (value != null) {
      return value.equals(Term.TRUE);
    }
    if (term.equals(Term.TRUE) || term.equals(Term.FALSE)) {
      return term.equals(Term.TRUE);
    }
    if (term instanceof Term.Application application) {
      switch (application.function()) {
        case "and" -> {
          return application.arguments().stream().allMatch(this::isTrue);
        }
        case "or" -> {
          return application.arguments().stream().anyMatch(this::isTrue);
        }
        case "not" -> {
          Boolean inner = truth(application.arguments().get(0));
          return inner == null ? null : Boolean.valueOf(!inner);
        }
        case "=" -> {
          Term left = values.get(application.arguments().get(0));
          Term right = values.get(application.arguments().get(1));
          return left == null || right == null ? null : Boolean.valueOf(left.equals(right));
        }
        default -> {
          return null;
        }
      }
    }
    return null;
  }

  Map<Term, Term> values() {
    return values;
  }
}
