package org.atomicvalue.checkers.correspondence;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.atomicvalue.checkers.classfile.Access;
import org.atomicvalue.checkers.classfile.ClassFile;
import org.atomicvalue.checkers.classfile.Condition;
import org.atomicvalue.checkers.classfile.Execution;
import org.atomicvalue.checkers.classfile.Path;
import org.atomicvalue.checkers.classfile.Refusal;
import org.atomicvalue.checkers.classfile.Stop;
import org.atomicvalue.checkers.classfile.Symbol;
import org.atomicvalue.checkers.proof.Formula;
import org.atomicvalue.checkers.proof.Specification;
import org.atomicvalue.checkers.smt.Term;
import org.objectweb.asm.Type;

/**
 * A class file against a specification: a bisimulation, found by going through both side by side.
 *
 * <p>It begins with the request of each operation. Where the class arrives at an access, the action of the
 * specification has gone to some access of its own, and its name is the label of the place in the class from then on.
 * Two claims are made of each labelled place, and of each request, and put to the solvers:
 * <ul>
 * <li>what the class does on any of its paths, the action allows;
 * <li>whatever the action allows, the class does on one of its paths.
 * </ul>
 * "Does" is: what is then in the words; where the thread stands, or its result; and that what it carries there is what
 * was assumed of the place: the arguments of the call, or what they count as, and nothing else. What a thread carries
 * that is neither is taken to be anything at all, so that it must not matter.
 */
public final class Comparison {

  static final String REQUEST = "Request";
  private static final String RESPOND = "Respond";
  private static final String ARGUMENT = "argument ";
  private static final String ANY = "any ";
  private static final int MOST_PLACES = 500;

  /** A place in the class, with the name of the action of the specification. */
  record Place(Operation operation, String label, Stop stop, List<Condition> facts) {
    @Override
    public String toString() {
      return operation.simpleName() + ", " + label + (stop == null ? "" : ", which " + stop);
    }
  }

  /** How a thread comes to a place. */
  private record Arrival(Place from, Path path) {}

  /**
   * A path, and as terms what it comes to.
   *
   * @param taken when
   * @param does what is then in the words, where the thread stands, what it carries or answers; false if it is never
   *     taken
   * @param keeps what is then in the call, as far as the class says: the rest is for the specification to choose
   */
  record Step(Path path, Term taken, Term does, Term keeps) {}

  private final ClassFile file;
  private final Execution execution;
  private final Specification specification;
  private final Design design;
  private final Questions questions;
  private final List<Term> invariant = new ArrayList<>();

  /** What the invariant says of more than one thread at once: asked for only where the rest is not enough. */
  private final List<Term> aboutOthers = new ArrayList<>();

  private final Map<String, Formula> actions = new HashMap<>();
  private final Map<String, Boolean> keepsCall = new HashMap<>();
  private final Deque<Place> pending = new ArrayDeque<>();
  private final Set<Place> places = new LinkedHashSet<>();
  private final Map<String, Set<Integer>> lines = new TreeMap<>();
  private final Map<Place, Arrival> arrivals = new HashMap<>();
  private final List<SymbolicPlace> symbolicPlaces = new ArrayList<>();
  private int paths;
  private int claims;

  public Comparison(ClassFile file, Specification specification, Design design, Questions questions) {
    this.file = file;
    this.specification = specification;
    this.design = design;
    this.questions = questions;
    execution = new Execution(file, design.contracts());
    specification.assumptions().forEach(formula -> invariant.add(formula.term()));
    for (Formula conjunct : specification.conjuncts("Inv", false)) {
      (speaksOfOthers(conjunct.term(), true) ? aboutOthers : invariant).add(conjunct.term());
    }
    invariant.add(Term.apply("Threads", Meaning.THREAD));
  }

  /** Whether it says more than something of each thread by itself. */
  private static boolean speaksOfOthers(Term term, boolean outermost) {
    if (term instanceof Term.Quantified quantified) {
      boolean each = outermost && quantified.all() && quantified.variables().size() == 1;
      return each && quantified.body() instanceof Term.Application body && body.function().equals("=>")
          ? speaksOfOthers(body.arguments().get(1), false)
          : speaksOfOthers(quantified.body(), false);
    }
    return term instanceof Term.Application application && (application.function().equals("Threads")
        || application.arguments().stream().anyMatch(argument -> speaksOfOthers(argument, false)));
  }

