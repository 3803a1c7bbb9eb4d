package org.atomicvalue.checkers.litmus;

import java.util.List;

/** The words of a file, one after the other; refuses what is not expected. */
final class Words {

  private final String file;
  private final List<Token> tokens;
  private int at;

  Words(String file, List<Token> tokens) {
    this.file = file;
    this.tokens = tokens;
  }

  Token peek() {
    return tokens.get(at);
  }

  /** The word that stands some words further on. */
  Token peek(int ahead) {
    return tokens.get(Math.min(at + ahead, tokens.size() - 1));
  }

  boolean at(String word) {
    return peek().is(word);
  }

  boolean atEnd() {
    return peek().kind() == Token.Kind.END;
  }

  Token take() {
    Token token = peek();
    at = Math.min(at + 1, tokens.size() - 1);
    return token;
  }

  /** Takes the word if it is this one. */
  boolean take(String word) {
    boolean is = at(word);
    if (is) {
      take();
    }
    return is;
  }

  void expect(String word) throws NotUnderstood {
    if (!take(word)) {
      throw notUnderstood("\"" + word + "\"");
    }
  }

  String name(String understood) throws NotUnderstood {
    if (peek().kind() != Token.Kind.NAME) {
      throw notUnderstood(understood);
    }
    return take().text();
  }

  /** A number, with a minus before it or not. */
  int number(String understood) throws NotUnderstood {
    boolean negative = take("-");
    if (peek().kind() != Token.Kind.NUMBER) {
      throw notUnderstood(understood);
    }
    return intOf(take(), negative);
  }

  int intOf(Token number, boolean negative) throws NotUnderstood {
    try {
      boolean hexadecimal = number.text().startsWith("0x") || number.text().startsWith("0X");
      long value = hexadecimal ? Long.parseLong(number.text().substring(2), 16) : Long.parseLong(number.text());
      return Math.toIntExact(negative ? -value : value);
    } catch (NumberFormatException | ArithmeticException e) {
      throw NotUnderstood.at(file, number.position(), number.described(), "a number that an int can hold");
    }
  }

  NotUnderstood notUnderstood(String understood) {
    return notUnderstood(peek(), understood);
  }

  NotUnderstood notUnderstood(Token token, String understood) {
    return NotUnderstood.at(file, token.position(), token.described(), understood);
  }

  NotUnderstood notUnderstood(Position position, String met, String understood) {
    return NotUnderstood.at(file, position, met, understood);
  }
}
