package org.atomicvalue.checkers.correspondence;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.atomicvalue.checkers.classfile.Path;
import org.atomicvalue.checkers.classfile.Refusal;
import org.atomicvalue.checkers.classfile.Symbol;
import org.atomicvalue.checkers.proof.Formula;
import org.atomicvalue.checkers.smt.Term;
import org.objectweb.asm.Type;

/**
 * A constructor or factory method makes what the specification begins with, for the declared type and the initial value
 * that it is given, and nothing else. It refuses arguments for which there is no such beginning: null, a primitive
 * type, and an initial value that is not of the declared type; and no others.
 */
final class Creations {

  private static final Term DECLARED = Term.symbol("Declared");
  private static final Term INITIAL = Term.symbol("Initial");
  private static final Term NULL = Term.symbol("Null");

  private final Comparison comparison;
  private final Creation creation;
  private final Meaning meaning;
  private final String name;

  Creations(Comparison comparison, Creation creation) {
    this.comparison = comparison;
    this.creation = creation;
    meaning = new Meaning(comparison.design(), null, false);
    name = comparison.file().simpleName() + "." + creation.method();
  }

  void compare() {
    List<Symbol> arguments = new ArrayList<>();
    Type[] types = Type.getArgumentTypes(creation.method().substring(creation.method().indexOf('(')));
    for (int i = 0; i < types.length; i++) {
      arguments.add(new Symbol.Reference("argument " + i, types[i].getInternalName()));
    }
    Map<String, Term> refusals = refusals(arguments);
    for (Path path : comparison.execution().call(creation.method(), arguments)) {
      List<Term> before = before(arguments, path);
      if (path.end() instanceof Path.Throws thrown) {
        refuses(path, before, ((Symbol.New) thrown.exception()).type(), refusals);
      } else if (path.end() instanceof Path.Returns returns) {
        makes(path, before, made(path, returns), Term.or(refusals.values()));
      } else {
        throw new Refusal(name, "it makes an access");
      }
    }
  }

  /** By the names of the exceptions, when there is no beginning for the arguments. */
  private Map<String, Term> refusals(List<Symbol> arguments) {
    Map<String, Term> refusals = new TreeMap<>();
    refusals.put("java/lang/NullPointerException",
        Term.or(arguments.stream().map(argument -> Term.equal(meaning.of(argument), NULL)).toList()));
    if (creation.declared() >= 0) {
      Term declared = meaning.of(arguments.get(creation.declared()));
      refusals.put("java/lang/IllegalArgumentException", Term.apply("isPrimitive", declared));
      if (creation.initial() >= 0) {
        Term initial = meaning.of(arguments.get(creation.initial()));
        refusals.put("java/lang/ClassCastException", Term.and(Meaning.differ(declared, NULL),
            Meaning.differ(initial, NULL), Term.not(Meaning.isInstance(declared, initial))));
      }
    }
    return refusals;
  }

  /** What is so on this path: the constants are the arguments, and these are objects or null. */
  private List<Term> before(List<Symbol> arguments, Path path) {
    List<Term> before = new ArrayList<>();
    before.add(Term.equal(DECLARED, argument(arguments, creation.declared())));
    before.add(Term.equal(INITIAL, argument(arguments, creation.initial())));
    before.add(Term.or(Term.equal(INITIAL, NULL), Term.apply("Values", INITIAL)));
    before.add(Term.not(Term.apply("Values", NULL)));
    before.add(meaning.all(path.conditions()));
    before.addAll(meaning.axioms());
    return before;
  }

  private Term argument(List<Symbol> arguments, int index) {
    return index < 0 ? NULL : meaning.of(arguments.get(index));
  }

  private void refuses(Path path, List<Term> before, String exception, Map<String, Term> refusals) {
    prove(path, before, refusals.getOrDefault(exception, Term.FALSE),
        "it throws " + exception.replace('/', '.') + " for what there is no beginning for");
  }

  private Map<String, Symbol> made(Path path, Path.Returns returns) {
    List<Map.Entry<Symbol, Map<String, Symbol>>> objects = List.copyOf(path.objects().entrySet());
    boolean isMade = objects.size() == 1
        && (returns.value() == null || returns.value().equals(objects.get(0).getKey()));
    if (!isMade) {
      throw new Refusal(name, "it returns " + returns.value() + " and has made " + path.objects().keySet());
    }
    return objects.get(0).getValue();
  }

  private void makes(Path path, List<Term> before, Map<String, Symbol> fields, Term refused) {
    prove(path, before, Term.not(refused), "it accepts what there is a beginning for");
    Set<String> words = comparison.design().words();
    List<Term> goals = new ArrayList<>();
    comparison.specification().assumptions().stream()
        .filter(formula -> formula.text().contains("Initial")).forEach(formula -> goals.add(formula.term()));
    for (String field : comparison.file().fields(false)) {
      goals.add(field.equals("declared") ? Term.equal(meaning.of(fields.get(field)), DECLARED) : Term.FALSE);
    }
    List<Term> same = new ArrayList<>(before);
    for (String word : words) {
      same.add(Term.equal(Term.symbol(word), meaning.of(fields.get(word))));
    }
    for (Formula formula : comparison.specification().conjuncts("Init", false)) {
      if (words.stream().anyMatch(word -> formula.text().startsWith(word + " "))) {
        goals.add(formula.term());
      }
    }
    if (goals.size() < words.size()) {
      throw new IllegalStateException("Init says nothing of a word: " + goals);
    }
    prove(path, same, Term.and(goals), "it makes what Init says");
    boolean writes = words.stream().anyMatch(word -> !(fields.get(word) instanceof Symbol.Null));
    if (writes && !path.fenced()) {
      throw new Refusal(name,
          "no release fence comes after its writes, so who gets the object by a data race may not see them");
    }
  }

  private void prove(Path path, List<Term> hypotheses, Term conclusion, String what) {
    Claim claim = new Claim(name + ": " + what, hypotheses, conclusion);
    comparison.prove(claim).ifPresent(example -> {
      Formula init = comparison.specification().formula("Init");
      throw new Difference(comparison.file(), creation.method(), "Init", List.of(), path, init, claim.name(), example);
    });
  }
}
