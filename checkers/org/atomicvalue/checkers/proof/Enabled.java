package org.atomicvalue.checkers.proof;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.atomicvalue.checkers.smt.Term;

/**
 * When an action can be taken: ENABLED. As TLC does it, each primed variable is what it is first said to be equal to;
 * what is said of it after that is a condition. An action that says something else of primed variables is refused.
 */
final class Enabled {

  /**
   * One way through the action: its conditions, what the primed variables are, and which must differ from something.
   */
  private record Way(List<Term> conditions, Map<String, Term> next, Set<String> different) {

    Way with(Term condition) {
      List<Term> more = new ArrayList<>(conditions);
      more.add(condition);
      return new Way(more, next, different);
    }

    Way with(String variable, Term value) {
      Map<String, Term> more = new HashMap<>(next);
      more.put(variable, value);
      return new Way(conditions, more, different);
    }

    Way withOther(String variable) {
      Set<String> more = new HashSet<>(different);
      more.add(variable);
      return new Way(conditions, next, more);
    }
  }

  private Enabled() {}

  /** A formula about the state before the action. */
  static Term of(Action action) {
    List<Way> ways = ways(List.of(new Way(List.of(), Map.of(), Set.of())), action.formula(), true, action);
    return Term.or(ways.stream().map(way -> Term.and(way.conditions)).toList());
  }

  private static List<Way> ways(List<Way> before, Term term, boolean positive, Action action) {
    if (!isPrimed(term)) {
      return before.stream().map(way -> way.with(positive ? term : Term.not(term))).toList();
    }
    if (term instanceof Term.Application application) {
      List<Term> parts = application.arguments();
      switch (application.function()) {
        case "and" :
          if (positive) {
            List<Way> ways = before;
            for (Term part : parts) {
              ways = ways(ways, part, true, action);
            }
            return ways;
          }
          break;
        case "or" :
          if (positive) {
            List<Way> ways = new ArrayList<>();
            parts.forEach(part -> ways.addAll(ways(before, part, true, action)));
            return ways;
          }
          break;
        case "=>" :
          if (positive) {
            List<Way> ways = new ArrayList<>(ways(before, parts.get(0), false, action));
            ways.addAll(ways(ways(before, parts.get(0), true, action), parts.get(1), true, action));
            return ways;
          }
          break;
        case "not" :
          return ways(before, parts.get(0), !positive, action);
        case "=" :
          if (parts.get(0) instanceof Term.Symbol variable && !isPrimed(parts.get(1))) {
            return before.stream().map(way -> positive
                ? assigned(way, variable.name(), parts.get(1), action)
                : different(way, variable.name(), action)).toList();
          }
          break;
        default :
          break;
      }
    }
    if (term instanceof Term.Quantified quantified && positive) {
      return before.stream().map(way -> assigned(way, quantified, action)).toList();
    }
    throw new Refusal("what " + action.name() + " (" + action.place() + ") says of the next state: " + term);
  }

  /** Some other value there always is; but what else is said of the variable had to be weighed against that. */
  private static Way different(Way way, String variable, Action action) {
    if (way.next.containsKey(variable) || way.different.contains(variable)) {
      throw new Refusal("what " + action.name() + " (" + action.place() + ") says more than once of " + variable);
    }
    return way.withOther(variable);
  }

  private static Way assigned(Way way, String variable, Term value, Action action) {
    Term known = way.next.get(variable);
    if (way.different.contains(variable)) {
      throw new Refusal("what " + action.name() + " (" + action.place() + ") says more than once of " + variable);
    }
    return known == null ? way.with(variable, value) : way.with(Term.equal(known, value));
  }

  /** For all x in the set: f'(x) = e, perhaps of several functions at once. */
  private static Way assigned(Way way, Term.Quantified quantified, Action action) {
    Term conclusion = ((Term.Application) quantified.body()).arguments().get(1);
    List<Term> equations = conclusion instanceof Term.Application all && all.function().equals("and")
        ? all.arguments()
        : List.of(conclusion);
    Way result = way;
    for (Term each : equations) {
      if (!(each instanceof Term.Application equation && equation.function().equals("=")
          && equation.arguments().get(0) instanceof Term.Application function && isPrimed(function)
          && !isPrimed(equation.arguments().get(1)))) {
        throw new Refusal("what " + action.name() + " (" + action.place() + ") says of the next state: " + each);
      }
      Term value = new Term.Quantified(true, quantified.variables(), Term.apply("=>",
          ((Term.Application) quantified.body()).arguments().get(0), equation.arguments().get(1)));
      Term known = result.next.get(function.function());
      result = known == null
          ? result.with(function.function(), value)
          : result.with(same((Term.Quantified) known, (Term.Quantified) value));
    }
    return result;
  }

  /** Two functions that are kept as "for all x: x in the set => its value" are the same. */
  private static Term same(Term.Quantified one, Term.Quantified other) {
    List<Term> variables = one.variables().stream().map(Term.Variable::term).toList();
    Term.Application first = (Term.Application) one.body();
    Term.Application second = (Term.Application) Canonical.substituted(other, variables);
    return Canonical.canonical(new Term.Quantified(true, one.variables(), Term.apply("=>",
        first.arguments().get(0), Term.equal(first.arguments().get(1), second.arguments().get(1)))));
  }

  private static boolean isPrimed(Term term) {
    if (term instanceof Term.Symbol symbol) {
      return symbol.name().endsWith("'");
    }
    return term instanceof Term.Application application
        ? application.function().endsWith("'") || application.arguments().stream().anyMatch(Enabled::isPrimed)
        : isPrimed(((Term.Quantified) term).body());
  }
}
