package org.atomicvalue.checkers.litmus;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.atomicvalue.checkers.litmus.Litmus.Quantifier;
import org.atomicvalue.checkers.litmus.Litmus.ThreadBody;

/**
 * Reads a litmus test in herd's format for Java: see docs/litmus.md for the grammar. What it does not understand it
 * refuses, with the place.
 */
public final class LitmusParser {

  private static final String CONDITION = "exists, ~exists, forall, locations or filter";

  private final Words words;
  private final String name;
  private final SortedMap<String, Integer> memory = new TreeMap<>();
  private final Map<Integer, Map<String, String>> handles = new HashMap<>();
  private final Map<Integer, Map<String, Integer>> registers = new HashMap<>();
  private final List<Set<String>> assigned = new ArrayList<>();
  private final List<ThreadBody> threads = new ArrayList<>();
  private final SortedSet<Observable> observed = new TreeSet<>();
  private final List<String> notes = new ArrayList<>();

  private LitmusParser(String name, Words words) {
    this.name = name;
    this.words = words;
  }

  /**
   * Reads a test.
   *
   * @param file what the file is called in messages
   * @param text what is in it
   */
  public static Litmus parse(String file, String text) throws NotUnderstood {
    Header header = Header.of(file, text);
    return new LitmusParser(header.name(), new Words(file, Tokens.of(file, text, header.end()))).test();
  }

  private Litmus test() throws NotUnderstood {
    init();
    do {
      thread();
    } while (words.peek().text().matches("Thread[0-9]+"));
    locations();
    Proposition filter = words.take("filter") ? proposition(0) : new Proposition.Truth(true);
    Optional<Quantifier> quantifier = quantifier();
    Proposition condition = quantifier.isPresent() ? proposition(0) : new Proposition.Truth(true);
    words.take(";");
    if (!words.atEnd()) {
      throw words.notUnderstood(quantifier.isPresent() ? "/\\ or \\/, or the end of the file" : CONDITION);
    }
    filter.collect(observed);
    condition.collect(observed);
    return new Litmus(
        name, memory, threads, observed, filter, quantifier.orElse(Quantifier.FORALL), condition, notes);
  }

  // The state at the beginning.

  private void init() throws NotUnderstood {
    words.expect("{");
    while (!words.take("}")) {
      if (!words.take(";")) {
        initial();
        if (!words.at("}")) {
          words.expect(";");
        }
      }
    }
  }

  private void initial() throws NotUnderstood {
    if (words.at("int") || words.at("boolean")) {
      words.take();
    }
    if (words.peek().kind() == Token.Kind.NUMBER) {
      initialOfThread();
      return;
    }
    Token start = words.peek();
    String location = location("x = 0; or 0:X = x;");
    int value = words.take("=") ? words.number("the value that the location holds at first") : 0;
    Integer before = memory.put(location, value);
    if (before != null && before != value && !isOnlyNamed(location)) {
      throw words.notUnderstood(start, "a location that has no value yet");
    }
    named.remove(location);
  }

  /** Locations that hold 0 because nothing else was said of them. */
  private final Set<String> named = new HashSet<>();

  private boolean isOnlyNamed(String location) {
    return named.contains(location);
  }

  /** {@code 0:X=x} names the location of a VarHandle, {@code 0:r=1} the value of a register. */
  private void initialOfThread() throws NotUnderstood {
    int thread = words.number("the number of a thread");
    words.expect(":");
    Token left = words.peek();
    String to = words.name("a VarHandle or a register");
    if (!words.take("=")) {
      registers.computeIfAbsent(thread, key -> new HashMap<>()).put(to, 0);
    } else if (words.peek().kind() == Token.Kind.NAME || words.at("&")) {
      words.take("&");
      String location = words.name("the name of a location");
      if (memory.putIfAbsent(location, 0) == null) {
        named.add(location);
      }
      String before = handles.computeIfAbsent(thread, key -> new HashMap<>()).put(to, location);
      if (before != null && !before.equals(location)) {
        throw words.notUnderstood(left, "a VarHandle that has no location yet");
      }
    } else {
      int value = words.number("a location or a number");
      registers.computeIfAbsent(thread, key -> new HashMap<>()).put(to, value);
    }
  }

  /** {@code x} or {@code [x]}. */
  private String location(String understood) throws NotUnderstood {
    boolean brackets = words.take("[");
    String location = words.name(understood);
    if (brackets) {
      words.expect("]");
    }
    return location;
  }