  /**
   * What was compared.
   *
   * @param places in the class, from which steps were compared
   * @param paths of the class between them
   * @param claims that were proved
   * @param labels the actions that the class takes, with the lines of their accesses where the class file has any
   */
  public record Result(int places, int paths, int claims, Map<String, Set<Integer>> labels) {}

  /**
   * Compares everything.
   *
   * @throws Difference if the class does something else than the specification
   * @throws Refusal if it does something that is not understood
   */
  public Result compare() {
    requireSameWords();
    requireKnownMethods();
    design.creations().forEach(creation -> new Creations(this, creation).compare());
    for (Operation operation : design.operations()) {
      Place request = new Place(operation, REQUEST, null, List.of());
      compare(request, execution.call(operation.method(), arguments(operation)));
      while (!pending.isEmpty()) {
        Place place = pending.pop();
        compare(place, execution.resume(place.stop, place.facts));
      }
    }
    return new Result(places.size(), paths, claims, lines);
  }

  private void requireSameWords() {
    Set<String> words = new TreeSet<>(file.fields(true));
    if (design.contracts().isEmpty() && !words.equals(new TreeSet<>(design.words()))) {
      throw new Refusal(file.simpleName(), "its volatile fields are " + words + ", the specification's words "
          + new TreeSet<>(design.words()));
    }
  }

  private void requireKnownMethods() {
    Set<String> known = new TreeSet<>(design.leftOut());
    design.operations().forEach(operation -> known.add(operation.method()));
    design.creations().forEach(creation -> known.add(creation.method()));
    Set<String> present = file.callable().keySet();
    for (String method : present) {
      if (!known.contains(method)) {
        throw new Refusal(file.simpleName() + "." + method,
            "others can call it, and the specification does not know it");
      }
    }
    for (String method : known) {
      if (!present.contains(method)) {
        throw new Refusal(file.simpleName(), "it has no method " + method);
      }
    }
  }

  private static List<Symbol> arguments(Operation operation) {
    List<Symbol> arguments = new ArrayList<>();
    Type[] types = Type.getArgumentTypes(operation.method().substring(operation.method().indexOf('(')));
    for (int i = 0; i < types.length; i++) {
      String field = operation.arguments().get(i);
      arguments.add(new Symbol.Reference(
          field.isEmpty() ? ARGUMENT + i : Meaning.CALL + field, types[i].getInternalName()));
    }
    return arguments;
  }

  ClassFile file() {
    return file;
  }

  Execution execution() {
    return execution;
  }

  Specification specification() {
    return specification;
  }

  Design design() {
    return design;
  }

  // One place.

  private void compare(Place place, List<Path> found) {
    boolean requests = place.stop == null;
    Meaning meaning = new Meaning(design, requests ? null : place.stop.access().word(), requests);
    Formula action = actions.computeIfAbsent(place.label, this::action);
    List<Term> before = new ArrayList<>(invariant);
    before.add(Term.equal(Term.apply("pc", Meaning.THREAD), Meaning.string(requests ? "Idle" : place.label)));
    before.add(Term.equal(meaning.call("op"), Meaning.string(place.operation.name())));
    if (requests) {
      before.addAll(unusedArguments(place.operation, meaning));
    }
    List<Step> steps = new ArrayList<>();
    for (Path path : found) {
      steps.add(step(place, meaning, before, action, path));
    }
    paths += steps.size();
    if (!requests) {
      lines.computeIfAbsent(place.label, label -> new TreeSet<>()).add(place.stop.access().line());
    }
    before.addAll(meaning.axioms());
    prove(place, before, action, steps);
    symbolicPlaces.add(new SymbolicPlace(place.operation, place.label, meaning.all(place.facts),
        steps.stream().map(step -> new SymbolicPlace.Step(step.taken, Term.and(step.does, step.keeps))).toList()));
  }

  /** All places, when they have been compared: for whoever wants to take the steps otherwise than by solvers. */
  public List<SymbolicPlace> symbolicPlaces() {
    return List.copyOf(symbolicPlaces);
  }

  private Formula action(String label) {
    if (!specification.defines(label)) {
      throw new IllegalArgumentException(specification.name() + " has no action " + label);
    }
    return specification.formula(label, Meaning.THREAD);
  }

  /** The fields of a call that the operation does not use are null, in every call of the specification. */
  private List<Term> unusedArguments(Operation operation, Meaning meaning) {
    List<Term> terms = new ArrayList<>();
    for (String field : callFields()) {
      if (!field.equals("op") && !operation.arguments().contains(field)) {
        terms.add(Term.equal(meaning.call(field), Term.symbol("Null")));
      }
    }
    return terms;
  }

