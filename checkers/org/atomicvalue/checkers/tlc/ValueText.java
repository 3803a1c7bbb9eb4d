package org.atomicvalue.checkers.tlc;

/** The text of a value: TLC breaks long ones, and puts spaces inside the brackets of those it has broken. */
final class ValueText {

  private ValueText() {}

  /** The value on one line and without those spaces. What is inside a string stays as it is. */
  static String onOneLine(String value) {
    StringBuilder line = new StringBuilder(value.length());
    boolean space = false;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (Character.isWhitespace(c)) {
        space = true;
        continue;
      }
      if (space && !line.isEmpty() && !opens(line) && !closes(value, i)) {
        line.append(' ');
      }
      space = false;
      if (c == '"') {
        int end = endOfString(value, i);
        line.append(value, i, end);
        i = end - 1;
      } else {
        line.append(c);
      }
    }
    return line.toString();
  }

  private static boolean opens(StringBuilder line) {
    char last = line.charAt(line.length() - 1);
    return last == '[' || last == '(' || last == '{' || last == '<' && line.toString().endsWith("<<");
  }

  private static boolean closes(String value, int i) {
    char next = value.charAt(i);
    return next == ']' || next == ')' || next == '}' || value.startsWith(">>", i);
  }

  /** The index after the quote that ends the string which begins at {@code start}. */
  static int endOfString(String text, int start) {
    int end = start + 1;
    while (end < text.length() && text.charAt(end) != '"') {
      end += text.charAt(end) == '\\' ? 2 : 1;
    }
    return Math.min(end + 1, text.length());
  }
}
