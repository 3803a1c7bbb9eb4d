package org.atomicvalue.checkers.proof;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.atomicvalue.checkers.smt.Term;
import tla2sany.semantic.AtNode;
import tla2sany.semantic.ExprNode;
import tla2sany.semantic.ExprOrOpArgNode;
import tla2sany.semantic.FormalParamNode;
import tla2sany.semantic.LabelNode;
import tla2sany.semantic.LetInNode;
import tla2sany.semantic.NumeralNode;
import tla2sany.semantic.OpApplNode;
import tla2sany.semantic.OpArgNode;
import tla2sany.semantic.OpDeclNode;
import tla2sany.semantic.OpDefNode;
import tla2sany.semantic.SemanticNode;
import tla2sany.semantic.StringNode;
import tla2sany.semantic.Subst;
import tla2sany.semantic.SubstInNode;
import tla2sany.semantic.SymbolNode;

/**
 * What expressions of TLA+ mean, by the book (<i>Specifying Systems</i>, chapter 16), for the part of the language that
 * it understands. Whatever else it meets it refuses, with the place.
 *
 * <p>Where TLA+ leaves a value open, such as that of a CASE none of whose arms applies, or of a function outside its
 * domain, the term stands for some value of which nothing is known.
 */
class Translator {

  /** What constants and variables stand for. */
  interface Names {
    Symbolic constant(OpDeclNode constant);

    Symbolic variable(OpDeclNode variable, boolean next);
  }

  private final Names names;
  private final Set<String> strings = new TreeSet<>();
  private final Map<String, List<String>> undefined = new TreeMap<>();

  Translator(Names names) {
    this.names = names;
  }

  /** The strings that have occurred so far, with their quotes: distinct values. */
  Set<String> strings() {
    return strings;
  }

  /** Names of values of which nothing is known, with their signatures. */
  Map<String, List<String>> undefined() {
    return undefined;
  }

  /** @param next whether the expression is primed */
  Symbolic evaluate(ExprOrOpArgNode node, Scope scope, boolean next) {
    if (node instanceof OpApplNode application) {
      return apply(application, scope, next);
    } else if (node instanceof StringNode string) {
      return new Symbolic.Atom(string('"' + string.getRep().toString() + '"'));
    } else if (node instanceof NumeralNode numeral) {
      return new Symbolic.Number(Term.integer(numeral.val()));
    } else if (node instanceof LetInNode let) {
      // A definition is evaluated where it is used; only its parameters need a scope of their own.
      return evaluate(let.getBody(), scope, next);
    } else if (node instanceof SubstInNode substitution) {
      return evaluate(substitution.getBody(), substituted(substitution.getSubsts(), scope), next);
    } else if (node instanceof LabelNode label && label.getBody() instanceof ExprNode body) {
      return evaluate(body, scope, next);
    } else if (node instanceof AtNode at) {
      Scope.Meaning meaning = scope.meaning(at.getExceptComponentRef());
      if (meaning == null) {
        throw new Refusal("an @ outside of EXCEPT", node);
      }
      return meaning.in(next);
    }
    throw new Refusal(
        node instanceof OpArgNode ? "an operator as an argument" : "a " + node.getClass().getSimpleName(), node);
  }

  final Term truth(ExprOrOpArgNode node, Scope scope, boolean next) {
    Symbolic value = evaluate(node, scope, next);
    if (value instanceof Symbolic.Truth truth) {
      return truth.term();
    }
    throw new Refusal(value.kind() + " where a formula is needed", node);
  }

  final SymbolicSet set(ExprOrOpArgNode node, Scope scope, boolean next) {
    Symbolic value = evaluate(node, scope, next);
    if (value instanceof SymbolicSet set) {
      return set;
    }
    throw new Refusal(value.kind() + " where a set is needed", node);
  }

  private Term number(ExprOrOpArgNode node, Scope scope, boolean next) {
    Symbolic value = evaluate(node, scope, next);
    if (value instanceof Symbolic.Number number) {
      return number.term();
    }
    throw new Refusal(value.kind() + " where a number is needed", node);
  }

