package org.atomicvalue.checkers.smt;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A term of SMT-LIB. Its {@code toString} is its text. The factory methods leave out what says nothing, such as
 * {@code (and x true)}, and nothing else: two terms are equal if their texts are.
 */
public sealed interface Term {

  Term TRUE = new Symbol("true");
  Term FALSE = new Symbol("false");

  /** A constant, a variable or a numeral. The name is unquoted: {@code pc'} is printed as {@code |pc'|}. */
  record Symbol(String name) implements Term {
    @Override
    public boolean isQuantified() {
      return false;
    }

    @Override
    public void appendTo(StringBuilder text) {
      appendQuoted(name, text);
    }

    @Override
    public String toString() {
      return text(this);
    }
  }

  /** A function applied to arguments. What is often asked of large terms is computed when they are made. */
  final class Application implements Term {
    private final String function;
    private final List<Term> arguments;
    private final boolean quantified;
    private final int hash;

    /**
     * @param function an unquoted name, or, if it begins with a parenthesis, a text such as {@code (_ is some)}
     */
    public Application(String function, List<Term> arguments) {
      this.function = function;
      this.arguments = List.copyOf(arguments);
      boolean anyQuantified = false;
      for (Term argument : arguments) {
        anyQuantified |= argument.isQuantified();
      }
      quantified = anyQuantified;
      hash = 31 * function.hashCode() + arguments.hashCode();
    }

    public String function() {
      return function;
    }

    public List<Term> arguments() {
      return arguments;
    }

    @Override
    public boolean isQuantified() {
      return quantified;
    }

    @Override
    public boolean equals(Object other) {
      return this == other
          || other instanceof Application that
              && hash == that.hash && function.equals(that.function) && arguments.equals(that.arguments);
    }

    @Override
    public int hashCode() {
      return hash;
    }

    @Override
    public void appendTo(StringBuilder text) {
      appendQuoted(function, text.append('('));
      for (Term argument : arguments) {
        argument.appendTo(text.append(' '));
      }
      text.append(')');
    }

    @Override
    public String toString() {
      return text(this);
    }
  }

  /** All, or some, of the values of the variables satisfy the body. */
  record Quantified(boolean all, List<Variable> variables, Term body) implements Term {
    public Quantified {
      variables = List.copyOf(variables);
    }

    @Override
    public boolean isQuantified() {
      return true;
    }

    @Override
    public void appendTo(StringBuilder text) {
      text.append(all ? "(forall (" : "(exists (")
          .append(variables.stream().map(Variable::toString).collect(Collectors.joining(" "))).append(") ");
      body.appendTo(text);
      text.append(')');
    }

    @Override
    public String toString() {
      return text(this);
    }
  }

  /** A variable that a quantifier binds. */
  record Variable(String name, String sort) {
    public Term term() {
      return symbol(name);
    }

    @Override
    public String toString() {
      return "(" + term() + " " + sort + ")";
    }
  }

  static Term symbol(String name) {
    return switch (name) {
      case "true" -> TRUE;
      case "false" -> FALSE;
      default -> new Symbol(name);
    };
  }

  static Term integer(long value) {
    return value < 0 ? apply("-", symbol(Long.toString(-value))) : symbol(Long.toString(value));
  }

  static Term apply(String function, Term... arguments) {
    return apply(function, Arrays.asList(arguments));
  }

  /** A function without arguments is a constant. */
  static Term apply(String function, List<Term> arguments) {
    return arguments.isEmpty() ? symbol(function) : new Application(function, arguments);
  }

  static Term and(Term... terms) {
    return and(Arrays.asList(terms));
  }

  static Term and(Collection<Term> terms) {
    return junction("and", terms, TRUE, FALSE);
  }

  static Term or(Term... terms) {
    return or(Arrays.asList(terms));
  }

  static Term or(Collection<Term> terms) {
    return junction("or", terms, FALSE, TRUE);
  }

