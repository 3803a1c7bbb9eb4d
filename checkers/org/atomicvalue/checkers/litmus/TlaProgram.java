package org.atomicvalue.checkers.litmus;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A litmus test as a value of TLA+, in the form that the module {@code Programs} describes. */
final class TlaProgram {

  private static final Map<String, String> OPERATORS = Map.ofEntries(
      Map.entry("==", "="), Map.entry("!=", "#"), Map.entry("&&", "and"), Map.entry("||", "or"),
      Map.entry("<", "<"), Map.entry("<=", "<="), Map.entry("+", "+"), Map.entry("-", "-"), Map.entry("*", "*"),
      Map.entry("/", "/"), Map.entry("%", "%"), Map.entry("&", "&"), Map.entry("|", "|"), Map.entry("^", "^"));

  private final List<String> instructions = new ArrayList<>();
  private final int[] temporaries;

  private TlaProgram(int[] temporaries) {
    this.temporaries = temporaries;
  }

  /** The test as an expression of TLA+. Its outcome has the values in the order of {@link Litmus#observed()}. */
  static String of(Litmus test) {
    List<String> threads = new ArrayList<>();
    for (int i = 0; i < test.threads().size(); i++) {
      threads.add(thread(test, i));
    }
    String initially = test.memory().isEmpty()
        ? "[x \\in {} |-> 0]"
        : test.memory().entrySet().stream()
            .map(entry -> string(entry.getKey()) + " :> " + integer(entry.getValue()))
            .collect(Collectors.joining(" @@ ", "(", ")"));
    List<String> registers = new ArrayList<>();
    List<String> locations = new ArrayList<>();
    for (Observable what : test.observed()) {
      if (what.isLocation()) {
        locations.add(string(what.name()));
      } else {
        registers.add("<<" + (what.thread() + 1) + ", " + string(what.name()) + ">>");
      }
    }
    return "Program(%s,%n  %s,%n  %s,%n  %s)".formatted(
        sequence(threads), initially, sequence(registers), sequence(locations));
  }

  private static String thread(Litmus test, int number) {
    SortedMap<String, Integer> initial = new TreeMap<>();
    for (Observable what : test.observed()) {
      if (what.thread() == number) {
        initial.put(what.name(), 0);
      }
    }
    initial.putAll(test.threads().get(number).registers());
    TlaProgram program = new TlaProgram(new int[1]);
    initial.forEach((register, value) -> program.instructions.add(let(register, integerExpression(value))));
    test.threads().get(number).statements().forEach(program::add);
    return sequence(program.instructions);
  }

  private void add(Statement statement) {
    if (statement instanceof Statement.Issue issue) {
      instructions.add("FENCE(" + string(issue.fence().word()) + ")");
    } else if (statement instanceof Statement.Evaluate evaluate && evaluate.value() instanceof Expression.Call call) {
      add(call, temporary());
    } else if (statement instanceof Statement.Assign assign && assign.value() instanceof Expression.Call call) {
      add(call, assign.register());
    } else if (statement instanceof Statement.Assign assign) {
      instructions.add(let(assign.register(), valueOf(assign.value())));
    } else if (statement instanceof Statement.If conditional) {
      String condition = valueOf(conditional.condition());
      instructions.add("BRANCH(" + condition + ", " + block(conditional.then()) + ", " + block(conditional.otherwise())
          + ")");
    } else {
      throw new IllegalStateException("unknown statement " + statement);
    }
  }

  private String block(List<Statement> statements) {
    TlaProgram inner = new TlaProgram(temporaries);
    statements.forEach(inner::add);
    return sequence(inner.instructions);
  }

  /** A register that the test cannot name. */
  private String temporary() {
    return "#" + ++temporaries[0];
  }

  private void add(Expression.Call call, String to) {
    List<String> arguments = call.arguments().stream().map(this::valueOf).toList();
    Access access = call.access();
    String x = string(call.location());
    String mode = string(access.mode().word());
    instructions.add(switch (access.kind()) {
      case GET -> "READ(%s, %s, %s)".formatted(string(to), x, mode);
      case SET -> "WRITE(%s, %s, %s)".formatted(x, arguments.get(0), mode);
      case COMPARE_AND_SET -> compare(to, x, arguments, mode, false, "success");
      case WEAK_COMPARE_AND_SET -> compare(to, x, arguments, mode, true, "success");
      case COMPARE_AND_EXCHANGE -> compare(to, x, arguments, mode, false, "witness");
      case GET_AND_SET -> update(to, x, "set", arguments, mode);
      case GET_AND_ADD -> update(to, x, "add", arguments, mode);
      case GET_AND_BITWISE_OR -> update(to, x, "or", arguments, mode);
      case GET_AND_BITWISE_AND -> update(to, x, "and", arguments, mode);
      case GET_AND_BITWISE_XOR -> update(to, x, "xor", arguments, mode);
    });
  }

  private static String compare(String to, String x, List<String> arguments, String mode, boolean weak,
      String returns) {
    return "COMPARE(%s, %s, %s, %s, %s, %s, %s)".formatted(
        string(to), x, arguments.get(0), arguments.get(1), mode, weak ? "TRUE" : "FALSE", string(returns));
  }

  private static String update(String to, String x, String by, List<String> arguments, String mode) {
    return "UPDATE(%s, %s, %s, %s, %s)".formatted(string(to), x, string(by), arguments.get(0), mode);
  }

  /** The value as an expression of the module; accesses to memory that it contains become instructions before it. */
  private String valueOf(Expression expression) {
    if (expression instanceof Expression.Constant constant) {
      return integerExpression(constant.value());
    } else if (expression instanceof Expression.Register register) {
      return "REG(" + string(register.name()) + ")";
    } else if (expression instanceof Expression.Call call) {
      String temporary = temporary();
      add(call, temporary);
      return "REG(" + string(temporary) + ")";
    } else if (expression instanceof Expression.Unary unary) {
      String operand = valueOf(unary.operand());
      return unary.operator().equals("-") ? operation("-", "INT(0)", operand) : operation("=", operand, "INT(0)");
    } else if (expression instanceof Expression.Binary binary) {
      String left = valueOf(binary.left());
      String right = valueOf(binary.right());
      return switch (binary.operator()) {
        case ">" -> operation("<", right, left);
        case ">=" -> operation("<=", right, left);
        default -> operation(OPERATORS.get(binary.operator()), left, right);
      };
    }
    throw new IllegalStateException("unknown expression " + expression);
  }

  private static String operation(String operator, String left, String right) {
    return "OP(" + string(operator) + ", " + left + ", " + right + ")";
  }

  private static String let(String register, String value) {
    return "ASSIGN(" + string(register) + ", " + value + ")";
  }

  private static String integerExpression(int value) {
    return "INT(" + integer(value) + ")";
  }

  private static String integer(int value) {
    return value < 0 ? "(" + value + ")" : Integer.toString(value);
  }

  private static String string(String text) {
    return '"' + text + '"';
  }

  private static String sequence(List<String> elements) {
    return "<<" + String.join(", ", elements) + ">>";
  }
}