  // The threads.

  private void thread() throws NotUnderstood {
    Token start = words.peek();
    int number = threads.size();
    if (!start.is("Thread" + number)) {
      throw words.notUnderstood("\"Thread" + number + " {\"");
    }
    words.take();
    Map<String, Integer> initial = registers.getOrDefault(number, Map.of());
    Set<String> assigns = new HashSet<>();
    List<Statement> statements = new ThreadParser(
        words, number, handles.getOrDefault(number, Map.of()), initial.keySet(), assigns).parse();
    assigned.add(assigns);
    threads.add(new ThreadBody(initial, statements));
  }

  // The question.

  private void locations() throws NotUnderstood {
    if (words.take("locations")) {
      words.expect("[");
      while (!words.take("]")) {
        observed.add(observable());
        if (!words.at("]")) {
          words.expect(";");
        }
      }
    }
  }

  private Optional<Quantifier> quantifier() throws NotUnderstood {
    if (words.atEnd()) {
      return Optional.empty();
    } else if (words.take("exists") || words.take("final")) {
      return Optional.of(Quantifier.EXISTS);
    } else if (words.take("forall")) {
      return Optional.of(Quantifier.FORALL);
    } else if (words.take("~") || words.take("not")) {
      words.expect("exists");
      return Optional.of(Quantifier.NOT_EXISTS);
    } else if (words.at("(")) {
      return Optional.of(Quantifier.EXISTS);
    }
    throw words.notUnderstood(CONDITION + ", or the end of the file");
  }

  /** Loosest first; as in herd, an implication binds more tightly than a conjunction. */
  private Proposition proposition(int level) throws NotUnderstood {
    if (level == 3) {
      return negation();
    }
    Proposition left = proposition(level + 1);
    if (level == 0) {
      while (words.take("\\/")) {
        left = new Proposition.Or(left, proposition(1));
      }
    } else if (level == 1) {
      while (words.take("/\\")) {
        left = new Proposition.And(left, proposition(2));
      }
    } else if (words.take("=>")) {
      left = new Proposition.Or(new Proposition.Not(left), proposition(2));
    }
    return left;
  }

  private Proposition negation() throws NotUnderstood {
    if (words.take("~") || words.take("not")) {
      return new Proposition.Not(negation());
    } else if (words.take("(")) {
      Proposition inner = proposition(0);
      words.expect(")");
      return inner;
    } else if (words.at("true") || words.at("false")) {
      return new Proposition.Truth(words.take().is("true"));
    }
    return atom();
  }

  private Proposition atom() throws NotUnderstood {
    Observable what = observable();
    boolean unequal = words.take("!=") || words.take("<>");
    if (!unequal && !words.take("=") && !words.take("==")) {
      throw words.notUnderstood("= or !=");
    }
    Proposition equal;
    if (words.at("true") || words.at("false")) {
      equal = new Proposition.HasValue(what, words.take().is("true") ? 1 : 0);
    } else if (words.at("-") || words.peek().kind() == Token.Kind.NUMBER && !words.peek(1).is(":")) {
      equal = new Proposition.HasValue(what, words.number("a number"));
    } else {
      equal = new Proposition.HasValueOf(what, observable());
    }
    return unequal ? new Proposition.Not(equal) : equal;
  }

  private Observable observable() throws NotUnderstood {
    Token start = words.peek();
    boolean numbered = start.kind() == Token.Kind.NUMBER;
    if (!numbered && !(start.text().matches("P[0-9]+") && words.peek(1).is(":"))) {
      String location = location("a register such as 0:r1, or a location such as x");
      if (!memory.containsKey(location)) {
        throw words.notUnderstood(start, "a register such as 0:r1, or a location, one of " + memory.keySet());
      }
      return Observable.location(location);
    }
    words.take();
    int thread = Integer.parseInt(numbered ? start.text() : start.text().substring(1));
    words.expect(":");
    if (thread >= threads.size()) {
      throw words.notUnderstood(start, "the number of a thread, at most " + (threads.size() - 1));
    }
    String register = words.name("the name of a register");
    if (!assigned.get(thread).contains(register) && !threads.get(thread).registers().containsKey(register)) {
      String note = "Thread" + thread + " never assigns " + register + ", which is 0 therefore";
      if (!notes.contains(note)) {
        notes.add(note);
      }
    }
    return Observable.register(thread, register);
  }
}
