package org.atomicvalue.checkers.litmus;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands before the first brace of a litmus test: {@code Java NAME}, a comment in quotes, lines {@code Key=Value},
 * and comments.
 *
 * @param end the index of the brace
 */
record Header(String name, int end) {

  private static final Pattern FIRST = Pattern.compile("\\s*(?<language>\\w+)[ \\t]+(?<name>[^\\s;\"{(]+)");
  private static final Pattern REST =
      Pattern.compile("\\s+|;|\"[^\"]*\"|\\([A-Za-z][\\w/.-]*\\)|[A-Za-z][\\w/.-]*[ \\t]*=[^\\n{]*");

  private static final String UNDERSTOOD =
      "\"Java\" and the name of the test, then a comment in quotes, lines Key=Value, and \"{\"";

  static Header of(String file, String text) throws NotUnderstood {
    int start = text.startsWith("\uFEFF") ? 1 : 0;
    while (true) {
      start = afterBlanks(text, start);
      if (!text.startsWith("(*", start)) {
        break;
      }
      start = Tokens.endOfComment(file, text, start);
    }
    Matcher first = FIRST.matcher(text).region(start, text.length());
    if (!first.lookingAt()) {
      throw NotUnderstood.at(file, Tokens.position(text, start), lineAt(text, start), UNDERSTOOD);
    }
    if (!first.group("language").equals("Java")) {
      throw NotUnderstood.at(file, Tokens.position(text, first.start("language")),
          "a test in \"" + first.group("language") + "\"", "one in \"Java\"");
    }
    int at = first.end();
    while (at < text.length() && text.charAt(at) != '{') {
      Matcher rest = REST.matcher(text).region(at, text.length());
      if (text.startsWith("(*", at)) {
        at = Tokens.endOfComment(file, text, at);
      } else if (rest.lookingAt()) {
        at = rest.end();
      } else {
        throw NotUnderstood.at(file, Tokens.position(text, at), lineAt(text, at), UNDERSTOOD);
      }
    }
    if (at == text.length()) {
      throw NotUnderstood.at(file, Tokens.position(text, at), "the end of the file", UNDERSTOOD);
    }
    return new Header(first.group("name"), at);
  }

  private static int afterBlanks(String text, int from) {
    int at = from;
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static String lineAt(String text, int index) {
    int end = text.indexOf('\n', index);
    String line = text.substring(index, end < 0 ? text.length() : end).strip();
    return line.isEmpty() ? "an empty file" : "\"" + line + "\"";
  }
}
