package org.atomicvalue.checkers.tlc.junit;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.atomicvalue.checkers.graph.TlaValue;
import org.atomicvalue.checkers.tlc.Counterexample;

/**
 * A behaviour as a sequence diagram of Mermaid's, with a line of life for each process. TLC does not say which process
 * takes a step; it is the one, of those over which a variable is a function, whose part of the state is all that
 * changes. A step of which that cannot be told, and one of an action without a parameter, is drawn as a note over all
 * of them.
 */
final class SequenceDiagram {

  private SequenceDiagram() {}

  /** The diagram; empty if there are no processes, or if of no step it can be told which process takes it. */
  static Optional<String> of(Counterexample behaviour) {
    List<Map<String, TlaValue>> states;
    try {
      states = behaviour.states().stream().map(SequenceDiagram::parsed).toList();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    List<String> best = List.of();
    List<String> processes = List.of();
    for (Set<String> domain : domains(states.get(0))) {
      List<String> actors = actors(behaviour, states, domain);
      if (count(actors) > count(best)) {
        best = actors;
        processes = List.copyOf(domain);
      }
    }
    return count(best) == 0 ? Optional.empty() : Optional.of(draw(behaviour, processes, best));
  }

  private static long count(List<String> actors) {
    return actors.stream().filter(actor -> !actor.isEmpty()).count();
  }

  private static Map<String, TlaValue> parsed(Counterexample.State state) {
    Map<String, TlaValue> values = new TreeMap<>();
    state.variables().forEach((variable, text) -> values.put(variable, TlaValue.parse(text)));
    return values;
  }

  private static Set<Set<String>> domains(Map<String, TlaValue> state) {
    Set<Set<String>> domains = new LinkedHashSet<>();
    state.values().stream().map(value -> value.entries().keySet())
        .filter(domain -> domain.size() > 1 && domain.stream().allMatch(name -> name.matches("-?\\w+|\"\\w+\"")))
        .forEach(domain -> domains.add(new TreeSet<>(domain)));
    return domains;
  }

  /** For each state the process whose step led to it; an empty text where there is none, or no telling. */
  private static List<String> actors(Counterexample behaviour, List<Map<String, TlaValue>> states, Set<String> domain) {
    List<String> actors = new ArrayList<>(List.of(""));
    for (int i = 1; i < states.size(); i++) {
      Set<String> moved = new TreeSet<>();
      if (behaviour.states().get(i).parameters() > 0) {
        for (Map.Entry<String, TlaValue> variable : states.get(i).entrySet()) {
          TlaValue before = states.get(i - 1).get(variable.getKey());
          moved.addAll(moved(before, variable.getValue(), domain));
        }
      }
      actors.add(moved.size() == 1 ? moved.iterator().next() : "");
    }
    return actors;
  }

  /** Of which processes the part of a variable has changed: of a function of them, or of a set of some of them. */
  private static Set<String> moved(TlaValue before, TlaValue after, Set<String> domain) {
    Set<String> moved = new TreeSet<>();
    if (after.entries().keySet().equals(domain) && before.entries().keySet().equals(domain)) {
      domain.stream().filter(name -> !after.entries().get(name).equals(before.entries().get(name))).forEach(moved::add);
    } else if (domain.containsAll(after.elements()) && domain.containsAll(before.elements())) {
      domain.stream().filter(name -> after.elements().contains(name) != before.elements().contains(name))
          .forEach(moved::add);
    }
    return moved;
  }

  private static String draw(Counterexample behaviour, List<String> processes, List<String> actors) {
    String all = processes.size() == 1 ? "P0" : "P0,P" + (processes.size() - 1);
    List<List<String>> changes = Changes.of(behaviour);
    StringBuilder text = new StringBuilder("sequenceDiagram\n");
    for (int i = 0; i < processes.size(); i++) {
      text.append("  participant P%d as %s%n".formatted(i, escape(processes.get(i).replace("\"", ""))));
    }
    for (int i = 0; i < actors.size(); i++) {
      Counterexample.State state = behaviour.states().get(i);
      String told = escape(state.action() + ": " + String.join(", ", changes.get(i)));
      String process = "P" + processes.indexOf(actors.get(i));
      text.append(actors.get(i).isEmpty()
          ? "  Note over %s: %s%n".formatted(all, told)
          : "  %s->>%s: %s%n".formatted(process, process, told));
    }
    behaviour.backTo().ifPresent(number -> text.append(
        "  Note over %s: %s%n".formatted(all, escape(behaviour.backBy() + " leads back to state " + number))));
    if (behaviour.stutters()) {
      text.append("  Note over %s: nothing happens any more%n".formatted(all));
    }
    return text.toString();
  }

  /** Mermaid ends a text at a semicolon, takes # for the beginning of an entity, and "end" for the end of a block. */
  private static String escape(String text) {
    return text.replace("#", "#35;").replaceAll("(?<!#35);", "#59;").replace("<", "#lt;").replace(">", "#gt;")
        .replaceAll("\\bend\\b", "e#110;d");
  }
}
