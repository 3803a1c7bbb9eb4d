package org.atomicvalue.checkers.correspondence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.atomicvalue.checkers.proof.Formula;
import org.atomicvalue.checkers.proof.Obligation;
import org.atomicvalue.checkers.proof.Specification;
import org.atomicvalue.checkers.smt.Answer;
import org.atomicvalue.checkers.smt.Solver;
import org.atomicvalue.checkers.smt.Term;

/**
 * Puts questions to solvers. A claim holds if all of them say so; the first one alone finds the way. What has been
 * answered is not asked again: two classes that differ in one step ask about that one.
 */
public final class Questions {

  private static final Pattern STRING = Pattern.compile("\\(declare-fun \\|\"([^\"]*)\"\\|");

  private final Specification specification;
  private final List<Solver> solvers;
  private final Map<Set<Term>, Boolean> impossible = new HashMap<>();
  private final Map<Set<Term>, Optional<String>> strings = new HashMap<>();
  private final Set<Set<Term>> proved = new HashSet<>();

  public Questions(Specification specification, List<Solver> solvers) {
    this.specification = specification;
    this.solvers = List.copyOf(solvers);
  }

  /** Whether the terms cannot all be true, by the first solver. */
  boolean isImpossible(List<Term> terms) {
    return impossible.computeIfAbsent(Set.copyOf(terms), key -> solvers.get(0)
        .check(question("is it possible?", terms).script()) instanceof Answer.Unsatisfiable);
  }

  /** The string that a term is equal to in some example in which the others are true; null if there is none. */
  String stringValue(List<Term> terms, Term term) {
    return strings.computeIfAbsent(Set.copyOf(terms),
        key -> example(terms, List.of(term)).map(example -> example.stringAt(term))).orElse(null);
  }

  /** Values that make the terms true. */
  Optional<Example> example(List<Term> terms, List<Term> more) {
    Obligation.Question question = question("an example", terms);
    Set<Term> parts = new LinkedHashSet<>(more);
    terms.forEach(term -> parts(term, parts));
    STRING.matcher(question.script().text()).results()
        .forEach(string -> parts.add(Meaning.string(string.group(1))));
    parts.removeIf(part -> !isDeclared(question, part));
    List<Term> asked = new ArrayList<>(parts);
    return solvers.get(0).check(question.script(), asked) instanceof Answer.Satisfiable answer
        ? Optional.of(new Example(answer.values()))
        : Optional.empty();
  }

  private static boolean isDeclared(Obligation.Question question, Term part) {
    String text = question.script().text();
    Set<String> symbols = new TreeSet<>();
    symbols(part, symbols);
    return symbols.stream().allMatch(symbol -> text.contains("(declare-fun " + Term.symbol(symbol) + " "));
  }

  /** The ground applications and constants in there. */
  private static void parts(Term term, Set<Term> parts) {
    if (term instanceof Term.Symbol && !term.equals(Term.TRUE) && !term.equals(Term.FALSE)) {
      parts.add(term);
    } else if (term instanceof Term.Application application) {
      if (!CONNECTIVES.contains(application.function())) {
        parts.add(term);
      }
      application.arguments().forEach(argument -> parts(argument, parts));
    }
  }

  private static final Set<String> CONNECTIVES = Set.of("and", "or", "not", "=>", "=", "ite", "distinct");

  /** An example that refutes the claim, or nothing if all solvers say that there is none. */
  Optional<Example> prove(Claim claim) {
    List<Term> terms = new ArrayList<>(claim.hypotheses());
    terms.add(Term.not(claim.conclusion()));
    Set<Term> key = Set.copyOf(terms);
    if (proved.contains(key)) {
      return Optional.empty();
    }
    Obligation.Question question = question(claim.name(), terms);
    for (Solver solver : solvers) {
      Answer answer = solver.check(question.script());
      if (answer instanceof Answer.Satisfiable) {
        return Optional.of(example(terms, List.of()).orElseThrow(
            () -> new IllegalStateException("the solvers do not agree about " + claim.name())));
      } else if (answer instanceof Answer.Unknown unknown) {
        throw new IllegalStateException(
            solver.name() + " does not decide \"" + claim.name() + "\": " + unknown.reason());
      }
    }
    proved.add(key);
    return Optional.empty();
  }

  private Obligation.Question question(String name, List<Term> terms) {
    List<Formula> formulas = new ArrayList<>();
    Set<String> symbols = new TreeSet<>();
    for (Term term : terms) {
      formulas.add(new Formula("part " + (formulas.size() + 1), "", "", term));
      symbols(term, symbols);
    }
    Map<String, List<String>> signatures = new HashMap<>(Meaning.SIGNATURES);
    for (String symbol : symbols) {
      if (symbol.startsWith("?")) {
        signatures.put(symbol, List.of("Bool"));
      } else if (symbol.matches("(class|constant|argument|any|loader) .*|thrown")) {
        signatures.put(symbol, List.of(Meaning.VALUE));
      }
    }
    return Obligation.Question.of(specification, signatures, name, formulas);
  }

  private static void symbols(Term term, Set<String> symbols) {
    if (term instanceof Term.Symbol symbol) {
      symbols.add(symbol.name());
    } else if (term instanceof Term.Application application) {
      symbols.add(application.function());
      application.arguments().forEach(argument -> symbols(argument, symbols));
    } else {
      symbols(((Term.Quantified) term).body(), symbols);
    }
  }
}
