package org.atomicvalue.checkers.tlc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of a module or of a configuration: what is left when the comments are gone. */
final class TlaText {

  private static final Pattern TOKEN = Pattern.compile(
      "\"(?:\\\\.|[^\"\\\\])*\"|\\w+|-{4,}|={4,}|-\\+->|<=>|\\|->|==|=>|<>|~>|\\[\\]|<<|>>|/\\\\|\\\\/|\\\\\\w+|->|<-|\\.\\.|\\S");

  /** @param line counted from 1, as {@code column} is */
  record Token(String text, int line, int column) {

    boolean is(String other) {
      return text.equals(other);
    }

    boolean isName() {
      return text.matches("\\w+");
    }
  }

  private TlaText() {}

  /**
   * Outside of comments and strings a module is ASCII; what encoding its comments have, nobody knows. Hence one in
   * which every byte is a character.
   */
  static String read(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<Token> tokens(String text) {
    List<Token> tokens = new ArrayList<>();
    int number = 1;
    for (String line : withoutComments(text).split("\\R", -1)) {
      Matcher matcher = TOKEN.matcher(line);
      while (matcher.find()) {
        tokens.add(new Token(matcher.group(), number, matcher.start() + 1));
      }
      number++;
    }
    return tokens;
  }

  /** With spaces in place of comments, so that everything stays where it is. */
  static String withoutComments(String text) {
    StringBuilder result = new StringBuilder(text);
    int depth = 0;
    for (int i = 0; i < text.length(); i++) {
      if (text.startsWith("(*", i)) {
        depth++;
        blank(result, i++, 2);
      } else if (depth > 0 && text.startsWith("*)", i)) {
        depth--;
        blank(result, i++, 2);
      } else if (depth > 0) {
        blank(result, i, 1);
      } else if (text.startsWith("\\*", i)) {
        int end = i;
        while (end < text.length() && text.charAt(end) != '\n') {
          end++;
        }
        blank(result, i, end - i);
        i = end;
      } else if (text.charAt(i) == '"') {
        i = ValueText.endOfString(text, i) - 1;
      }
    }
    return result.toString();
  }

  private static void blank(StringBuilder text, int start, int length) {
    for (int i = start; i < start + length; i++) {
      if (!Character.isWhitespace(text.charAt(i))) {
        text.setCharAt(i, ' ');
      }
    }
  }
}
