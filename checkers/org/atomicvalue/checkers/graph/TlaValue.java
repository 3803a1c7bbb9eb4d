package org.atomicvalue.checkers.graph;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A value of TLA+: a string, a number, a Boolean, a model value, a set, or a function (of which tuples and records are
 * kinds). Two values are equal if and only if their canonical texts are.
 */
public final class TlaValue {

  private final String text;
  private final Map<String, TlaValue> entries;
  private final Set<String> elements;

  private TlaValue(String text, Map<String, TlaValue> entries) {
    this(text, entries, Set.of());
  }

  private TlaValue(String text, Map<String, TlaValue> entries, Set<String> elements) {
    this.text = text;
    this.entries = entries;
    this.elements = elements;
  }

  /** The value of a constant expression such as TLC prints it, for example {@code [op |-> "load", value |-> Null]}. */
  public static TlaValue parse(String text) {
    return new Parser(text).parse();
  }

  public static TlaValue string(String content) {
    return new TlaValue('"' + content + '"', null);
  }

  /**
   * A function, written as a tuple if its arguments are 1, 2 and so on, and as a record if they are strings; the keys
   * are the texts of the arguments.
   */
  public static TlaValue function(Map<String, TlaValue> entries) {
    TreeMap<String, TlaValue> sorted = new TreeMap<>(entries);
    List<TlaValue> tuple = new ArrayList<>();
    while (tuple.size() < sorted.size() && sorted.containsKey(String.valueOf(tuple.size() + 1))) {
      tuple.add(sorted.get(String.valueOf(tuple.size() + 1)));
    }
    if (tuple.size() == sorted.size()) {
      String text = tuple.stream().map(TlaValue::toString).collect(Collectors.joining(", ", "<<", ">>"));
      return new TlaValue(text, Collections.unmodifiableMap(sorted));
    }
    boolean isRecord = sorted.keySet().stream().allMatch(key -> key.startsWith("\""));
    String text = sorted.entrySet().stream()
        .map(entry -> isRecord
            ? entry.getKey().substring(1, entry.getKey().length() - 1) + " |-> " + entry.getValue()
            : entry.getKey() + " :> " + entry.getValue())
        .collect(Collectors.joining(isRecord ? ", " : " @@ "));
    text = isRecord ? "[" + text + "]" : "(" + text + ")";
    return new TlaValue(text, Collections.unmodifiableMap(sorted));
  }

  /** Of a string, what stands between its quotation marks; of any other value, its text. */
  public String content() {
    return text.startsWith("\"") ? text.substring(1, text.length() - 1) : text;
  }

  /** What this function maps each argument to; empty if this is not a function. */
  public Map<String, TlaValue> entries() {
    return entries == null ? Map.of() : entries;
  }

  /** The texts of the elements of this set; empty if this is not a set. */
  public Set<String> elements() {
    return Collections.unmodifiableSet(elements);
  }

  @Override
  public boolean equals(Object other) {
    return this == other || other instanceof TlaValue value && text.equals(value.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  /** The canonical text: one line, the arguments of functions and the elements of sets sorted. */
  @Override
  public String toString() {
    return text;
  }

  /** Recursive descent over the notation in which TLC prints values. */
  private static final class Parser {
    private final String input;
    private int position;

    Parser(String input) {
      this.input = input;
    }

    TlaValue parse() {
      TlaValue value = value();
      skipSpace();
      if (position < input.length()) {
        throw unexpected("the end");
      }
      return value;
    }

    private TlaValue value() {
      skipSpace();
      if (take("<<")) {
        List<TlaValue> elements = list(">>");
        Map<String, TlaValue> tuple = new LinkedHashMap<>();
        for (int i = 0; i < elements.size(); i++) {
          tuple.put(String.valueOf(i + 1), elements.get(i));
        }
        return function(tuple);
      }
      if (take("{")) {
        Set<String> elements =
            list("}").stream().map(TlaValue::toString).collect(Collectors.toCollection(TreeSet::new));
        return new TlaValue("{" + String.join(", ", elements) + "}", null, elements);
      }
      if (take("[")) {
        return record();
      }
      if (take("(")) {
        return explicitFunction();
      }
      TlaValue atom = atom();
      return take("..") ? interval(atom, atom()) : atom;
    }

    /** TLC prints a set of consecutive numbers by its ends. */
    private TlaValue interval(TlaValue first, TlaValue last) {
      try {
        Set<String> elements = IntStream.rangeClosed(Integer.parseInt(first.text), Integer.parseInt(last.text))
            .mapToObj(String::valueOf).collect(Collectors.toCollection(TreeSet::new));
        return new TlaValue("{" + String.join(", ", elements) + "}", null, elements);
      } catch (NumberFormatException e) {
        throw unexpected("numbers around ..");
      }
    }

    private List<TlaValue> list(String close) {
      List<TlaValue> elements = new ArrayList<>();
      if (take(close)) {
        return elements;
      }
      do {
        elements.add(value());
      } while (take(","));
      expect(close);
      return elements;
    }

    private TlaValue record() {
      Map<String, TlaValue> fields = new LinkedHashMap<>();
      do {
        TlaValue field = atom();
        expect("|->");
        fields.put(string(field.text).text, value());
      } while (take(","));
      expect("]");
      return function(fields);
    }

    private TlaValue explicitFunction() {
      Map<String, TlaValue> mappings = new LinkedHashMap<>();
      do {
        TlaValue argument = value();
        expect(":>");
        mappings.put(argument.text, value());
      } while (take("@@"));
      expect(")");
      return function(mappings);
    }

    /** A string, a number, or a name: a Boolean, a model value, a field. */
    private TlaValue atom() {
      skipSpace();
      int start = position;
      if (position < input.length() && input.charAt(position) == '"') {
        position++;
        while (position < input.length() && input.charAt(position) != '"') {
          position += input.charAt(position) == '\\' ? 2 : 1;
        }
        expect("\"");
      } else {
        take("-");
        while (position < input.length() && Character.isJavaIdentifierPart(input.charAt(position))) {
          position++;
        }
      }
      if (position == start) {
        throw unexpected("a value");
      }
      return new TlaValue(input.substring(start, position), null);
    }

    private boolean take(String token) {
      skipSpace();
      if (!input.startsWith(token, position)) {
        return false;
      }
      position += token.length();
      return true;
    }

    private void expect(String token) {
      if (!take(token)) {
        throw unexpected(token);
      }
    }

    private void skipSpace() {
      while (position < input.length() && Character.isWhitespace(input.charAt(position))) {
        position++;
      }
    }

    private IllegalArgumentException unexpected(String expected) {
      return new IllegalArgumentException(
          "not a TLA+ value: expected " + expected + " at character " + position + " of: " + input);
    }
  }
}
