package org.atomicvalue.checkers.smt;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A question in SMT-LIB 2.6: declarations and assertions; the question is whether they can all be true at once. Its
 * text ends with {@code (check-sat)} and has no option of any one solver in it, so a person can hand it to any.
 */
public final class Script {

  private static final int WIDTH = 120;

  private final String logic;
  private final List<String> lines = new ArrayList<>();
  private final Set<String> names = new HashSet<>();

  /** @param logic a logic of SMT-LIB, {@code ALL} if in doubt */
  public Script(String logic) {
    this.logic = logic;
  }

  public Script comment(String text) {
    text.lines().forEach(line -> lines.add(("; " + line).stripTrailing()));
    return this;
  }

  public Script blank() {
    lines.add("");
    return this;
  }

  /** A set of which nothing is known but what the assertions say of it. */
  public Script declareSort(String sort) {
    lines.add("(declare-sort " + sort + " 0)");
    return this;
  }

  /** The name is unquoted. */
  public Script declareFunction(String name, List<String> arguments, String sort) {
    take(name);
    lines.add("(declare-fun " + new Term.Symbol(name) + " (" + String.join(" ", arguments) + ") " + sort + ")");
    return this;
  }

  /** The name is that by which a core names it. What is declared or asserted shares no name. */
  public Script assertTrue(String name, Term term) {
    take(name);
    lines.add(laidOut("(assert (! ", term, " :named " + new Term.Symbol(name) + "))"));
    return this;
  }

  private void take(String name) {
    if (!names.add(name)) {
      throw new IllegalArgumentException("the name " + name + " is taken: " + text());
    }
  }

  private static String laidOut(String before, Term term, String after) {
    StringBuilder text = new StringBuilder(before);
    layOut(term, 2, text);
    return text.append(after).toString();
  }

  /** Over several lines, if one is not enough. */
  private static void layOut(Term term, int indent, StringBuilder text) {
    int start = text.length();
    term.appendTo(text);
    if (text.length() - start + indent > WIDTH && term instanceof Term.Application application) {
      text.setLength(start);
      text.append('(').append(new Term.Symbol(application.function()));
      for (Term argument : application.arguments()) {
        layOut(argument, indent + 2, text.append('\n').append(" ".repeat(indent)));
      }
      text.append(')');
    }
  }

  String logic() {
    return logic;
  }

  /** Declarations and assertions. */
  String body() {
    return String.join("\n", lines) + "\n";
  }

  /** The whole question. */
  public String text() {
    return "(set-logic " + logic + ")\n" + body() + "(check-sat)\n";
  }

  @Override
  public String toString() {
    return text();
  }
}
