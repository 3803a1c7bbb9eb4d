package org.atomicvalue.checkers.graph;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads the state graph that TLC writes with {@code -dump dot,actionlabels}. */
final class TlcGraph {

  private static final String LABEL = " [label=\"";
  private static final String ARROW = " -> ";
  private static final Pattern CONJUNCT = Pattern.compile("\n/\\\\ ");

  private record Transition(int source, long target, String action) {}

  private final StateGraph graph = new StateGraph();
  private final Map<Long, Integer> numbers = new HashMap<>();
  private final List<Transition> transitions = new ArrayList<>();
  private final Map<String, String> actions = new HashMap<>();

  /** The values seen so far, by the text that TLC gave: a graph has few distinct ones, and many states. */
  private final Map<String, TlaValue> values = new HashMap<>();

  private String[] variables;
  private int initialStates;

  private TlcGraph() {}

  static StateGraph read(Path dot) throws IOException {
    TlcGraph reader = new TlcGraph();
    try (BufferedReader lines = Files.newBufferedReader(dot)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        reader.readLine(line);
      }
    }
    return reader.finish(dot);
  }

  /** A state, {@code fingerprint [label="..."]}, a transition, {@code fingerprint -> fingerprint [...]}, or layout. */
  private void readLine(String line) {
    int label = line.indexOf(LABEL);
    if (label < 0 || !(line.charAt(0) == '-' || Character.isDigit(line.charAt(0)))) {
      return;
    }
    int text = label + LABEL.length();
    int end = endOfString(line, text);
    int arrow = line.indexOf(ARROW);
    if (arrow >= 0 && arrow < label) {
      long source = Long.parseLong(line.substring(0, arrow));
      long target = Long.parseLong(line.substring(arrow + ARROW.length(), label));
      String action = line.substring(text, end);
      transitions.add(new Transition(numbers.get(source), target, actions.computeIfAbsent(action, a -> a)));
    } else {
      int number = graph.add(state(unescape(line.substring(text, end))));
      numbers.put(Long.parseLong(line.substring(0, label)), number);
      if (line.indexOf("style = filled", end) >= 0) {
        initialStates++;
      }
    }
  }

  private StateGraph finish(Path dot) {
    if (initialStates != 1) {
      throw new IllegalStateException(dot + " has " + initialStates + " initial states; this check needs exactly one");
    }
    for (Transition transition : transitions) {
      int target = numbers.get(transition.target);
      graph.add(transition.source, new StateGraph.Edge(transition.action, target, ""));
    }
    return graph;
  }

  /** TLC prints the variables of all states in one order, and long values over several lines. */
  private State state(String conjunction) {
    String[] conjuncts = CONJUNCT.split(conjunction.startsWith("/\\ ") ? conjunction.substring(3) : conjunction);
    String[] names = new String[conjuncts.length];
    TlaValue[] read = new TlaValue[conjuncts.length];
    for (int i = 0; i < conjuncts.length; i++) {
      int equals = conjuncts[i].indexOf(" = ");
      names[i] = conjuncts[i].substring(0, equals);
      read[i] = values.computeIfAbsent(conjuncts[i].substring(equals + 3), TlaValue::parse);
    }
    if (variables == null) {
      variables = names.clone();
      Arrays.sort(variables);
    }
    TlaValue[] sorted = new TlaValue[variables.length];
    for (int i = 0; i < names.length; i++) {
      sorted[Arrays.binarySearch(variables, names[i])] = read[i];
    }
    return new State(variables, sorted);
  }

  private static int endOfString(String line, int start) {
    int end = start;
    while (line.charAt(end) != '"') {
      end += line.charAt(end) == '\\' ? 2 : 1;
    }
    return end;
  }

  private static String unescape(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        c = text.charAt(++i);
        c = c == 'n' ? '\n' : c;
      }
      plain.append(c);
    }
    return plain.toString();
  }
}
