package org.atomicvalue.checkers.proof;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.atomicvalue.checkers.smt.Term;
import tla2sany.semantic.AssumeNode;
import tla2sany.semantic.ExprNode;
import tla2sany.semantic.ExprOrOpArgNode;
import tla2sany.semantic.FormalParamNode;
import tla2sany.semantic.ModuleNode;
import tla2sany.semantic.OpApplNode;
import tla2sany.semantic.OpDeclNode;
import tla2sany.semantic.OpDefNode;
import tla2sany.semantic.SemanticNode;
import tla2sany.semantic.SubstInNode;

/**
 * A module, and what of it can be said as terms.
 *
 * <p>A constant or variable {@code x} is the symbol {@code x}, or one symbol for each field of a record, {@code x.op};
 * a function is a function of SMT-LIB, a set a predicate; after a step a variable is {@code x'}. Of constants the terms
 * say nothing but what {@link #assumptions} say. Their shapes are those that the module itself states: of variables in
 * its type invariant, of constants in assumptions {@code C \subseteq S} and {@code DOMAIN C = S}; what is used as a set
 * is one; all else is a value of which nothing is known but what it is equal to.
 */
public final class Specification {

  private static final String TYPE_INVARIANT = "TypeOK";

  /** As they are declared, line by line; SANY has them in no order. */
  private static final Comparator<SemanticNode> ORDER =
      Comparator.comparing((SemanticNode node) -> node.getLocation().beginLine())
          .thenComparing(node -> node.getLocation().beginColumn());

  private final ModuleNode module;
  private final Source source;
  private final Translator translator;
  private final Map<String, Shape> shapes = new LinkedHashMap<>();
  private final Set<OpDeclNode> usedAsSets = new HashSet<>();
  private final Map<String, List<String>> signatures = new TreeMap<>();

  private Specification(Path folder, String name, Function<Translator.Names, Translator> meaning) {
    module = Sany.read(folder, name);
    source = new Source(folder);
    translator = meaning.apply(new Translator.Names() {
      @Override
      public Symbolic constant(OpDeclNode constant) {
        return Symbols.of(constantShape(constant), constant.getName().toString(), List.of());
      }

      @Override
      public Symbolic variable(OpDeclNode variable, boolean next) {
        return Symbols.of(variableShape(variable), variable.getName() + (next ? "'" : ""), List.of());
      }
    });
    findSets();
    for (OpDeclNode constant : module.getConstantDecls()) {
      Symbols.declare(constantShape(constant), constant.getName().toString(), signatures::put);
    }
    for (OpDeclNode variable : module.getVariableDecls()) {
      Symbols.declare(variableShape(variable), variable.getName().toString(), signatures::put);
      Symbols.declare(variableShape(variable), variable.getName() + "'", signatures::put);
    }
  }

  /** Reads a module, and those that it extends and instantiates, from a folder. */
  public static Specification read(Path folder, String module) {
    return new Specification(folder, module, Translator::new);
  }

  /** The same by a wrong translation, to see that it is found out. */
  public static Specification readWith(WrongTranslation bug, Path folder, String module) {
    return new Specification(folder, module, bug.translator());
  }

  public String name() {
    return module.getName().toString();
  }

  public List<String> constants() {
    return names(module.getConstantDecls());
  }

  public List<String> variables() {
    return names(module.getVariableDecls());
  }

  private static List<String> names(OpDeclNode[] declarations) {
    return Arrays.stream(declarations).sorted(ORDER).map(each -> each.getName().toString()).toList();
  }

  /** The symbols of constants and variables. */
  public List<String> symbols() {
    return List.copyOf(signatures.keySet());
  }

  /** The strings that have been translated so far, with their quotes. */
  public Set<String> strings() {
    return Set.copyOf(translator.strings());
  }

  /** The shape of a constant or variable. */
  Shape shape(String name) {
    return shapes.get(name);
  }

  /**
   * What a symbol of the terms is: the sorts of its arguments, then its own. Null if it is none of this module's.
   */
  public List<String> signature(String symbol) {
    if (symbol.startsWith("\"")) {
      return List.of(Symbols.VALUE);
    }
    return signatures.getOrDefault(symbol, translator.undefined().get(symbol));
  }

  // ---- shapes

