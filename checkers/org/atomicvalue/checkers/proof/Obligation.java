package org.atomicvalue.checkers.proof;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.atomicvalue.checkers.smt.Script;
import org.atomicvalue.checkers.smt.Term;

/**
 * One claim: whatever satisfies the hypotheses satisfies the goal.
 *
 * @param property what it is a part of, such as {@code Inv}
 * @param step the action, or {@code Init}; empty for a claim about states
 * @param conjunct which part of the property
 * @param hypotheses what is assumed, besides the assumptions of the module
 * @param goal what follows
 */
public record Obligation(
    Specification specification, String property, String step, String conjunct, List<Formula> hypotheses,
    Formula goal) {

  /** What this obligation is called, here and as a file: {@code AtomicValue/Inv.ClaimType.TypeOK-1}. */
  public String name() {
    return specification.name() + "/" + property + (step.isEmpty() ? "" : "." + step)
        + (conjunct.equals(property) ? "" : "." + conjunct.replace('#', '-'));
  }

  /** What the action is an action of. */
  List<Term> parameters() {
    return specification.actions("Next").stream()
        .filter(action -> action.name().equals(step))
        .findFirst()
        .map(Action::parameters)
        .orElse(List.of());
  }

  /** The claim in words. */
  String claim(Function<String, String> code) {
    String action = hypotheses.get(hypotheses.size() - 1).place();
    String line = code.apply(step);
    String where = "(" + action + (line.isEmpty() ? "" : ", " + line) + ")";
    String goalText = conjunct + ": " + goal.text() + " (" + goal.place() + ")";
    if (step.isEmpty()) {
      return "Every state of Inv must satisfy " + goalText;
    }
    if (step.equals("Init")) {
      return "Every first state " + where + " must satisfy " + goalText;
    }
    return property.equals("Inv")
        ? "From every state of Inv the step " + step + " " + where + " must lead to one of " + goalText
        : "Every step " + step + " " + where + " from a state of Inv must be one of " + goalText;
  }

  /** What to do about it. */
  String advice() {
    return step.isEmpty() || step.equals("Init")
        ? ""
        : "  If no behaviour can reach the first of these states, Inv has to say why: add a conjunct that excludes it.\n"
            + "  Else " + step + " is wrong, or " + property + " asks for too much.\n";
  }

  /** The question whose answer must be no: can the hypotheses hold and the goal not? */
  public Question question() {
    List<Formula> assertions = new ArrayList<>(specification.assumptions());
    assertions.addAll(hypotheses);
    assertions.add(new Formula("not " + goal.name(), "not: " + goal.text(), goal.place(), Term.not(goal.term())));
    return Question.of(specification, name(), assertions);
  }

  /**
   * Formulas without quantifiers, as a script.
   *
   * @param members of each set the terms at which what holds for all of it was said
   */
  public record Question(
      Specification specification, String name, Script script, Map<String, Set<List<Term>>> members,
      Map<String, List<String>> signatures) {

    /** The symbols of the script. */
    Set<String> symbols() {
      return signatures.keySet();
    }

    /** The sorts of a symbol's arguments, then its own. */
    List<String> signature(String symbol) {
      return signatures.get(symbol);
    }

    /** Whether the formulas can hold together. */
    public static Question of(Specification specification, String name, List<Formula> formulas) {
      return of(specification, Map.of(), name, formulas);
    }

    /**
     * The same with symbols that are not the specification's.
     *
     * @param more their signatures: the sorts of their arguments, then their own
     */
    public static Question of(
        Specification specification, Map<String, List<String>> more, String name, List<Formula> formulas) {
      Grounding grounding = new Grounding();
      List<Term> ground = grounding.ground(formulas.stream().map(Formula::term).toList());
      Map<String, List<String>> signatures = signatures(specification, more, grounding, ground);
      Script script = new Script(hasNumbers(ground) ? "QF_UFLIA" : "QF_UF");
      script.comment(name).blank();
      declare(signatures, script);
      script.blank().comment("What holds for all is said of:");
      grounding.members().forEach((set, members) -> {
        if (specification.shape(set) instanceof Shape.Collection) {
          script.comment("  " + set + ": " + members.stream().map(Question::tuple).collect(Collectors.joining(", ")));
        }
      });
      Set<String> names = new LinkedHashSet<>();
      for (int i = 0; i < ground.size(); i++) {
        script.blank();
        if (i < formulas.size()) {
          Formula formula = formulas.get(i);
          script.comment(formula.place() + ": " + formula.text());
          String assertion = "[" + formula.name() + "]";
          for (int n = 2; !names.add(assertion); n++) {
            assertion = "[" + formula.name() + " (" + n + ")]";
          }
          script.assertTrue(assertion, ground.get(i));
        } else {
          script.comment("A condition above that has a name.");
          script.assertTrue("[definition " + (i - formulas.size() + 1) + "]", ground.get(i));
        }
      }
      return new Question(specification, name, script, grounding.members(), signatures);
    }

    private static String tuple(List<Term> tuple) {
      return tuple.size() == 1 ? tuple.get(0).toString() : tuple.toString();
    }

    private static Map<String, List<String>> signatures(
        Specification specification, Map<String, List<String>> more, Grounding grounding, List<Term> terms) {
      Set<String> symbols = new TreeSet<>();
      terms.forEach(term -> symbols(term, symbols));
      Map<String, List<String>> signatures = new LinkedHashMap<>();
      for (String symbol : symbols) {
        String sort = grounding.named().get(symbol);
        List<String> signature =
            sort != null ? List.of(sort) : more.getOrDefault(symbol, specification.signature(symbol));
        if (signature != null) {
          signatures.put(symbol, signature);
        } else if (!BUILT_IN.contains(symbol) && !symbol.matches("[0-9]+")) {
          throw new IllegalStateException("what is the symbol " + symbol + "?");
        }
      }
      return signatures;
    }

    private static void declare(Map<String, List<String>> signatures, Script script) {
      script.declareSort(Symbols.VALUE);
      signatures.forEach((symbol, signature) -> script.declareFunction(
          symbol, signature.subList(0, signature.size() - 1), signature.get(signature.size() - 1)));
      List<Term> strings = signatures.keySet().stream()
          .filter(each -> each.startsWith("\"")).map(Term::symbol).toList();
      if (strings.size() > 1) {
        script.assertTrue("[strings are distinct]", Term.apply("distinct", strings));
      }
    }

    private static boolean hasNumbers(List<Term> terms) {
      Set<String> symbols = new TreeSet<>();
      terms.forEach(term -> symbols(term, symbols));
      return symbols.stream().anyMatch(each -> each.matches("[0-9]+"));
    }

    private static final Set<String> BUILT_IN =
        Set.of("true", "false", "and", "or", "not", "=>", "=", "ite", "distinct", "+", "-", "*", "<", "<=", ">", ">=");

    private static void symbols(Term term, Set<String> symbols) {
      if (term instanceof Term.Symbol symbol) {
        symbols.add(symbol.name());
      } else if (term instanceof Term.Application application) {
        symbols.add(application.function());
        application.arguments().forEach(each -> symbols(each, symbols));
      }
    }
  }
}
