package org.atomicvalue.checkers.proof;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.atomicvalue.checkers.smt.Term;

/**
 * One form for terms with quantifiers: what says the same is the same. A bound variable is called by its name and by
 * how deep the quantifiers inside go; all quantifiers are "for all"; several that range over one set, side by side, are
 * one.
 */
final class Canonical {

  private Canonical() {}

  /** The term in this form. */
  static Term canonical(Term term) {
    if (term instanceof Term.Application application) {
      List<Term> parts = application.arguments().stream().map(Canonical::canonical).toList();
      return application.function().equals("and") && height(term) > 0
          ? Term.and(merged(parts))
          : new Term.Application(application.function(), parts);
    }
    if (term instanceof Term.Quantified quantified) {
      Term body = canonical(quantified.body());
      int height = height(body) + 1;
      Map<String, Term> renamed = new HashMap<>();
      List<Term.Variable> variables = new ArrayList<>();
      for (Term.Variable variable : quantified.variables()) {
        String name = variable.name().replaceFirst("![0-9]+", "!" + height);
        renamed.put(variable.name(), Term.symbol(name));
        variables.add(new Term.Variable(name, variable.sort()));
      }
      Term all = new Term.Quantified(
          true, variables, (quantified.all() ? body : denied(body)).substitute(renamed));
      return quantified.all() ? all : Term.not(all);
    }
    return term;
  }

  /** Not: x is in the set, and more. That is: if it is, then not. */
  private static Term denied(Term body) {
    if (body instanceof Term.Application both && both.function().equals("and")) {
      List<Term> parts = both.arguments();
      return Term.implies(parts.get(0), Term.not(Term.and(parts.subList(1, parts.size()))));
    }
    return Term.not(body);
  }

  /** For all x in S: a, and for all x in S: b. That is: for all x in S: a and b. */
  private static List<Term> merged(List<Term> parts) {
    List<Term> rest = new ArrayList<>();
    Map<String, List<Term.Quantified>> bySet = new LinkedHashMap<>();
    for (Term part : parts) {
      if (part instanceof Term.Quantified quantified) {
        bySet.computeIfAbsent(guard(quantified), key -> new ArrayList<>()).add(quantified);
      } else {
        rest.add(part);
      }
    }
    bySet.values().forEach(same -> rest.add(same.size() == 1 ? same.get(0) : merged(same.get(0), same)));
    return rest;
  }

  private static Term merged(Term.Quantified first, List<Term.Quantified> same) {
    // Names that no quantifier inside binds, until the whole is made canonical.
    List<Term.Variable> variables = first.variables().stream()
        .map(each -> new Term.Variable(each.name().replaceFirst("![0-9]+", "!0"), each.sort())).toList();
    List<Term> values = variables.stream().map(Term.Variable::term).toList();
    List<Term> claims = new ArrayList<>();
    for (Term.Quantified each : same) {
      Term.Application body = (Term.Application) substituted(each, values);
      claims.add(body.function().equals("not") ? Term.FALSE : body.arguments().get(1));
    }
    Term guard = ((Term.Application) substituted(first, values)).arguments().get(0);
    return canonical(new Term.Quantified(true, variables, Term.apply("=>", guard, Term.and(claims))));
  }

  /** The body of a quantifier with values for its variables. */
  static Term substituted(Term.Quantified quantified, List<Term> values) {
    Map<String, Term> replacements = new HashMap<>();
    for (int i = 0; i < values.size(); i++) {
      replacements.put(quantified.variables().get(i).name(), values.get(i));
    }
    return quantified.body().substitute(replacements);
  }

  private static int height(Term term) {
    if (term instanceof Term.Application application) {
      return application.arguments().stream().mapToInt(Canonical::height).max().orElse(0);
    }
    return term instanceof Term.Quantified quantified ? height(quantified.body()) + 1 : 0;
  }

  /** Over which set it ranges: the body says that the variables are in it, first of all. */
  static String guard(Term.Quantified quantified) {
    if (quantified.body() instanceof Term.Application body && Set.of("=>", "not").contains(body.function())
        && body.arguments().get(0) instanceof Term.Application member
        && member.arguments().equals(quantified.variables().stream().map(Term.Variable::term).toList())) {
      return member.function();
    }
    throw new Refusal("a quantifier that does not range over a set: " + quantified);
  }
}