  private List<String> callFields() {
    List<String> fields = new ArrayList<>();
    for (String field : List.of("op", "value", "expected")) {
      if (specification.signature("call." + field) != null) {
        fields.add(field);
      }
    }
    return fields;
  }

  /** What a path comes to. Where the action says where it goes next, that is the label of the place there. */
  private Step step(Place place, Meaning meaning, List<Term> before, Formula action, Path path) {
    Term taken = meaning.all(path.conditions());
    List<Term> does = new ArrayList<>();
    for (String word : design.words()) {
      Path.Write write = path.write();
      does.add(Term.equal(Term.symbol(word + "'"),
          write != null && write.word().equals(word) ? meaning.of(write.value()) : Term.symbol(word)));
    }
    Term pc = Term.apply("pc'", Meaning.THREAD);
    Term result = Term.apply("result'", Meaning.THREAD);
    if (!(path.end() instanceof Path.Arrives arrives)) {
      does.add(Term.equal(pc, Meaning.string(RESPOND)));
      does.add(Term.equal(result, result(place.operation, meaning, path)));
      List<Term> ended = new ArrayList<>(before);
      ended.addAll(meaning.axioms());
      ended.add(taken);
      ended.add(action.term());
      ended.addAll(does);
      return new Step(path, taken, Term.and(does), keeps(kept(place, meaning, action, ended), meaning));
    }
    does.add(Term.equal(result, Term.apply("result", Meaning.THREAD)));
    List<Term> all = new ArrayList<>(before);
    all.addAll(meaning.axioms());
    all.add(taken);
    List<Term> possible = List.copyOf(all);
    all.add(action.term());
    all.addAll(does);
    String label = questions.stringValue(all, pc);
    if (label == null && questions.isImpossible(possible)) {
      return new Step(path, taken, Term.FALSE, Term.TRUE);
    } else if (label == null || label.equals(RESPOND) || label.equals("Idle")) {
      throw difference(place, path, action, before, meaning,
          "The class goes on to an access: it " + arrives.stop() + ". The specification "
              + (label == null ? "has another step." : "does not go on."));
    }
    does.add(Term.equal(pc, Meaning.string(label)));
    all.add(Term.equal(pc, Meaning.string(label)));
    requireQuiet(place, label, path, arrives.stop());
    Map<String, Symbol> kept = kept(place, meaning, action, all);
    does.add(arrive(place, meaning, kept, all, label, path, arrives.stop()));
    return new Step(path, taken, Term.and(does), keeps(kept, meaning));
  }

  private Term result(Operation operation, Meaning meaning, Path path) {
    if (path.end() instanceof Path.Throws thrown) {
      return Meaning.string(thrown.exception() instanceof Symbol.New made
          ? made.type().substring(made.type().lastIndexOf('/') + 1)
          : "Thrown");
    }
    Symbol value = ((Path.Returns) path.end()).value();
    if (value == null) {
      return Meaning.string("void");
    } else if (value instanceof Symbol.Number number) {
      return Meaning.string(number.value() == 1 ? "true" : number.value() == 0 ? "false" : "" + number.value());
    } else if (operation.asText() && value instanceof Symbol.StringOf text) {
      return meaning.of(text.object());
    } else if (operation.asText() || value instanceof Symbol.StringOf || value instanceof Symbol.Text
        || value instanceof Symbol.Literal || value instanceof Symbol.New || value instanceof Symbol.AnyInt) {
      return Meaning.string("another result: " + value);
    }
    return meaning.of(value);
  }

  private void requireQuiet(Place place, String label, Path path, Stop stop) {
    if (design.window().contains(label) && (path.disturbed() != null || stop.access().calls())) {
      throw new Refusal(file.simpleName() + "." + place.operation.simpleName() + ", before " + label,
          "it " + (path.disturbed() == null ? "makes that access by a call" : path.disturbed())
              + ", which can fail for lack of stack or memory and leave all others waiting");
    }
  }

  // What a thread carries.

