package org.atomicvalue.checkers.litmus;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes a text apart into words, without blanks and comments: {@code (* *)}, {@code //} and {@code / * * /}. */
final class Tokens {

  private static final Pattern NEXT = Pattern.compile("""
      (?<blank>\\s+|//[^\\n]*|/\\*(?s:.*?)\\*/)\
      |(?<name>[A-Za-z_$][A-Za-z0-9_$]*)\
      |(?<number>0[xX][0-9a-fA-F]+|[0-9]+)\
      |(?<symbol>/\\\\|\\\\/|==|!=|<>|<=|>=|=>|&&|\\|\\||[-+*/%^&|!~<>=.,;:(){}\\[\\]])""");

  private final String file;
  private final String text;
  private final List<Token> found = new ArrayList<>();
  private int at;

  private Tokens(String file, String text, int from) {
    this.file = file;
    this.text = text;
    this.at = from;
  }

  /** All words of a text from an index on; the last one is of kind END. */
  static List<Token> of(String file, String text, int from) throws NotUnderstood {
    Tokens tokens = new Tokens(file, text, from);
    while (tokens.at < text.length()) {
      tokens.next();
    }
    tokens.add(Token.Kind.END, "");
    return tokens.found;
  }

  private void next() throws NotUnderstood {
    if (text.startsWith("(*", at)) {
      skipComment();
      return;
    }
    Matcher matcher = NEXT.matcher(text).region(at, text.length());
    if (!matcher.lookingAt()) {
      String met = text.startsWith("/*", at) ? "a comment without end" : "\"" + text.charAt(at) + "\"";
      throw NotUnderstood.at(file, position(text, at), met, "names, numbers, operators of Java and /\\ \\/ ~");
    }
    if (matcher.group("name") != null) {
      add(Token.Kind.NAME, matcher.group());
    } else if (matcher.group("number") != null) {
      add(Token.Kind.NUMBER, matcher.group());
    } else if (matcher.group("symbol") != null) {
      add(Token.Kind.SYMBOL, matcher.group());
    }
    at = matcher.end();
  }

  /** These may stand inside each other, as OCaml's do. */
  private void skipComment() throws NotUnderstood {
    at = endOfComment(file, text, at);
  }

  static int endOfComment(String file, String text, int start) throws NotUnderstood {
    int depth = 0;
    int index = start;
    do {
      if (text.startsWith("(*", index)) {
        depth++;
        index += 2;
      } else if (text.startsWith("*)", index)) {
        depth--;
        index += 2;
      } else if (index < text.length()) {
        index++;
      } else {
        throw NotUnderstood.at(file, position(text, start), "a comment without end", "(* a comment *)");
      }
    } while (depth > 0);
    return index;
  }

  private void add(Token.Kind kind, String word) {
    found.add(new Token(kind, word, position(text, at)));
  }

  static Position position(String text, int index) {
    int start = text.lastIndexOf('\n', index - 1) + 1;
    int line = 1 + (int) text.substring(0, start).chars().filter(c -> c == '\n').count();
    return new Position(line, index - start + 1);
  }
}
