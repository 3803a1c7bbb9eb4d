package org.atomicvalue.checkers.tlc;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes apart what TLC prints when it runs with {@code -tool}: messages between marks, each with a code and a class,
 * and whatever else is printed between them. A message may contain another one, which tells the reason; it is part of
 * the text of the outer one.
 */
final class Messages {

  private static final Pattern START = Pattern.compile("(.*)@!@!@STARTMSG (-?\\d+):(\\d) @!@!@");
  private static final Pattern END = Pattern.compile("@!@!@ENDMSG (-?\\d+) @!@!@");
  private static final int ERROR = 1;
  private static final int BUG = 2;
  private static final int WARNING = 3;

  /** A message of TLC's, with the code that its {@code EC.java} gives it. */
  record Message(int code, int severity, String text) {

    boolean isError() {
      return severity == ERROR || severity == BUG;
    }

    boolean isWarning() {
      return severity == WARNING;
    }
  }

  private record Open(int code, int severity, StringBuilder text) {}

  private final Consumer<Message> messages;
  private final Consumer<String> outside;
  private final Deque<Open> open = new ArrayDeque<>();

  /** @param outside receives the lines that are in no message */
  Messages(Consumer<Message> messages, Consumer<String> outside) {
    this.messages = messages;
    this.outside = outside;
  }

  void accept(String line) {
    Matcher start = START.matcher(line);
    if (start.matches() && (start.group(1).isEmpty() || !open.isEmpty())) {
      if (!start.group(1).isEmpty()) {
        open.element().text.append(start.group(1));
      }
      open.push(new Open(Integer.parseInt(start.group(2)), Integer.parseInt(start.group(3)), new StringBuilder()));
      return;
    }
    Matcher end = END.matcher(line);
    if (end.matches() && !open.isEmpty()) {
      end(Integer.parseInt(end.group(1)));
    } else if (open.isEmpty()) {
      outside.accept(line);
    } else {
      open.element().text.append(line).append('\n');
    }
  }

  private void end(int code) {
    Open ended = open.pop();
    if (ended.code != code) {
      throw new IllegalStateException(
          "TLC began message " + ended.code + " and ended message " + code + ": " + ended.text);
    }
    if (open.isEmpty()) {
      messages.accept(new Message(ended.code, ended.severity, ended.text.toString()));
    } else {
      open.element().text.append(ended.text);
    }
  }
}