  /** Names what the thread carries by what the specification keeps, and notes the place. */
  private Term arrive(
      Place from, Meaning meaning, Map<String, Symbol> kept, List<Term> step, String label, Path path, Stop stop) {
    requireKnownWord(from, stop.access());
    Meaning after = meaning.after();
    Map<Symbol, Symbol> names = new LinkedHashMap<>();
    List<Term> carried = new ArrayList<>();
    boolean asIs = true;
    for (Symbol symbol : references(stop)) {
      Optional<Symbol> known = name(symbol, kept, meaning, after, step);
      known.ifPresent(name -> carried.add(Term.equal(after.of(name), meaning.of(symbol))));
      Symbol name = known.orElseGet(() -> anything(symbol, names.values()));
      names.put(symbol, name);
      asIs &= name instanceof Symbol.Reference;
    }
    if (stop.access().kind() == Access.Kind.FUNCTION) {
      carried.add(given(from, meaning, after, stop.access()));
    }
    Stop renamed = renamed(stop, names);
    List<Condition> facts = asIs ? List.of() : facts(path, kept);
    Place place = new Place(from.operation, label, renamed, facts);
    if (places.add(place)) {
      if (places.size() > MOST_PLACES) {
        throw new Refusal(file.simpleName() + "." + from.operation.simpleName(),
            "what a thread carries takes more than " + MOST_PLACES + " forms");
      }
      pending.push(place);
      arrivals.put(place, new Arrival(from, path));
    }
    return Term.and(carried);
  }

  private void requireKnownWord(Place from, Access access) {
    if (access.word() != null && !design.words().contains(access.word())) {
      throw new Refusal(file.simpleName() + "." + from.operation.simpleName(),
          "it " + access + ", which is not one of the specification's words here: " + new TreeSet<>(design.words()));
    }
  }

  /** That the function is that of the call, and is given what the specification says. */
  private Term given(Place from, Meaning meaning, Meaning after, Access access) {
    List<Symbol> operands = access.operands();
    if (operands.size() != 2
        || !(operands.get(0) instanceof Symbol.Reference function && function.name().startsWith(ARGUMENT))) {
      throw new Refusal(file.simpleName() + "." + from.operation.simpleName(),
          "it " + access + " on " + operands.get(0) + ", which is not the function of the call");
    }
    return Term.equal(after.call(design.functionArgument()), meaning.of(operands.get(1)));
  }

  /** What is in each field of the call after the step, as a symbol of before the step; null if it is something else. */
  private Map<String, Symbol> kept(Place from, Meaning meaning, Formula action, List<Term> step) {
    Map<String, Symbol> kept = new LinkedHashMap<>();
    boolean same = from.stop == null || keepsCall.computeIfAbsent(from.label, label -> keepsCall(action));
    for (String field : callFields()) {
      Symbol itself = new Symbol.Reference(Meaning.CALL + field, "java/lang/Object");
      if (same) {
        kept.put(field, itself);
        continue;
      }
      Term after = Term.apply("call." + field + "'", Meaning.THREAD);
      List<Symbol> candidates = new ArrayList<>(List.of(itself, Symbol.NULL));
      if (from.stop.access().kind() == Access.Kind.FUNCTION) {
        candidates.add(new Symbol.Reference(Execution.RETURNED, "java/lang/Object"));
      } else if (from.stop.access().word() != null) {
        candidates.add(new Symbol.Reference(Execution.PRESENT, "java/lang/Object"));
      }
      kept.put(field, candidates.stream()
          .filter(candidate -> follows(step, Term.equal(after, meaning.of(candidate)))).findFirst().orElse(null));
    }
    return kept;
  }

  private static Term keeps(Map<String, Symbol> kept, Meaning meaning) {
    List<Term> terms = new ArrayList<>();
    kept.forEach((field, symbol) -> {
      if (symbol != null) {
        terms.add(Term.equal(Term.apply("call." + field + "'", Meaning.THREAD), meaning.of(symbol)));
      }
    });
    return Term.and(terms);
  }

  private boolean keepsCall(Formula action) {
    List<Term> all = new ArrayList<>(invariant);
    all.add(action.term());
    return follows(all, Term.and(callFields().stream()
        .map(field -> Term.equal(Term.apply("call." + field + "'", Meaning.THREAD),
            Term.apply("call." + field, Meaning.THREAD)))
        .toList()));
  }

  /** Whether the first solver says so. What depends on it is among the claims that are put to both. */
  private boolean follows(List<Term> hypotheses, Term conclusion) {
    List<Term> all = new ArrayList<>(hypotheses);
    all.add(Term.not(conclusion));
    return questions.isImpossible(all);
  }