  private Shape constantShape(OpDeclNode constant) {
    String name = constant.getName().toString();
    Shape known = shapes.get(name);
    if (known != null) {
      return known;
    }
    if (constant.getArity() > 0) {
      throw new Refusal("the constant operator " + name, constant);
    }
    Shape shape = Shape.VALUE;
    for (AssumeNode assumption : module.getAssumptions()) {
      if (assumption.getAssume() instanceof OpApplNode formula) {
        String operator = formula.getOperator().getName().toString();
        if (operator.equals("\\subseteq") && isSymbol(formula.getArgs()[0], constant)) {
          shape = new Shape.Collection(translator.set(formula.getArgs()[1], Scope.EMPTY, false).element());
        } else if (operator.equals("=") && formula.getArgs()[0] instanceof OpApplNode left
            && left.getOperator().getName().toString().equals("DOMAIN") && isSymbol(left.getArgs()[0], constant)) {
          shape = new Shape.Mapping(translator.set(formula.getArgs()[1], Scope.EMPTY, false), Shape.VALUE);
        }
      }
    }
    if (shape.equals(Shape.VALUE) && usedAsSets.contains(constant)) {
      shape = new Shape.Collection(Shape.VALUE);
    }
    shapes.put(name, shape);
    return shape;
  }

  private Shape variableShape(OpDeclNode variable) {
    String name = variable.getName().toString();
    Shape known = shapes.get(name);
    if (known != null) {
      return known;
    }
    for (ExprNode conjunct : conjunctsOf(definition(TYPE_INVARIANT).getBody())) {
      if (conjunct instanceof OpApplNode formula && formula.getOperator().getName().toString().equals("\\in")
          && isSymbol(formula.getArgs()[0], variable)) {
        Shape shape = translator.set(formula.getArgs()[1], Scope.EMPTY, false).element();
        shapes.put(name, shape);
        return shape;
      }
    }
    throw new Refusal("the variable " + name + ", of which " + TYPE_INVARIANT + " does not say what set it is in: "
        + "add a conjunct " + name + " \\in ...", variable);
  }

  private static boolean isSymbol(SemanticNode node, OpDeclNode symbol) {
    return node instanceof OpApplNode application && application.getOperator() == symbol;
  }

  private static List<ExprNode> conjunctsOf(ExprNode node) {
    if (node instanceof OpApplNode formula && isConjunction(formula)) {
      return Arrays.stream(formula.getArgs()).flatMap(each -> conjunctsOf((ExprNode) each).stream()).toList();
    }
    return List.of(node);
  }

  private static boolean isConjunction(OpApplNode node) {
    return Set.of("$ConjList", "\\land").contains(node.getOperator().getName().toString());
  }

  private static boolean isDisjunction(OpApplNode node) {
    return Set.of("$DisjList", "\\lor").contains(node.getOperator().getName().toString());
  }

  /** Which constants the module uses as sets. */
  private void findSets() {
    Set<SemanticNode> seen = new HashSet<>();
    for (AssumeNode assumption : module.getAssumptions()) {
      findSets(assumption.getAssume(), seen);
    }
    for (OpDefNode definition : module.getOpDefs()) {
      findSets(definition, seen);
    }
  }

  private void findSets(SemanticNode node, Set<SemanticNode> seen) {
    if (node == null || node.isBuiltIn() || !seen.add(node)) {
      return;
    }
    if (node instanceof OpDefNode definition && definition.getBody() != null) {
      findSets(definition.getBody(), seen);
    }
    if (node instanceof OpApplNode application) {
      ExprOrOpArgNode[] arguments = application.getArgs();
      switch (application.getOperator().getName().toString()) {
        case "\\in", "\\notin" -> isSet(arguments[1]);
        case "\\cup", "\\union", "\\cap", "\\intersect", "\\", "\\subseteq", "$SetOfFcns" ->
          Arrays.stream(arguments).forEach(this::isSet);
        default -> {
        }
      }
      for (ExprNode bound : application.getBdedQuantBounds() == null
          ? new ExprNode[0]
          : application.getBdedQuantBounds()) {
        isSet(bound);
        findSets(bound, seen);
      }
    }
    SemanticNode[] children = node.getChildren();
    if (children != null) {
      for (SemanticNode child : children) {
        findSets(child, seen);
      }
    }
  }

  private void isSet(SemanticNode node) {
    if (node instanceof OpApplNode application && application.getOperator() instanceof OpDeclNode constant
        && constant.getKind() == SemanticNode.ConstantDeclKind) {
      usedAsSets.add(constant);
    }
  }

  // ---- what the module says

  private OpDefNode definition(String name) {
    OpDefNode definition = module.getOpDef(name);
    if (definition == null) {
      throw new IllegalArgumentException("module " + name() + " has no definition of " + name);
    }
    return definition;
  }

  public boolean defines(String name) {
    return module.getOpDef(name) != null;
  }