  Term string(String quoted) {
    strings.add(quoted);
    return Term.symbol(quoted);
  }

  final Scope substituted(Subst[] substitutions, Scope scope) {
    Map<SemanticNode, Scope.Meaning> meanings = new HashMap<>();
    for (Subst each : substitutions) {
      meanings.put(each.getOp(), later -> evaluate(each.getExpr(), scope, later));
    }
    return scope.with(meanings);
  }

  private Symbolic apply(OpApplNode node, Scope scope, boolean next) {
    SymbolNode operator = node.getOperator();
    Scope.Meaning meaning = scope.meaning(operator);
    if (meaning != null) {
      if (node.getArgs().length > 0) {
        throw new Refusal("an operator as a parameter: " + operator.getName(), node);
      }
      return meaning.in(next);
    }
    if (operator instanceof OpDeclNode declared) {
      return declared.getKind() == SemanticNode.VariableDeclKind
          ? variable(declared, next)
          : names.constant(declared);
    }
    if (operator instanceof OpDefNode definition) {
      return definition.getKind() == SemanticNode.BuiltInKind || definition.isStandardModule()
          || isOfStandardModule(definition)
              ? builtIn(definition.getName().toString(), node, scope, next)
              : evaluate(definition.getBody(), parameters(definition, node, scope), next);
    }
    throw new Refusal("the symbol " + operator.getName(), node);
  }

  private static boolean isOfStandardModule(OpDefNode definition) {
    return definition.getOriginallyDefinedInModuleNode() != null
        && definition.getOriginallyDefinedInModuleNode().isStandard();
  }

  Symbolic variable(OpDeclNode variable, boolean next) {
    return names.variable(variable, next);
  }

  /** The scope of a definition's body. */
  final Scope parameters(OpDefNode definition, OpApplNode node, Scope scope) {
    if (definition.getInRecursive()) {
      throw new Refusal("the recursive operator " + definition.getName(), node);
    }
    FormalParamNode[] parameters = definition.getParams();
    Map<SemanticNode, Scope.Meaning> meanings = new HashMap<>();
    for (int i = 0; i < parameters.length; i++) {
      ExprOrOpArgNode argument = node.getArgs()[i];
      meanings.put(parameters[i], later -> evaluate(argument, scope, later));
    }
    return scope.with(meanings);
  }

