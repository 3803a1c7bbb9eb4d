package org.atomicvalue.checkers.smt;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Decides scripts, each by itself: nothing is remembered from one to the next. Seeds are fixed, so that the same
 * script gets the same answer. A solver may be used by several threads at once. Anything but an answer to the question,
 * such as an error in the script, is an {@link IllegalStateException} with the solver's words.
 */
public abstract class Solver {

  static final int SEED = 0;

  private final String name;
  private final Duration limit;

  Solver(String name, Duration limit) {
    this.name = name;
    this.limit = limit;
  }

  /** Its name and version. */
  public final String name() {
    return name;
  }

  public static Solver z3(Duration limit) {
    return new Z3(limit);
  }

  public static Solver smtInterpol(Duration limit) {
    return new SmtInterpol(limit);
  }

  /** Both, of independent make: a claim holds only if both say so. */
  public static List<Solver> both(Duration limit) {
    return List.of(z3(limit), smtInterpol(limit));
  }

  /** Is it satisfiable? */
  public final Answer check(Script script) {
    return check(script, List.of(), false);
  }

  /** Is it, and if so, which values do these terms have? */
  public final Answer check(Script script, List<Term> values) {
    return check(script, values, false);
  }

  /** Is it, and if not, which of its named assertions are to blame? */
  public final Answer checkWithCore(Script script) {
    return check(script, List.of(), true);
  }

  private Answer check(Script script, List<Term> terms, boolean core) {
    try (Session session = open()) {
      session.run("(set-option :produce-models true)\n(set-option :produce-unsat-cores " + core + ")\n"
          + "(set-option :timeout " + limit.toMillis() + ")\n(set-option :random-seed " + SEED + ")\n"
          + "(set-logic " + script.logic() + ")\n" + script.body());
      String verdict = session.run("(check-sat)").strip();
      return switch (verdict) {
        case "sat" -> new Answer.Satisfiable(values(session, terms));
        case "unsat" -> new Answer.Unsatisfiable(core ? core(session.run("(get-unsat-core)")) : List.of());
        case "unknown", "timeout" -> new Answer.Unknown(reason(session.run("(get-info :reason-unknown)")));
        default -> throw new IllegalStateException(name + " answers " + verdict + " to:\n" + script);
      };
    }
  }

  private static Map<Term, Term> values(Session session, List<Term> terms) {
    Map<Term, Term> values = new LinkedHashMap<>();
    if (!terms.isEmpty()) {
      String request = "(get-value (" + String.join(" ", terms.stream().map(Term::toString).toList()) + "))";
      // The answer is a list of pairs, in the order asked; a wrapper keeps a pair from being read as an application.
      List<Term> pairs = ((Term.Application) Term.parse("(pairs " + session.run(request).strip().substring(1)))
          .arguments();
      for (int i = 0; i < terms.size(); i++) {
        values.put(terms.get(i), ((Term.Application) pairs.get(i)).arguments().get(0));
      }
    }
    return values;
  }

  private static List<String> core(String answer) {
    String names = answer.strip();
    return new SExpressions(names.substring(1, names.length() - 1)).all().stream()
        .map(each -> ((Term.Symbol) each).name())
        .toList();
  }

  private static String reason(String info) {
    return info.strip().replaceFirst("^\\(:reason-unknown ", "").replaceFirst("\\)$", "");
  }

  abstract Session open();

  /** One conversation in SMT-LIB. */
  interface Session extends AutoCloseable {

    /** Hands commands to the solver, gives back what it prints, and throws if that is an error. */
    String run(String commands);

    @Override
    void close();
  }
}
