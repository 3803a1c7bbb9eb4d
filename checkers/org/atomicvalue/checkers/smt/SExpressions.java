package org.atomicvalue.checkers.smt;

import java.util.ArrayList;
import java.util.List;

/** Reads terms from what a solver prints, one after the other. */
final class SExpressions {

  private final String text;
  private int at;

  SExpressions(String text) {
    this.text = text;
  }

  /** All that there is. */
  List<Term> all() {
    List<Term> terms = new ArrayList<>();
    for (skipSpace(); at < text.length(); skipSpace()) {
      terms.add(next());
    }
    return terms;
  }

  /** The next one. A list is the application of its first element; where that is a list itself, of its text. */
  Term next() {
    skipSpace();
    if (at == text.length()) {
      throw new IllegalArgumentException("a term was expected at the end of: " + text);
    }
    if (text.charAt(at) != '(') {
      return new Term.Symbol(atom());
    }
    at++;
    List<Term> elements = new ArrayList<>();
    for (skipSpace(); at < text.length() && text.charAt(at) != ')'; skipSpace()) {
      elements.add(next());
    }
    if (at == text.length()) {
      throw new IllegalArgumentException("a closing parenthesis is missing in: " + text);
    }
    at++;
    if (elements.isEmpty()) {
      return new Term.Symbol("()");
    }
    Term first = elements.get(0);
    String function = first instanceof Term.Symbol symbol ? symbol.name() : first.toString();
    return new Term.Application(function, elements.subList(1, elements.size()));
  }

  private String atom() {
    int start = at;
    char first = text.charAt(at);
    if (first == '|' || first == '"') {
      int end = text.indexOf(first, at + 1);
      if (end < 0) {
        throw new IllegalArgumentException("a closing " + first + " is missing in: " + text);
      }
      at = end + 1;
      return text.substring(start + 1, end);
    }
    while (at < text.length() && !Character.isWhitespace(text.charAt(at)) && "()".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return text.substring(start, at);
  }

  private void skipSpace() {
    while (at < text.length()) {
      if (text.charAt(at) == ';') {
        int end = text.indexOf('\n', at);
        at = end < 0 ? text.length() : end;
      } else if (!Character.isWhitespace(text.charAt(at))) {
        return;
      } else {
        at++;
      }
    }
  }
}