  /** The ASSUMEs of the module and of those that it extends. */
  public List<Formula> assumptions() {
    List<Formula> formulas = new ArrayList<>();
    for (AssumeNode assumption : module.getAssumptions()) {
      ExprNode node = assumption.getAssume();
      formulas.add(new Formula("ASSUME " + place(node), source.text(node), place(node),
          translator.truth(node, Scope.EMPTY, false)));
    }
    return formulas;
  }

  /** A definition without parameters that is a formula about one state or one step. */
  public Formula formula(String name) {
    OpDefNode definition = definition(name);
    return new Formula(name, source.text(definition.getBody()), place(definition),
        translator.truth(definition.getBody(), Scope.EMPTY, false));
  }

  /** A definition with one parameter, of a thread, say, as a formula. */
  public Formula formula(String name, Term argument) {
    OpDefNode definition = definition(name);
    Scope scope = Scope.EMPTY.with(definition.getParams()[0], new Symbolic.Atom(argument));
    return new Formula(name, source.text(definition.getBody()), place(definition),
        translator.truth(definition.getBody(), scope, false));
  }

  /** The conjuncts of a definition that is a formula about one state, in the state before a step or the one after. */
  public List<Formula> conjuncts(String name, boolean next) {
    List<Formula> formulas = new ArrayList<>();
    OpDefNode definition = definition(name);
    conjuncts(definition.getBody(), name, new Wrapping(List.of()), next, formulas);
    Map<String, Integer> counts = new TreeMap<>();
    formulas.forEach(each -> counts.merge(each.name(), 1, Integer::sum));
    Map<String, Integer> count = new TreeMap<>();
    return formulas.stream()
        .map(each -> counts.get(each.name()) == 1
            ? each
            : new Formula(each.name() + "#" + count.merge(each.name(), 1, Integer::sum), each.text(), each.place(),
                each.term()))
        .toList();
  }

  /** What stands around a part of a definition: quantifiers, and what its parameters stand for. */
  private record Wrapping(List<Layer> layers) {

    interface Layer {
      Term around(Scope scope, Function<Scope, Term> inside);
    }

    Wrapping with(Layer layer) {
      List<Layer> more = new ArrayList<>(layers);
      more.add(layer);
      return new Wrapping(more);
    }

    Term around(Scope scope, Function<Scope, Term> inside) {
      if (layers.isEmpty()) {
        return inside.apply(scope);
      }
      Wrapping rest = new Wrapping(layers.subList(1, layers.size()));
      return layers.get(0).around(scope, inner -> rest.around(inner, inside));
    }
  }

  private void conjuncts(ExprNode node, String name, Wrapping wrapping, boolean next, List<Formula> formulas) {
    if (node instanceof OpApplNode application) {
      if (isConjunction(application)) {
        for (ExprOrOpArgNode each : application.getArgs()) {
          conjuncts((ExprNode) each, name, wrapping, next, formulas);
        }
        return;
      }
      if (application.getOperator().getName().toString().equals("$BoundedForall")
          && application.getBdedQuantBounds().length == 1 && application.getBdedQuantSymbolLists()[0].length == 1) {
        FormalParamNode variable = Translator.onlyVariable(application);
        ExprNode bound = application.getBdedQuantBounds()[0];
        Wrapping inner = wrapping.with((scope, inside) -> translator.set(bound, scope, next)
            .forAll(variable.getName().toString(), x -> inside.apply(scope.with(variable, x))));
        conjuncts((ExprNode) application.getArgs()[0], name, inner, next, formulas);
        return;
      }
      if (isOwnDefinition(application)) {
        OpDefNode definition = (OpDefNode) application.getOperator();
        Wrapping inner = wrapping.with(
            (scope, inside) -> inside.apply(translator.parameters(definition, application, scope)));
        conjuncts(definition.getBody(), definition.getName().toString(), inner, next, formulas);
        return;
      }
    }
    formulas.add(new Formula(name, source.text(node), place(node),
        wrapping.around(Scope.EMPTY, scope -> translator.truth(node, scope, next))));
  }

  private static boolean isOwnDefinition(OpApplNode node) {
    return node.getOperator() instanceof OpDefNode definition
        && definition.getKind() == SemanticNode.UserDefinedOpKind
        && definition.getBody() != null && !(definition.getBody() instanceof SubstInNode)
        && !(definition.getOriginallyDefinedInModuleNode() != null
            && definition.getOriginallyDefinedInModuleNode().isStandard());
  }

  /** The actions of which a definition, Next, is the disjunction. */
  public List<Action> actions(String name) {
    List<Action> actions = new ArrayList<>();
    actions(definition(name).getBody(), name, Scope.EMPTY, List.of(), List.of(), actions);
    return actions;
  }