  private Symbolic builtIn(String operator, OpApplNode node, Scope scope, boolean next) {
    ExprOrOpArgNode[] arguments = node.getArgs();
    try {
      return switch (operator) {
        case "TRUE" -> new Symbolic.Truth(Term.TRUE);
        case "FALSE" -> new Symbolic.Truth(Term.FALSE);
        case "$ConjList", "\\land" -> new Symbolic.Truth(Term.and(truths(arguments, scope, next)));
        case "$DisjList", "\\lor" -> new Symbolic.Truth(Term.or(truths(arguments, scope, next)));
        case "\\lnot" -> new Symbolic.Truth(Term.not(truth(arguments[0], scope, next)));
        case "=>" -> new Symbolic.Truth(
            Term.implies(truth(arguments[0], scope, next), truth(arguments[1], scope, next)));
        case "\\equiv" -> new Symbolic.Truth(
            Symbolic.equal(evaluate(arguments[0], scope, next), evaluate(arguments[1], scope, next)));
        case "=" -> new Symbolic.Truth(equal(arguments, scope, next));
        case "/=" -> new Symbolic.Truth(Term.not(equal(arguments, scope, next)));
        case "\\in" -> new Symbolic.Truth(contains(arguments, scope, next));
        case "\\notin" -> new Symbolic.Truth(Term.not(contains(arguments, scope, next)));
        case "\\subseteq" -> new Symbolic.Truth(
            set(arguments[0], scope, next).subsetOf(set(arguments[1], scope, next)));
        case "$BoundedForall" -> new Symbolic.Truth(quantified(node, scope, next, true));
        case "$BoundedExists" -> new Symbolic.Truth(quantified(node, scope, next, false));
        case "\\cup", "\\union" ->
          new SymbolicSet.Union(set(arguments[0], scope, next), set(arguments[1], scope, next));
        case "\\cap", "\\intersect" -> {
          SymbolicSet other = set(arguments[1], scope, next);
          yield new SymbolicSet.Filtered(set(arguments[0], scope, next), other::contains, "in " + other.text());
        }
        case "\\" -> {
          SymbolicSet other = set(arguments[1], scope, next);
          yield new SymbolicSet.Filtered(
              set(arguments[0], scope, next), x -> Term.not(other.contains(x)), "not in " + other.text());
        }
        case "$SetEnumerate" -> new SymbolicSet.Enumerated(evaluateAll(arguments, scope, next));
        case "BOOLEAN" -> new SymbolicSet.Enumerated(
            List.of(new Symbolic.Truth(Term.TRUE), new Symbolic.Truth(Term.FALSE)));
        case "$SubsetOf" -> {
          FormalParamNode variable = onlyVariable(node);
          yield new SymbolicSet.Filtered(
              set(node.getBdedQuantBounds()[0], scope, next),
              x -> truth(arguments[0], scope.with(variable, x), next), Refusal.describe(node));
        }
        case "$SetOfAll" -> {
          FormalParamNode variable = onlyVariable(node);
          yield new SymbolicSet.Image(
              set(node.getBdedQuantBounds()[0], scope, next), variable.getName().toString(),
              x -> evaluate(arguments[0], scope.with(variable, x), next), Refusal.describe(node));
        }
        case "$SetOfFcns" -> new SymbolicSet.Functions(set(arguments[0], scope, next), set(arguments[1], scope, next));
        case "$SetOfRcds" -> {
          Map<String, SymbolicSet> fields = new TreeMap<>();
          pairs(arguments).forEach((field, value) -> fields.put(field, set(value, scope, next)));
          yield new SymbolicSet.Records(new TreeMap<>(fields));
        }
        case "$RcdConstructor" -> {
          Map<String, Symbolic> fields = new TreeMap<>();
          pairs(arguments).forEach((field, value) -> fields.put(field, evaluate(value, scope, next)));
          yield new Symbolic.Fields(fields);
        }
        case "$RcdSelect" -> select(evaluate(arguments[0], scope, next), field(arguments[1]), node);
        case "$FcnConstructor" -> {
          FormalParamNode variable = onlyVariable(node);
          yield new Symbolic.Mapping(
              set(node.getBdedQuantBounds()[0], scope, next),
              x -> evaluate(arguments[0], scope.with(variable, x), next));
        }
        case "$FcnApply" -> {
          Symbolic function = evaluate(arguments[0], scope, next);
          if (!(function instanceof Symbolic.Mapping mapping)) {
            throw new Refusal(function.kind() + " applied to an argument", node);
          }
          yield mapping.at().apply(evaluate(arguments[1], scope, next));
        }
        case "DOMAIN" -> {
          Symbolic function = evaluate(arguments[0], scope, next);
          if (!(function instanceof Symbolic.Mapping mapping)) {
            throw new Refusal("DOMAIN of " + function.kind(), node);
          }
          yield mapping.domain();
        }
        case "$Except" -> except(node, scope, next);
        case "$IfThenElse" -> Symbolic.ifThenElse(
            truth(arguments[0], scope, next),
            evaluate(arguments[1], scope, next), evaluate(arguments[2], scope, next));
        case "$Case" -> choice(node, scope, next);
        case "$Tuple" -> new Symbolic.Tuple(evaluateAll(arguments, scope, next));
        case "'" -> primed(arguments[0], scope, next);
        case "UNCHANGED" -> new Symbolic.Truth(unchanged(arguments[0], scope, next));
        case "$SquareAct" -> new Symbolic.Truth(
            Term.or(truth(arguments[0], scope, next), unchanged(arguments[1], scope, next)));
        case "+", "-", "*" -> arithmetic(operator, arguments, scope, next);
        case "<", ">" -> new Symbolic.Truth(compared(operator, arguments, scope, next));
        case "\\leq" -> new Symbolic.Truth(compared("<=", arguments, scope, next));
        case "\\geq" -> new Symbolic.Truth(compared(">=", arguments, scope, next));
        case "Nat" -> new SymbolicSet.Naturals();
        default -> throw new Refusal("the operator " + operator, node);
      };
    } catch (Refusal refusal) {
      throw refusal.at(node);
    }
  }

