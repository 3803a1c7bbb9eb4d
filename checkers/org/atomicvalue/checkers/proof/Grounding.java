package org.atomicvalue.checkers.proof;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.atomicvalue.checkers.smt.Term;

/**
 * Frees formulas of quantifiers, so that solvers have nothing to guess.
 *
 * <p>What exists gets a name. What holds for all elements of a set is said of those that the formulas themselves speak
 * of: wherever they ask whether something is in that set. That is sound: of what is assumed, less is said. A claim that
 * is refuted for want of an instance would be a failure, never a pass. Instances that call for new names are taken only
 * at what has been named without any instance, and for another formula: there the naming ends.
 */
final class Grounding {

  /** More rounds than any formula has needed. What is missing after them is missing: that is sound. */
  private static final int ROUNDS = 8;

  private static final Set<String> CONNECTIVES = Set.of("=", "not", "and", "or", "=>", "ite");

  /** The names given to what exists, with their sorts. */
  private final Map<String, String> named = new LinkedHashMap<>();
  private final Map<String, List<Term>> witnesses = new HashMap<>();
  private final Map<Term, Term> conditions = new LinkedHashMap<>();
  private final Set<String> late = new HashSet<>();
  private final Map<String, String> origins = new HashMap<>();
  private final Map<String, Set<List<Term>>> members = new TreeMap<>();

  /** The formulas, which are canonical, without quantifiers, in the same order; then what has to be said for them. */
  List<Term> ground(List<Term> formulas) {
    List<Term> result = List.of();
    for (int round = 0; round < ROUNDS; round++) {
      List<Term> grounded = new ArrayList<>();
      for (int i = 0; i < formulas.size(); i++) {
        grounded.add(expand(formulas.get(i), true, false, "" + i));
      }
      // Conditions may turn up while those before are being defined.
      for (int i = 0; i < conditions.size(); i++) {
        Map.Entry<Term, Term> condition = new ArrayList<>(conditions.entrySet()).get(i);
        Term name = condition.getValue();
        grounded.add(Term.and(
            expand(Term.or(Term.not(name), condition.getKey()), true, false, name + "+"),
            expand(Term.or(name, Term.not(condition.getKey())), true, false, name + "-")));
      }
      result = grounded;
      boolean more = false;
      for (Term term : grounded) {
        more |= findMembers(term);
      }
      if (!more) {
        break;
      }
    }
    return result;
  }

  /** The names given to what exists, with their sorts. */
  Map<String, String> named() {
    return named;
  }

  /** Of each set the terms of which the formulas ask whether they are in it. */
  Map<String, Set<List<Term>>> members() {
    return members;
  }

  // ---- instances and names

  /**
   * @param positive whether the term is claimed, or else denied
   * @param late whether this is an instance that may give names
   * @param path where this stands. Alternatives share one: where one or the other exists, one name is enough
   */
  private Term expand(Term term, boolean positive, boolean late, String path) {
    if (!term.isQuantified()) {
      return positive ? term : Term.not(term);
    }
    if (term instanceof Term.Quantified quantified) {
      if (positive) {
        return instances(quantified, late, path);
      }
      return expand(instance(quantified, witnesses(quantified, late, path)), false, late, path + "/");
    }
    Term.Application application = (Term.Application) term;
    List<Term> parts = application.arguments();
    return switch (application.function()) {
      case "not" -> expand(parts.get(0), !positive, late, path);
      case "and", "or" -> {
        boolean all = application.function().equals("and") == positive;
        List<Term> expanded = new ArrayList<>();
        for (Term part : parts) {
          expanded.add(expand(part, positive, late, all ? path + "." + expanded.size() : path));
        }
        yield all ? Term.and(expanded) : Term.or(expanded);
      }
      case "=>" -> {
        Term condition = expand(parts.get(0), !positive, late, positive ? path : path + ".0");
        Term conclusion = expand(parts.get(1), positive, late, positive ? path : path + ".1");
        yield positive ? Term.or(condition, conclusion) : Term.and(condition, conclusion);
      }
      default -> {
        Term atom = withNamedConditions(application);
        yield positive ? atom : Term.not(atom);
      }
    };
  }

  private Term instances(Term.Quantified quantified, boolean late, String path) {
    boolean naming = names(quantified.body(), true, quantified.variables());
    List<Term> instances = new ArrayList<>();
    for (List<Term> tuple : List.copyOf(members.getOrDefault(Canonical.guard(quantified), Set.of()))) {
      if (!naming || tuple.stream().noneMatch(each -> isExcluded(each, path))) {
        instances.add(expand(instance(quantified, tuple), true, late || naming, path + tuple));
      }
    }
    return Term.and(instances);
  }

  private static Term instance(Term.Quantified quantified, List<Term> values) {
    return simplified(Canonical.substituted(quantified, values));
  }

