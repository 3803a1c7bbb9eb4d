package org.atomicvalue.checkers.proof;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.atomicvalue.checkers.smt.Answer;
import org.atomicvalue.checkers.smt.Solver;
import org.atomicvalue.checkers.smt.Term;

/**
 * What satisfies the formulas of a question, in TLA+'s syntax: constants, a state, and, if the question is about a
 * step, the state after it. The sets have in them what the formulas speak of, and nothing else: so whatever holds for
 * all of a set holds.
 *
 * @param constants such as {@code Threads = {t1, t2}}
 * @param before the variables, one to a line
 * @param after the same after the step; empty if there is none
 * @param step the action with its parameters, such as {@code ClaimType(t1)}; empty if there is none
 */
public record Counterexample(List<String> constants, List<String> before, List<String> after, String step) {

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("  where " + String.join(", ", constants) + "\n  State:\n");
    before.forEach(line -> text.append("    ").append(line).append('\n'));
    if (!after.isEmpty()) {
      text.append("  After ").append(step).append(":\n");
      after.forEach(line -> text.append("    ").append(line).append('\n'));
    }
    return text.toString();
  }

  /** Asks a solver that has found the question satisfiable. */
  static Counterexample of(Obligation.Question question, String action, List<Term> parameters, Solver solver) {
    Asked asked = new Asked(question);
    Answer answer = solver.check(question.script(), List.copyOf(asked.terms()));
    if (!(answer instanceof Answer.Satisfiable model)) {
      throw new IllegalStateException(question.name() + ": " + solver.name() + " answers differently when asked again");
    }
    return new Reader(question, asked, model.values()).read(action, parameters);
  }

  /** What there is to ask for: everything that the formulas speak of. */
  private static final class Asked {

    private final Set<Term> terms = new LinkedHashSet<>();

    Asked(Obligation.Question question) {
      for (String symbol : question.symbols()) {
        List<String> signature = question.signature(symbol);
        if (signature != null && signature.size() == 1) {
          terms.add(Term.symbol(symbol));
        }
      }
      question.members().forEach((function, tuples) -> {
        if (question.symbols().contains(function)) {
          tuples.forEach(tuple -> {
            terms.add(Term.apply(function, tuple));
            terms.addAll(tuple);
          });
        }
      });
    }

    Set<Term> terms() {
      return terms;
    }
  }

  /** Gives the values of a model names, and says what the model says of constants and variables. */
  private static final class Reader {

    private final Obligation.Question question;
    private final Specification specification;
    private final Map<Term, Term> model;
    private final Map<Term, String> names = new LinkedHashMap<>();

    Reader(Obligation.Question question, Asked asked, Map<Term, Term> model) {
      this.question = question;
      this.specification = question.specification();
      this.model = new LinkedHashMap<>();
      asked.terms().forEach(term -> this.model.put(term, model.get(term)));
    }

    Counterexample read(String action, List<Term> parameters) {
      nameValues();
      List<String> constants = new ArrayList<>();
      for (String constant : specification.constants()) {
        describe(specification.shape(constant), constant).ifPresent(text -> constants.add(constant + " = " + text));
      }
      List<String> before = new ArrayList<>();
      List<String> after = new ArrayList<>();
      boolean isStep = specification.variables().stream().anyMatch(each -> knows(each + "'"));
      for (String variable : specification.variables()) {
        Shape shape = specification.shape(variable);
        before.add("/\\ " + variable + " = " + describe(shape, variable).orElse("anything"));
        if (isStep) {
          after.add("/\\ " + variable + " = " + describe(shape, variable + "'").orElse("anything"));
        }
      }
      String arguments = parameters.isEmpty()
          ? ""
          : parameters.stream().map(this::text).collect(Collectors.joining(", ", "(", ")"));
      return new Counterexample(constants, before, after, action + arguments);
    }

    private boolean knows(String name) {
      return question.symbols().contains(name) || question.symbols().stream()
          .anyMatch(symbol -> name.endsWith("'")
              ? symbol.startsWith(name.substring(0, name.length() - 1) + ".") && symbol.endsWith("'")
              : symbol.startsWith(name + "."));
    }

    private void nameValues() {
      for (String symbol : question.symbols()) {
        if (symbol.startsWith("\"")) {
          name(Term.symbol(symbol), symbol);
        }
      }
      for (String constant : specification.constants()) {
        if (specification.shape(constant) instanceof Shape.Collection) {
          String initial = constant.substring(0, 1).toLowerCase(Locale.ROOT);
          for (List<Term> tuple : elements(constant)) {
            tuple.forEach(each -> number(each, initial, tuple.size() == 1));
          }
        }
      }
      for (String constant : specification.constants()) {
        if (specification.shape(constant) instanceof Shape.Mapping mapping) {
          String initial = constant.substring(0, 1).toUpperCase(Locale.ROOT);
          elements(mapping.domain().text()).forEach(each -> number(Term.apply(constant, each), initial, true));
          applications(constant).forEach(each -> number(Term.apply(constant, each), initial, true));
        }
      }
      for (String constant : specification.constants()) {
        if (specification.shape(constant) instanceof Shape.Value && model.containsKey(Term.symbol(constant))) {
          name(Term.symbol(constant), constant);
        }
      }
      model.keySet().forEach(each -> number(each, "x", true));
    }

    private void name(Term term, String name) {
      names.putIfAbsent(model.get(term), name);
    }

    private void number(Term term, String prefix, boolean wanted) {
      Term value = model.get(term);
      if (wanted && value != null && !names.containsKey(value) && isOpen(value)) {
        names.put(value, prefix + (1 + names.values().stream().filter(each -> each.matches(prefix + "\\d+")).count()));
      }
    }

    /** Neither a number nor TRUE or FALSE. */
    private static boolean isOpen(Term value) {
      return !value.equals(Term.TRUE) && !value.equals(Term.FALSE) && !value.toString().matches("[(]?-? ?\\d+[)]?");
    }

    private String text(Term term) {
      Term value = model.get(term);
      if (value == null) {
        return "anything";
      }
      String name = names.get(value);
      return name != null ? name : value.toString().toUpperCase(Locale.ROOT);
    }

    /** Of a set the elements that the model has in it, each once. */
    private Collection<List<Term>> elements(String set) {
      Map<List<Term>, List<Term>> byValue = new LinkedHashMap<>();
      for (List<Term> tuple : applications(set)) {
        if (Term.TRUE.equals(model.get(Term.apply(set, tuple)))) {
          byValue.putIfAbsent(tuple.stream().map(model::get).toList(), tuple);
        }
      }
      return byValue.values();
    }

    private Collection<List<Term>> applications(String function) {
      return question.members().getOrDefault(function, Set.of()).stream()
          .filter(tuple -> model.get(Term.apply(function, tuple)) != null)
          .toList();
    }

    private java.util.Optional<String> describe(Shape shape, String name) {
      if (!knows(name)) {
        return java.util.Optional.empty();
      }
      if (shape instanceof Shape.Collection set) {
        return java.util.Optional.of(elements(name).stream()
            .map(tuple -> element(set.element(), tuple.iterator()))
            .collect(Collectors.joining(", ", "{", "}")));
      }
      return java.util.Optional.of(describe(shape, name, List.of()));
    }

    private String element(Shape shape, java.util.Iterator<Term> parts) {
      return shape instanceof Shape.Fields fields
          ? fields.shapes().entrySet().stream()
              .map(each -> each.getKey() + " |-> " + element(each.getValue(), parts))
              .collect(Collectors.joining(", ", "[", "]"))
          : text(parts.next());
    }

    private String describe(Shape shape, String name, List<Term> arguments) {
      if (shape instanceof Shape.Fields) {
        Map<String, String> fields = new TreeMap<>();
        ((Shape.Fields) shape).shapes()
            .forEach((field, each) -> fields.put(field, describe(each, Symbols.part(name, field), arguments)));
        return fields.entrySet().stream()
            .map(each -> each.getKey() + " |-> " + each.getValue()).collect(Collectors.joining(", ", "[", "]"));
      }
      if (shape instanceof Shape.Mapping mapping) {
        String domain = mapping.domain().text();
        return elements(domain).stream()
            .map(each -> text(each.get(0)) + " :> " + describe(mapping.result(), name, applied(name, each)))
            .collect(Collectors.joining(" @@ ", "(", ")"));
      }
      return text(Term.apply(name, arguments));
    }

    /** The argument by which the formulas speak of that element, where they speak of this function. */
    private List<Term> applied(String name, List<Term> element) {
      Term value = model.get(element.get(0));
      for (String function : question.members().keySet()) {
        if (function.equals(name) || function.startsWith(name.replace("'", "") + ".")
            && function.endsWith("'") == name.endsWith("'")) {
          for (List<Term> each : applications(function)) {
            if (each.size() == 1 && value.equals(model.get(each.get(0)))) {
              return each;
            }
          }
        }
      }
      return element;
    }
  }
}