  private void actions(
      ExprNode node, String name, Scope scope, List<Term> parameters, List<Term> guards, List<Action> actions) {
    if (node instanceof OpApplNode application) {
      if (isDisjunction(application)) {
        for (ExprOrOpArgNode each : application.getArgs()) {
          actions((ExprNode) each, name, scope, parameters, guards, actions);
        }
        return;
      }
      if (application.getOperator().getName().toString().equals("$BoundedExists")) {
        FormalParamNode variable = Translator.onlyVariable(application);
        String parameter = variable.getName().toString();
        SymbolicSet set = translator.set(application.getBdedQuantBounds()[0], scope, false);
        Symbols.declare(set.element(), parameter, signatures::put);
        Symbolic value = Symbols.of(set.element(), parameter, List.of());
        actions((ExprNode) application.getArgs()[0], name, scope.with(variable, value),
            with(parameters, Symbolic.parts(value)), with(guards, List.of(set.contains(value))), actions);
        return;
      }
      if (isOwnDefinition(application)) {
        OpDefNode definition = (OpDefNode) application.getOperator();
        actions(definition.getBody(), definition.getName().toString(),
            translator.parameters(definition, application, scope), parameters, guards, actions);
        return;
      }
    }
    String unique = name;
    for (int i = 2; isTaken(unique, actions); i++) {
      unique = name + "#" + i;
    }
    actions.add(new Action(unique, place(node), parameters, guards, translator.truth(node, scope, false)));
  }

  private static boolean isTaken(String name, List<Action> actions) {
    return actions.stream().anyMatch(each -> each.name().equals(name));
  }

  private static <T> List<T> with(List<T> list, List<T> more) {
    List<T> longer = new ArrayList<>(list);
    longer.addAll(more);
    return List.copyOf(longer);
  }

  /** The action that changes nothing of what the tuple has in it. */
  Action unchanged(String tuple, String name) {
    OpDefNode definition = definition(tuple);
    Symbolic before = translator.evaluate(definition.getBody(), Scope.EMPTY, false);
    Symbolic after = translator.evaluate(definition.getBody(), Scope.EMPTY, true);
    return new Action(name, place(definition), List.of(), List.of(), Symbolic.equal(after, before));
  }

  /** Refuses a definition that is written differently. */
  void requireForm(String name, String form) {
    String text = source.text(definition(name).getBody());
    if (!text.equals(form)) {
      throw new Refusal(name + " == " + text + ", which is not " + form, definition(name));
    }
  }

  /**
   * What a temporal formula says of first states and of steps.
   *
   * @param initial formulas about the first state
   * @param steps formulas about each step, be it one in which nothing changes
   * @param actions formulas about what an action does, also where that changes nothing
   */
  public record Behaviour(List<Formula> initial, List<Formula> steps, List<Formula> actions) {}

  /**
   * A definition of the form {@code Init /\ [][Next]_vars}, or of either part, or a formula about actions. What is none
   * of these, such as fairness, is refused.
   */
  public Behaviour behaviour(String name) {
    Behaviour behaviour = new Behaviour(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    behaviour(definition(name).getBody(), name, Scope.EMPTY, behaviour);
    return behaviour;
  }

  private void behaviour(ExprNode node, String name, Scope scope, Behaviour behaviour) {
    if (node instanceof SubstInNode substitution) {
      behaviour(substitution.getBody(), name, translator.substituted(substitution.getSubsts(), scope), behaviour);
      return;
    }
    if (node instanceof OpApplNode application) {
      if (isConjunction(application)) {
        for (ExprOrOpArgNode each : application.getArgs()) {
          behaviour((ExprNode) each, name, scope, behaviour);
        }
        return;
      }
      if (application.getOperator().getName().toString().equals("[]")) {
        ExprOrOpArgNode action = application.getArgs()[0];
        behaviour.steps.add(
            new Formula(name, source.text(action), place(action), translator.truth(action, scope, false)));
        return;
      }
      if (application.getOperator() instanceof OpDefNode definition && node.getLevel() > 2
          && definition.getKind() == SemanticNode.UserDefinedOpKind) {
        behaviour(
            definition.getBody(), name, translator.parameters(definition, application, scope), behaviour);
        return;
      }
    }
    if (node.getLevel() > 2) {
      throw new Refusal("a temporal formula that is not [][A]_v", node);
    }
    if (node.getLevel() == 2) {
      behaviour.actions.add(new Formula(name, source.text(node), place(node), translator.truth(node, scope, false)));
      return;
    }
    behaviour.initial.add(new Formula(name, source.text(node), place(node), translator.truth(node, scope, false)));
  }

  static String place(SemanticNode node) {
    return node.getLocation().source() + ".tla:" + node.getLocation().beginLine();
  }
}