  /** Whether something in there exists that depends on one of the variables. */
  private boolean names(Term term, boolean positive, List<Term.Variable> variables) {
    if (!term.isQuantified()) {
      return false;
    }
    if (term instanceof Term.Quantified quantified) {
      return !positive && speaksOf(quantified, variables)
          || names(quantified.body(), positive, variables);
    }
    Term.Application application = (Term.Application) term;
    List<Term> parts = application.arguments();
    return switch (application.function()) {
      case "not" -> names(parts.get(0), !positive, variables);
      case "and", "or" -> parts.stream().anyMatch(each -> names(each, positive, variables));
      case "=>" -> names(parts.get(0), !positive, variables) || names(parts.get(1), positive, variables);
      // The condition of a value counts both ways.
      default -> speaksOf(term, variables);
    };
  }

  private static boolean speaksOf(Term term, List<Term.Variable> variables) {
    if (term instanceof Term.Symbol symbol) {
      return variables.stream().anyMatch(each -> each.name().equals(symbol.name()));
    }
    return term instanceof Term.Application application
        ? application.arguments().stream().anyMatch(each -> speaksOf(each, variables))
        : speaksOf(((Term.Quantified) term).body(), variables);
  }

  /** Named in an instance, or for the same formula. */
  private boolean isExcluded(Term term, String path) {
    return term instanceof Term.Symbol symbol
        ? late.contains(symbol.name()) || formula(path).equals(origins.get(symbol.name()))
        : ((Term.Application) term).arguments().stream().anyMatch(each -> isExcluded(each, path));
  }

  /** To which of the formulas a place belongs. */
  private static String formula(String path) {
    return path.split("[^0-9]", 2)[0];
  }

  private List<Term> witnesses(Term.Quantified quantified, boolean isLate, String path) {
    // One name for what is said twice; or, in instances, for all alternatives in one place, which are many.
    String place = isLate
        ? path + " " + quantified.variables().get(0).name().replaceFirst("![0-9]+", "") + Canonical.guard(quantified)
        : quantified.toString();
    return witnesses.computeIfAbsent(place, key -> {
      List<Term> terms = new ArrayList<>();
      String suffix = "";
      for (int i = 2; isTaken(quantified, suffix); i++) {
        suffix = "_" + i;
      }
      for (Term.Variable variable : quantified.variables()) {
        String name = name(variable, suffix);
        named.put(name, variable.sort());
        origins.put(name, formula(path));
        if (isLate) {
          late.add(name);
        }
        terms.add(Term.symbol(name));
      }
      return terms;
    });
  }

  private boolean isTaken(Term.Quantified quantified, String suffix) {
    return quantified.variables().stream().anyMatch(each -> named.containsKey(name(each, suffix)));
  }

  /** The name of the bound variable, which nothing else has: {@code some t}, {@code some t_2}, {@code some c.op}. */
  private static String name(Term.Variable variable, String suffix) {
    return "some " + variable.name().replaceFirst("![0-9]+", suffix);
  }

  // ---- conditions of values

  /** With a name in place of each condition, of a value in there, that has quantifiers. */
  private Term withNamedConditions(Term term) {
    if (!term.isQuantified()) {
      return term;
    }
    Term.Application application = (Term.Application) term;
    List<Term> parts = new ArrayList<>(application.arguments());
    if (application.function().equals("ite") && parts.get(0).isQuantified()) {
      Term condition = parts.get(0);
      parts.set(0, conditions.computeIfAbsent(condition, key -> {
        String name = "condition " + (conditions.size() + 1);
        named.put(name, "Bool");
        return Term.symbol(name);
      }));
    }
    return new Term.Application(application.function(), parts.stream().map(this::withNamedConditions).toList());
  }

  // ---- terms

  /** What instances make plain: {@code (= t t)}. */
  private static Term simplified(Term term) {
    if (term instanceof Term.Application application) {
      List<Term> parts = new ArrayList<>(application.arguments().size());
      for (Term argument : application.arguments()) {
        parts.add(simplified(argument));
      }
      return switch (application.function()) {
        case "=" -> Term.equal(parts.get(0), parts.get(1));
        case "not" -> Term.not(parts.get(0));
        case "and" -> Term.and(parts);
        case "or" -> Term.or(parts);
        case "ite" -> Term.ifThenElse(parts.get(0), parts.get(1), parts.get(2));
        case "=>" -> isGuard(parts.get(0)) ? Term.apply("=>", parts) : Term.implies(parts.get(0), parts.get(1));
        default -> new Term.Application(application.function(), parts);
      };
    }
    return term instanceof Term.Quantified quantified
        ? new Term.Quantified(true, quantified.variables(), simplified(quantified.body()))
        : term;
  }

  /** The guard of a quantifier has to stay. */
  private static boolean isGuard(Term term) {
    return term instanceof Term.Application application
        && !CONNECTIVES.contains(application.function());
  }

  private boolean findMembers(Term term) {
    boolean more = false;
    if (term instanceof Term.Application application) {
      if (isGuard(term)) {
        more = members.computeIfAbsent(application.function(), key -> new LinkedHashSet<>())
            .add(application.arguments());
      }
      for (Term argument : application.arguments()) {
        more |= findMembers(argument);
      }
    }
    return more;
  }
}