  /** The references and classes that a thread carries, each once. */
  private static Set<Symbol> references(Stop stop) {
    Set<Symbol> references = new LinkedHashSet<>();
    List<Symbol> all = new ArrayList<>(stop.access().operands());
    stop.frames().forEach(frame -> {
      all.addAll(frame.locals());
      all.addAll(frame.operands());
    });
    for (Symbol symbol : all) {
      if (symbol instanceof Symbol.Reference || symbol instanceof Symbol.ClassOf
          || symbol instanceof Symbol.ClassConstant || symbol instanceof Symbol.StringOf) {
        references.add(symbol);
      }
    }
    return references;
  }

  /** What the specification has for it after the step, if it has anything. */
  private Optional<Symbol> name(
      Symbol symbol, Map<String, Symbol> kept, Meaning meaning, Meaning after, List<Term> step) {
    if (symbol instanceof Symbol.Reference reference && !reference.name().equals(Meaning.DECLARED)
        && isLasting(reference, kept)) {
      return Optional.of(symbol);
    }
    for (Map.Entry<String, Symbol> field : kept.entrySet()) {
      if (isSame(field.getValue(), symbol)) {
        return Optional.of(new Symbol.Reference(Meaning.CALL + field.getKey(), "java/lang/Object"));
      }
    }
    Term term = meaning.of(symbol);
    for (String field : kept.keySet()) {
      Symbol counts = new Symbol.Reference(Meaning.TYPE_OF + field, "java/lang/Class");
      if (!field.equals("op") && follows(step,
          Term.and(Meaning.differ(after.call(field), Term.symbol("Null")), Term.equal(after.of(counts), term)))) {
        return Optional.of(counts);
      }
    }
    return isLasting(symbol, kept) ? Optional.of(symbol) : Optional.empty();
  }

  /**
   * A name for what is taken to be anything at all. Nothing else that the thread carries has it: two that came from
   * different steps need not be the same, even if both were found in one word.
   */
  private static Symbol anything(Symbol symbol, Collection<Symbol> names) {
    String origin = symbol.toString().replaceFirst("^" + ANY, "").replaceFirst(" #[0-9]+$", "");
    String name = ANY + origin;
    for (int i = 2; isTaken(name, names); i++) {
      name = ANY + origin + " #" + i;
    }
    return new Symbol.Reference(name, typeOf(symbol));
  }

  private static boolean isTaken(String name, Collection<Symbol> names) {
    return names.stream()
        .anyMatch(taken -> taken instanceof Symbol.Reference reference && reference.name().equals(name));
  }

  private static boolean isSame(Symbol kept, Symbol symbol) {
    return kept instanceof Symbol.Reference a && symbol instanceof Symbol.Reference b && a.name().equals(b.name());
  }

  private static String typeOf(Symbol symbol) {
    return symbol instanceof Symbol.Reference reference
        ? reference.type()
        : symbol.isClass() ? "java/lang/Class" : "java/lang/Object";
  }

  private static boolean isLasting(Symbol symbol, Map<String, Symbol> kept) {
    boolean[] lasting = {true};
    symbol.references(reference -> lasting[0] &= isLasting(reference, kept));
    return lasting[0];
  }

  private static boolean isLasting(Symbol.Reference reference, Map<String, Symbol> kept) {
    String name = reference.name();
    if (name.startsWith(Meaning.CALL)) {
      return isSame(kept.get(name.substring(Meaning.CALL.length())), reference);
    } else if (name.startsWith(Meaning.TYPE_OF)) {
      String field = name.substring(Meaning.TYPE_OF.length());
      return isSame(kept.get(field), new Symbol.Reference(Meaning.CALL + field, "java/lang/Object"));
    }
    return name.equals(Meaning.DECLARED) || name.startsWith(ARGUMENT);
  }

  /** What the path knows of lasting things. */
  private static List<Condition> facts(Path path, Map<String, Symbol> kept) {
    List<Condition> facts = new ArrayList<>();
    for (Condition condition : path.conditions()) {
      boolean[] lasting = {!condition.isUnknown()};
      condition.replaced(reference -> {
        lasting[0] &= isLasting((Symbol.Reference) reference, kept);
        return reference;
      });
      if (lasting[0]) {
        facts.add(condition);
      }
    }
    return facts;
  }

  private static Stop renamed(Stop stop, Map<Symbol, Symbol> names) {
    List<Stop.Suspended> frames = stop.frames().stream()
        .map(frame -> new Stop.Suspended(frame.method(), frame.instruction(), renamed(frame.locals(), names),
            renamed(frame.operands(), names)))
        .toList();
    Access access = stop.access();
    return new Stop(frames, new Access(access.kind(), access.word(), access.callee(), renamed(access.operands(), names),
        access.answers(), access.line(), access.calls()));
  }