  Term contains(ExprOrOpArgNode[] arguments, Scope scope, boolean next) {
    return set(arguments[1], scope, next).contains(evaluate(arguments[0], scope, next));
  }

  private Term equal(ExprOrOpArgNode[] arguments, Scope scope, boolean next) {
    return Symbolic.equal(evaluate(arguments[0], scope, next), evaluate(arguments[1], scope, next));
  }

  private List<Term> truths(ExprOrOpArgNode[] nodes, Scope scope, boolean next) {
    List<Term> terms = new ArrayList<>();
    for (ExprOrOpArgNode node : nodes) {
      terms.add(truth(node, scope, next));
    }
    return terms;
  }

  private List<Symbolic> evaluateAll(ExprOrOpArgNode[] nodes, Scope scope, boolean next) {
    List<Symbolic> values = new ArrayList<>();
    for (ExprOrOpArgNode node : nodes) {
      values.add(evaluate(node, scope, next));
    }
    return values;
  }

  Symbolic primed(ExprOrOpArgNode node, Scope scope, boolean next) {
    if (next) {
      throw new Refusal("a prime within a prime", node);
    }
    return evaluate(node, scope, true);
  }

  private Term unchanged(ExprOrOpArgNode node, Scope scope, boolean next) {
    return Symbolic.equal(primed(node, scope, next), evaluate(node, scope, false));
  }

  private Symbolic arithmetic(String operator, ExprOrOpArgNode[] arguments, Scope scope, boolean next) {
    return new Symbolic.Number(
        Term.apply(operator, number(arguments[0], scope, next), number(arguments[1], scope, next)));
  }

  private Term compared(String operator, ExprOrOpArgNode[] arguments, Scope scope, boolean next) {
    return Term.apply(operator, number(arguments[0], scope, next), number(arguments[1], scope, next));
  }

  /** {@code \A x, y \in S, z \in T : p}, or with \E. */
  Term quantified(OpApplNode node, Scope scope, boolean next, boolean all) {
    List<FormalParamNode> variables = new ArrayList<>();
    List<SymbolicSet> bounds = new ArrayList<>();
    for (int i = 0; i < node.getBdedQuantBounds().length; i++) {
      if (node.isBdedQuantATuple()[i]) {
        throw new Refusal("a quantifier over tuples", node);
      }
      for (FormalParamNode variable : node.getBdedQuantSymbolLists()[i]) {
        variables.add(variable);
        bounds.add(set(node.getBdedQuantBounds()[i], scope, next));
      }
    }
    return quantified(node.getArgs()[0], variables, bounds, scope, next, all);
  }

  private Term quantified(
      ExprOrOpArgNode body, List<FormalParamNode> variables, List<SymbolicSet> bounds, Scope scope, boolean next,
      boolean all) {
    if (variables.isEmpty()) {
      return truth(body, scope, next);
    }
    FormalParamNode variable = variables.get(0);
    Function<Symbolic, Term> rest = x -> quantified(
        body, variables.subList(1, variables.size()), bounds.subList(1, bounds.size()), scope.with(variable, x), next,
        all);
    String name = variable.getName().toString();
    return all ? bounds.get(0).forAll(name, rest) : bounds.get(0).exists(name, rest);
  }

  static FormalParamNode onlyVariable(OpApplNode node) {
    if (node.getBdedQuantSymbolLists().length != 1 || node.getBdedQuantSymbolLists()[0].length != 1
        || node.isBdedQuantATuple()[0]) {
      throw new Refusal("more than one variable", node);
    }
    return node.getBdedQuantSymbolLists()[0][0];
  }