  private static Term junction(String function, Collection<Term> terms, Term neutral, Term decisive) {
    List<Term> parts = new ArrayList<>();
    for (Term term : terms) {
      if (term.equals(decisive)) {
        return decisive;
      }
      if (term instanceof Application inner && inner.function.equals(function)) {
        parts.addAll(inner.arguments);
      } else if (!term.equals(neutral)) {
        parts.add(term);
      }
    }
    return switch (parts.size()) {
      case 0 -> neutral;
      case 1 -> parts.get(0);
      default -> new Application(function, parts);
    };
  }

  static Term not(Term term) {
    if (term.equals(TRUE)) {
      return FALSE;
    }
    if (term.equals(FALSE)) {
      return TRUE;
    }
    return term instanceof Application inner && inner.function.equals("not")
        ? inner.arguments.get(0)
        : apply("not", term);
  }

  static Term implies(Term condition, Term conclusion) {
    if (condition.equals(TRUE) || conclusion.equals(TRUE)) {
      return conclusion;
    }
    if (condition.equals(FALSE)) {
      return TRUE;
    }
    return conclusion.equals(FALSE) ? not(condition) : apply("=>", condition, conclusion);
  }

  static Term equal(Term left, Term right) {
    return left.equals(right) ? TRUE : apply("=", left, right);
  }

  static Term ifThenElse(Term condition, Term yes, Term no) {
    if (condition.equals(TRUE) || yes.equals(no)) {
      return yes;
    }
    return condition.equals(FALSE) ? no : apply("ite", condition, yes, no);
  }

  static Term forAll(List<Variable> variables, Term body) {
    return variables.isEmpty() || body.equals(TRUE) || body.equals(FALSE)
        ? body
        : new Quantified(true, variables, body);
  }

  static Term exists(List<Variable> variables, Term body) {
    return variables.isEmpty() || body.equals(TRUE) || body.equals(FALSE)
        ? body
        : new Quantified(false, variables, body);
  }

  /**
   * This term with free symbols replaced, by their names. The caller sees to it that no variable
   * which a quantifier in here binds occurs in what is put in.
   */
  default Term substitute(Map<String, Term> replacements) {
    if (replacements.isEmpty()) {
      return this;
    }
    if (this instanceof Symbol symbol) {
      return replacements.getOrDefault(symbol.name, this);
    }
    if (this instanceof Application application) {
      List<Term> arguments = new ArrayList<>(application.arguments.size());
      for (Term argument : application.arguments) {
        arguments.add(argument.substitute(replacements));
      }
      return new Application(application.function, arguments);
    }
    Quantified quantified = (Quantified) this;
    Map<String, Term> free = new HashMap<>(replacements);
    quantified.variables.forEach(variable -> free.remove(variable.name));
    return new Quantified(quantified.all, quantified.variables, quantified.body.substitute(free));
  }

  /** Reads the first term of a text: what solvers answer. Strings are not understood. */
  static Term parse(String text) {
    return new SExpressions(text).next();
  }

  /** Whether there is a quantifier in it. */
  boolean isQuantified();

  /** Appends the text of the term. */
  void appendTo(StringBuilder text);

  private static String text(Term term) {
    StringBuilder text = new StringBuilder();
    term.appendTo(text);
    return text.toString();
  }

  private static void appendQuoted(String name, StringBuilder text) {
    if (name.startsWith("(") || isSimple(name)) {
      text.append(name);
    } else {
      text.append('|').append(name).append('|');
    }
  }

  /** A numeral, or letters, digits and signs that do not begin with a digit. */
  private static boolean isSimple(String name) {
    boolean isNumeral = !name.isEmpty() && isDigit(name.charAt(0));
    for (int i = 0; i < name.length(); i++) {
      if (!isDigit(name.charAt(i)) && (isNumeral || !isLetterOrSign(name.charAt(i)))) {
        return false;
      }
    }
    return !name.isEmpty();
  }

  private static boolean isDigit(char character) {
    return '0' <= character && character <= '9';
  }

  private static boolean isLetterOrSign(char character) {
    return 'a' <= character && character <= 'z' || 'A' <= character && character <= 'Z'
        || "~!$%^&*_+=<>.?/-".indexOf(character) >= 0;
  }
}