  private static List<Symbol> renamed(List<Symbol> symbols, Map<Symbol, Symbol> names) {
    return symbols.stream().map(symbol -> names.getOrDefault(symbol, symbol)).toList();
  }

  // The two claims.

  private void prove(Place place, List<Term> before, Formula action, List<Step> steps) {
    String name = file.simpleName() + "." + place.operation.simpleName() + "." + place.label;
    List<Term> classFirst = new ArrayList<>(before);
    classFirst.add(others());
    if (place.stop == null) {
      classFirst.add(Term.apply("Calls", callFields().stream().sorted()
          .map(field -> Term.apply("call." + field + "'", Meaning.THREAD)).toList()));
    }
    if (place.stop != null && place.stop.access().kind() == Access.Kind.FUNCTION) {
      Term returned = Term.apply("call." + design.functionResult() + "'", Meaning.THREAD);
      classFirst.add(Term.or(Term.equal(returned, Term.symbol("Null")), Term.apply("Values", returned)));
    }
    classFirst.add(Term.or(steps.stream()
        .map(step -> step.does.equals(Term.FALSE) ? step.taken : Term.and(step.taken, step.does, step.keeps))
        .toList()));
    Claim allowed = new Claim(name + ": what the class does, the action allows", classFirst, action.term());
    prove(allowed).ifPresent(example -> {
      throw explain(place, steps, action, before, allowed, example);
    });
    List<Term> actionFirst = new ArrayList<>(before);
    actionFirst.add(action.term());
    if (questions.isImpossible(actionFirst)) {
      throw new IllegalStateException("in no state of the invariant can " + place.label + " be taken in " + place
          + ", so whatever is said of it says nothing");
    }
    Claim done = new Claim(name + ": what the action allows, the class does", actionFirst,
        Term.or(steps.stream().map(step -> Term.and(step.taken, step.does)).toList()));
    prove(done).ifPresent(example -> {
      throw explain(place, steps, action, before, done, example);
    });
  }

  /** An example that refutes the claim, or nothing. */
  Optional<Example> prove(Claim claim) {
    claims++;
    if (questions.prove(claim).isEmpty()) {
      return Optional.empty();
    }
    List<Term> more = new ArrayList<>(claim.hypotheses());
    more.addAll(aboutOthers);
    return questions.prove(new Claim(claim.name(), more, claim.conclusion()));
  }

  /** That other threads stay where they are. */
  private Term others() {
    Term other = Term.symbol("u!1");
    List<Term> same = new ArrayList<>();
    for (String variable : List.of("pc", "result")) {
      same.add(Term.equal(Term.apply(variable + "'", other), Term.apply(variable, other)));
    }
    for (String field : callFields()) {
      same.add(Term.equal(Term.apply("call." + field + "'", other), Term.apply("call." + field, other)));
    }
    return Term.forAll(List.of(new Term.Variable("u!1", Meaning.VALUE)),
        Term.implies(Term.apply("Threads", other),
            Term.implies(Meaning.differ(other, Meaning.THREAD), Term.and(same))));
  }

  // Differences.

  private Difference explain(
      Place place, List<Step> steps, Formula action, List<Term> before, Claim claim, Example example) {
    Optional<Step> taken = steps.stream()
        .filter(step -> example.isTrue(Term.and(step.taken, step.does, step.keeps))).findFirst()
        .or(() -> steps.stream().filter(step -> example.isTrue(step.taken)).findFirst());
    return new Difference(file, place.toString(), place.label, way(place), taken.map(Step::path).orElse(null), action,
        claim.name(), example);
  }

  /** How a thread has come there first, from the request on: what that depends on need not be in the state any more. */
  private List<String> way(Place place) {
    List<String> way = new ArrayList<>();
    for (Arrival arrival = arrivals.get(place); arrival != null; arrival = arrivals.get(arrival.from)) {
      way.add(0, "from %s by way of the lines %s, because %s".formatted(
          arrival.from.label, arrival.path.lines(), arrival.path.conditions()));
    }
    return way;
  }

  private Difference difference(
      Place place, Path path, Formula action, List<Term> before, Meaning meaning, String what) {
    List<Term> all = new ArrayList<>(before);
    all.addAll(meaning.axioms());
    all.add(meaning.all(path.conditions()));
    Example example = questions.example(all, List.of()).orElse(null);
    return new Difference(file, place.toString(), place.label, way(place), path, action, what,
        Objects.requireNonNull(example, "it was possible"));
  }
}