  private static Map<String, ExprOrOpArgNode> pairs(ExprOrOpArgNode[] arguments) {
    Map<String, ExprOrOpArgNode> pairs = new LinkedHashMap<>();
    for (ExprOrOpArgNode argument : arguments) {
      ExprOrOpArgNode[] pair = ((OpApplNode) argument).getArgs();
      pairs.put(field(pair[0]), pair[1]);
    }
    return pairs;
  }

  private static String field(ExprOrOpArgNode node) {
    if (node instanceof StringNode name) {
      return name.getRep().toString();
    }
    throw new Refusal("a field whose name is not a string", node);
  }

  private static Symbolic select(Symbolic value, String field, SemanticNode node) {
    if (value instanceof Symbolic.Fields fields && fields.values().containsKey(field)) {
      return fields.values().get(field);
    }
    throw new Refusal("the field " + field + " of " + value.kind() + " that has none", node);
  }

  /** {@code [f EXCEPT ![a].b = e, ...]}. */
  private Symbolic except(OpApplNode node, Scope scope, boolean next) {
    Symbolic value = evaluate(node.getArgs()[0], scope, next);
    for (int i = 1; i < node.getArgs().length; i++) {
      OpApplNode pair = (OpApplNode) node.getArgs()[i];
      ExprOrOpArgNode[] path = ((OpApplNode) pair.getArgs()[0]).getArgs();
      value = except(value, path, 0, pair, scope, next);
    }
    return value;
  }

  Symbolic except(
      Symbolic value, ExprOrOpArgNode[] path, int depth, OpApplNode pair, Scope scope, boolean next) {
    if (depth == path.length) {
      return evaluate(pair.getArgs()[1], scope.with(pair, value), next);
    }
    if (value instanceof Symbolic.Mapping mapping) {
      Symbolic argument = evaluate(path[depth], scope, next);
      return new Symbolic.Mapping(mapping.domain(), x -> {
        Symbolic old = mapping.at().apply(x);
        return Symbolic.ifThenElse(
            Symbolic.equal(x, argument), except(old, path, depth + 1, pair, scope, next), old);
      });
    }
    if (value instanceof Symbolic.Fields fields) {
      String field = field(path[depth]);
      Map<String, Symbolic> values = new TreeMap<>(fields.values());
      values.put(field, except(select(value, field, pair), path, depth + 1, pair, scope, next));
      return new Symbolic.Fields(values);
    }
    throw new Refusal("EXCEPT of " + value.kind(), pair);
  }

  /** The first arm whose condition holds, as TLC takes it; TLA+ lets it be any of them. */
  private Symbolic choice(OpApplNode node, Scope scope, boolean next) {
    List<Term> conditions = new ArrayList<>();
    List<Symbolic> values = new ArrayList<>();
    Symbolic other = null;
    for (ExprOrOpArgNode argument : arms(node)) {
      ExprOrOpArgNode[] arm = ((OpApplNode) argument).getArgs();
      Symbolic value = evaluate(arm[1], scope, next);
      if (arm[0] == null) {
        other = value;
      } else {
        conditions.add(truth(arm[0], scope, next));
        values.add(value);
      }
    }
    Symbolic result = other != null ? other : undefined(values.get(0), node);
    for (int i = conditions.size() - 1; i >= 0; i--) {
      result = Symbolic.ifThenElse(conditions.get(i), values.get(i), result);
    }
    return result;
  }

  List<ExprOrOpArgNode> arms(OpApplNode node) {
    return List.of(node.getArgs());
  }

  /** Some value of that shape of which nothing is known. */
  private Symbolic undefined(Symbolic example, SemanticNode node) {
    String name = "unspecified@" + node.getLocation().source() + ":" + node.getLocation().beginLine() + ":"
        + node.getLocation().beginColumn();
    Shape shape = example.shape();
    Symbols.declare(shape, name, undefined::put);
    return Symbols.of(shape, name, List.of());
  }
}
