package org.atomicvalue.checkers.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;
import org.atomicvalue.checkers.smt.Term;

/**
 * The symbols that stand for a constant, a variable or an element of a set: one for each part of its shape. The part
 * {@code op} of the function {@code call} is the symbol {@code call.op}.
 */
final class Symbols {

  /** The sort of all values of which nothing is known but what they are equal to. */
  static final String VALUE = "Value";

  private static final AtomicLong COUNT = new AtomicLong();

  private Symbols() {}

  /** A name for a variable that a quantifier binds; nothing in a module is called that. */
  static String fresh(String hint) {
    return hint + "!" + COUNT.incrementAndGet();
  }

  /** A symbolic value of that shape, made of symbols that begin with the name and are applied to the arguments. */
  static Symbolic of(Shape shape, String name, List<Term> arguments) {
    if (shape instanceof Shape.Value) {
      return new Symbolic.Atom(Term.apply(name, arguments));
    } else if (shape instanceof Shape.Truth) {
      return new Symbolic.Truth(Term.apply(name, arguments));
    } else if (shape instanceof Shape.Number) {
      return new Symbolic.Number(Term.apply(name, arguments));
    } else if (shape instanceof Shape.Fields fields) {
      Map<String, Symbolic> values = new TreeMap<>();
      fields.shapes().forEach((field, each) -> values.put(field, of(each, part(name, field), arguments)));
      return new Symbolic.Fields(values);
    } else if (shape instanceof Shape.Mapping mapping) {
      return new Symbolic.Mapping(mapping.domain(), x -> {
        List<Term> more = new ArrayList<>(arguments);
        more.addAll(Symbolic.parts(x));
        return of(mapping.result(), name, more);
      });
    }
    if (!arguments.isEmpty()) {
      throw new Refusal("a set as a part of " + name);
    }
    return new SymbolicSet.Named(name, ((Shape.Collection) shape).element());
  }

  /** The prime stays at the end. */
  static String part(String name, String field) {
    return name.endsWith("'") ? name.substring(0, name.length() - 1) + "." + field + "'" : name + "." + field;
  }

  /** The same as variables for a quantifier. */
  static List<Term.Variable> variables(Shape shape, String name) {
    List<Term.Variable> variables = new ArrayList<>();
    declare(shape, name, (symbol, signature) -> {
      if (signature.size() > 1) {
        throw new Refusal("a quantifier over functions or sets");
      }
      return variables.add(new Term.Variable(symbol, signature.get(0)));
    });
    return variables;
  }

  /** Calls back with each symbol and its signature: the sorts of its arguments, then its own. */
  static void declare(Shape shape, String name, BiFunction<String, List<String>, ?> declaration) {
    declare(shape, name, List.of(), declaration);
  }

  private static void declare(
      Shape shape, String name, List<String> arguments, BiFunction<String, List<String>, ?> declaration) {
    if (shape instanceof Shape.Fields fields) {
      fields.shapes().forEach((field, each) -> declare(each, part(name, field), arguments, declaration));
      return;
    }
    List<String> signature = new ArrayList<>(arguments);
    if (shape instanceof Shape.Mapping mapping) {
      signature.addAll(sorts(mapping.domain().element()));
      declare(mapping.result(), name, signature, declaration);
      return;
    }
    if (shape instanceof Shape.Collection set) {
      signature.addAll(sorts(set.element()));
    }
    signature.add(shape instanceof Shape.Value ? VALUE : shape instanceof Shape.Number ? "Int" : "Bool");
    declaration.apply(name, signature);
  }

  private static List<String> sorts(Shape shape) {
    return variables(shape, "x").stream().map(Term.Variable::sort).toList();
  }
}
