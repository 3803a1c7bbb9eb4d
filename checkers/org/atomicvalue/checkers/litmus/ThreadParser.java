package org.atomicvalue.checkers.litmus;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the code of a thread, from its opening brace to its closing one. */
final class ThreadParser {

  private static final String STATEMENT = "a statement: X.setVolatile(1); int r = X.getAcquire(); r = r + 1; "
      + "VarHandle.fullFence(); if (r == 1) { } else { }";

  /** From the loosest to the tightest, as in Java. */
  private static final List<Set<String>> OPERATORS = List.of(
      Set.of("||"),
      Set.of("&&"),
      Set.of("|"),
      Set.of("^"),
      Set.of("&"),
      Set.of("==", "!="),
      Set.of("<", ">", "<=", ">="),
      Set.of("+", "-"),
      Set.of("*", "/", "%"));

  private final Words words;
  private final int thread;
  private final Map<String, String> locations;
  private final Set<String> initialized;
  private final Set<String> assigned;
  private final List<Token> read = new ArrayList<>();

  /**
   * @param locations of each VarHandle of this thread, the name of its location
   * @param assigned receives the registers that the thread assigns
   */
  ThreadParser(Words words, int thread, Map<String, String> locations, Set<String> initialized, Set<String> assigned) {
    this.words = words;
    this.thread = thread;
    this.locations = locations;
    this.initialized = initialized;
    this.assigned = assigned;
  }

  List<Statement> parse() throws NotUnderstood {
    List<Statement> statements = block();
    for (Token register : read) {
      if (!assigned.contains(register.text()) && !initialized.contains(register.text())) {
        throw words.notUnderstood(register, "a register that Thread" + thread + " assigns, " + listed(assigned));
      }
    }
    return statements;
  }

  private static String listed(Set<String> names) {
    return names.isEmpty()
        ? "of which there is none"
        : "one of " + names.stream().sorted().collect(
            Collectors.joining(", "));
  }

  private List<Statement> block() throws NotUnderstood {
    words.expect("{");
    List<Statement> statements = new ArrayList<>();
    while (!words.take("}")) {
      statements.addAll(statement());
    }
    return statements;
  }

  private List<Statement> statement() throws NotUnderstood {
    if (words.at("{")) {
      return block();
    } else if (words.take(";")) {
      return List.of();
    } else if (words.at("if")) {
      return List.of(conditional());
    } else if (words.at("int") || words.at("boolean")) {
      words.take();
      return declaration();
    } else if (words.peek().kind() != Token.Kind.NAME || words.at("while") || words.at("else")) {
      throw words.notUnderstood(STATEMENT);
    }
    Optional<Statement> fence = fence();
    if (fence.isPresent()) {
      return List.of(fence.get());
    }
    if (words.peek(1).is("=")) {
      return List.of(assignment());
    }
    if (!words.peek(1).is(".")) {
      throw words.notUnderstood(STATEMENT);
    }
    Statement call = new Statement.Evaluate(call(true));
    words.expect(";");
    return List.of(call);
  }

  private Statement conditional() throws NotUnderstood {
    words.expect("if");
    words.expect("(");
    Expression condition = expression(0);
    words.expect(")");
    List<Statement> then = statement();
    List<Statement> otherwise = words.take("else") ? statement() : List.of();
    return new Statement.If(condition, then, otherwise);
  }

  private List<Statement> declaration() throws NotUnderstood {
    List<Statement> statements = new ArrayList<>();
    do {
      if (words.peek(1).is("=")) {
        String register = words.name("the name of a register");
        words.expect("=");
        statements.add(new Statement.Assign(register, expression(0)));
        assigned.add(register);
      } else {
        String register = words.name("the name of a register");
        statements.add(new Statement.Assign(register, new Expression.Constant(0)));
        assigned.add(register);
      }
    } while (words.take(","));
    words.expect(";");
    return statements;
  }

  private Statement assignment() throws NotUnderstood {
    String register = words.name("the name of a register");
    words.expect("=");
    Expression value = expression(0);
    words.expect(";");
    assigned.add(register);
    return new Statement.Assign(register, value);
  }

  private Optional<Statement> fence() throws NotUnderstood {
    int qualifier = words.at("VarHandle") && words.peek(1).is(".") ? 2 : 0;
    Optional<Fence> fence = Fence.called(words.peek(qualifier).text());
    if (fence.isEmpty()) {
      return Optional.empty();
    }
    for (int i = 0; i <= qualifier; i++) {
      words.take();
    }
    words.expect("(");
    words.expect(")");
    words.expect(";");
    return Optional.of(new Statement.Issue(fence.get()));
  }

  private Expression expression(int level) throws NotUnderstood {
    if (level == OPERATORS.size()) {
      return unary();
    }
    Expression left = expression(level + 1);
    while (words.peek().kind() == Token.Kind.SYMBOL && OPERATORS.get(level).contains(words.peek().text())) {
      Token operator = words.take();
      Expression right = expression(level + 1);
      if ((operator.is("&&") || operator.is("||")) && right.accessesMemory()) {
        throw words.notUnderstood(operator.position(), "an access to memory after " + operator.described(),
            "one that is always made: assign it to a register first, or write if");
      }
      left = new Expression.Binary(operator.text(), left, right, operator.position());
    }
    return left;
  }

  private Expression unary() throws NotUnderstood {
    if (words.at("-") || words.at("!")) {
      Token operator = words.take();
      if (operator.is("-") && words.peek().kind() == Token.Kind.NUMBER) {
        return new Expression.Constant(words.intOf(words.take(), true));
      }
      return new Expression.Unary(operator.text(), unary());
    }
    if (words.at("(")) {
      words.take();
      if ((words.at("int") || words.at("boolean")) && words.peek(1).is(")")) {
        words.take();
        words.take();
        return unary();
      }
      Expression inner = expression(0);
      words.expect(")");
      return inner;
    }
    if (words.peek().kind() == Token.Kind.NUMBER) {
      return new Expression.Constant(words.intOf(words.take(), false));
    }
    if (words.at("true") || words.at("false")) {
      return new Expression.Constant(words.take().is("true") ? 1 : 0);
    }
    if (words.peek().kind() != Token.Kind.NAME) {
      throw words.notUnderstood("a number, a register, or an access such as X.getOpaque()");
    }
    if (words.peek(1).is(".")) {
      return call(false);
    }
    Token register = words.take();
    read.add(register);
    return new Expression.Register(register.text());
  }

  /** @param alone whether its result goes nowhere, so that a write will do */
  private Expression call(boolean alone) throws NotUnderstood {
    Token handle = words.take();
    words.expect(".");
    Token method = words.peek();
    Optional<Access> access = Access.called(words.name("an access method of VarHandle"));
    if (access.isEmpty()) {
      throw words.notUnderstood(method, "an access method of VarHandle: "
          + Access.values().stream().map(Access::method).collect(Collectors.joining(", ")));
    }
    if (access.get().kind() == Access.Kind.SET && !alone) {
      throw words.notUnderstood(method, "a method that returns a value");
    }
    String location = locations.get(handle.text());
    if (location == null) {
      throw words.notUnderstood(handle, "a VarHandle of Thread" + thread + ", which the block at the beginning "
          + "declares: " + thread + ":" + handle.text() + "=x;");
    }
    words.expect("(");
    List<Expression> arguments = new ArrayList<>();
    for (int i = 0; i < access.get().kind().parameters(); i++) {
      if (i > 0) {
        words.expect(",");
      }
      arguments.add(expression(0));
    }
    words.expect(")");
    return new Expression.Call(location, access.get(), arguments);
  }
}
