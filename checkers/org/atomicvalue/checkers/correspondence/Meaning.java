package org.atomicvalue.checkers.correspondence;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.atomicvalue.checkers.classfile.Condition;
import org.atomicvalue.checkers.classfile.Execution;
import org.atomicvalue.checkers.classfile.Symbol;
import org.atomicvalue.checkers.smt.Term;

/**
 * What symbols and conditions of the class file mean, as terms over the specification's state.
 *
 * <p>Of classes the terms say what Java promises: an object has one class, of which it is an instance; null is an
 * instance of none, and so is everything of a primitive type; classes are objects of the class {@code Class}, and the
 * constants that a static initializer makes are not. What a value counts as in the specification, {@code TypeOf}, is
 * the declared type if it is an instance of that, and else its class.
 */
final class Meaning {

  static final String VALUE = "Value";

  /** A thread about which nothing is said but that it is one. */
  static final Term THREAD = Term.symbol("t");

  static final String CALL = "call.";
  static final String TYPE_OF = "typeOf.";
  static final String DECLARED = "this.declared";

  private static final Term NULL = Term.symbol("Null");
  private static final Term CLASS = Term.symbol("class java.lang.Class");

  /** What is said here and not in the specification, with its sorts. */
  static final Map<String, List<String>> SIGNATURES = Map.of(
      "t", List.of(VALUE),
      "this", List.of(VALUE),
      "classOf", List.of(VALUE, VALUE),
      "isSubclass", List.of(VALUE, VALUE, "Bool"),
      "isPrimitive", List.of(VALUE, "Bool"));

  private final Design design;
  private final String word;
  private final boolean requests;
  private final Set<String> classes;
  private final Set<String> objects;

  /**
   * @param word the one that the access reads, or null
   * @param requests whether the step is the request, so that the call's arguments are those of the state after it
   */
  Meaning(Design design, String word, boolean requests) {
    this(design, word, requests, new TreeSet<>(), new TreeSet<>());
  }

  private Meaning(Design design, String word, boolean requests, Set<String> classes, Set<String> objects) {
    this.design = design;
    this.word = word;
    this.requests = requests;
    this.classes = classes;
    this.objects = objects;
  }

  /** Of what the thread carries when the step is done. */
  Meaning after() {
    return new Meaning(design, null, true, classes, objects);
  }

  static Term string(String text) {
    return Term.symbol('"' + text + '"');
  }

  Term call(String field) {
    return Term.apply("call." + field + (requests ? "'" : ""), THREAD);
  }

  Term of(Symbol symbol) {
    if (symbol instanceof Symbol.Null) {
      return NULL;
    } else if (symbol instanceof Symbol.ClassOf of) {
      return Term.apply("classOf", of(of.object()));
    } else if (symbol instanceof Symbol.ClassConstant constant) {
      String name = "class " + constant.type().replace('/', '.');
      classes.add(name);
      return Term.symbol(name);
    } else if (symbol instanceof Symbol.Constant constant) {
      String name = design.constants().getOrDefault(constant.field(), "constant " + constant.field());
      objects.add(name);
      return Term.symbol(name);
    } else if (symbol instanceof Symbol.Holder) {
      return Term.symbol("this");
    } else if (symbol instanceof Symbol.Reference reference) {
      return of(reference.name());
    }
    throw new IllegalArgumentException(symbol + " has no meaning in the specification");
  }

  private Term of(String name) {
    if (name.startsWith(CALL)) {
      return call(name.substring(CALL.length()));
    } else if (name.startsWith(TYPE_OF)) {
      return Term.apply("TypeOf", call(name.substring(TYPE_OF.length())));
    } else if (name.equals(DECLARED)) {
      return Term.symbol("Declared");
    } else if (name.equals(Execution.PRESENT) && word != null) {
      return Term.symbol(word);
    } else if (name.equals(Execution.RETURNED)) {
      return Term.apply("call." + design.functionResult() + "'", THREAD);
    }
    return Term.symbol(name);
  }

  Term of(Condition condition) {
    if (condition instanceof Condition.Same same) {
      return Term.equal(of(same.left()), of(same.right()));
    } else if (condition instanceof Condition.Instance instance) {
      return isInstance(of(instance.type()), of(instance.object()));
    } else if (condition instanceof Condition.Primitive primitive) {
      return Term.apply("isPrimitive", of(primitive.type()));
    } else if (condition instanceof Condition.Stated stated) {
      return stated(stated.relation(), stated.symbols().stream().map(this::of).toList());
    } else if (condition instanceof Condition.Not not) {
      return Term.not(of(not.condition()));
    } else if (condition instanceof Condition.Unknown unknown) {
      return Term.symbol("?" + unknown.name());
    }
    return ((Condition.Always) condition).holds() ? Term.TRUE : Term.FALSE;
  }

  /** What a contract can say of values. */
  private static Term stated(String relation, List<Term> values) {
    Term declared = Term.symbol("Declared");
    Term first = Term.apply("TypeOf", values.get(0));
    return switch (relation) {
      case Design.OF_THE_DECLARED_TYPE -> Term.or(Term.equal(declared, NULL), Term.equal(first, declared));
      case Design.OF_ONE_TYPE -> Term.equal(first, Term.apply("TypeOf", values.get(1)));
      default -> throw new IllegalArgumentException("the relation " + relation + " has no meaning");
    };
  }

  Term all(List<Condition> conditions) {
    return Term.and(conditions.stream().map(this::of).toList());
  }

  /** Whether an object is an instance depends on nothing but its class. */
  static Term isInstance(Term type, Term object) {
    return Term.and(differ(object, NULL), Term.apply("isSubclass", Term.apply("classOf", object), type));
  }

  /** What Java promises of classes. */
  List<Term> axioms() {
    Term declared = Term.symbol("Declared");
    Term x = Term.symbol("x!1");
    Term k = Term.symbol("k!2");
    Term.Variable anyObject = new Term.Variable("x!1", VALUE);
    Term.Variable anyClass = new Term.Variable("k!2", VALUE);
    Term isValue = Term.apply("Values", x);
    Term classOf = Term.apply("classOf", x);
    List<Term> axioms = new ArrayList<>();
    axioms.add(Term.forAll(List.of(anyObject), Term.implies(isValue, Term.equal(Term.apply("TypeOf", x),
        Term.ifThenElse(Term.and(differ(declared, NULL), isInstance(declared, x)), declared, classOf)))));
    axioms.add(Term.forAll(List.of(anyObject), Term.implies(isValue, Term.and(
        differ(classOf, NULL), Term.apply("isSubclass", classOf, classOf), isInstance(CLASS, classOf)))));
    axioms.add(Term.forAll(List.of(anyObject, anyClass),
        Term.implies(Term.apply("isSubclass", x, k), Term.not(Term.apply("isPrimitive", k)))));
    axioms.add(Term.implies(differ(declared, NULL), isInstance(CLASS, declared)));
    for (String name : classes) {
      axioms.add(isInstance(CLASS, Term.symbol(name)));
    }
    List<String> distinct = new ArrayList<>(objects);
    for (int i = 0; i < distinct.size(); i++) {
      Term object = Term.symbol(distinct.get(i));
      axioms.add(differ(object, NULL));
      axioms.add(Term.not(isInstance(CLASS, object)));
      for (int j = 0; j < i; j++) {
        axioms.add(differ(object, Term.symbol(distinct.get(j))));
      }
    }
    return axioms;
  }

  static Term differ(Term left, Term right) {
    return Term.not(Term.equal(left, right));
  }
}
