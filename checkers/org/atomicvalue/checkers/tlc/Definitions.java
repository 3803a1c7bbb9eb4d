package org.atomicvalue.checkers.tlc;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.atomicvalue.checkers.tlc.TlaText.Token;

/**
 * The definitions of a model's modules, and which of them refers to which. Names are looked up without regard to what
 * hides them, so a definition may seem to refer to more than it does, but not to less.
 */
final class Definitions {

  private static final Set<String> ENDS_A_BODY =
      Set.of("ASSUME", "ASSUMPTION", "AXIOM", "THEOREM", "LEMMA", "COROLLARY",
          "PROPOSITION", "VARIABLE", "VARIABLES", "CONSTANT", "CONSTANTS", "RECURSIVE", "LOCAL", "EXTENDS", "MODULE");

  private static final Pattern HEADER = Pattern.compile("-{4,}\\s*MODULE\\b");

  private static final Set<String> STANDARD = Set.of("Naturals", "Integers", "Reals", "Sequences", "FiniteSets", "Bags",
      "TLC", "Randomization", "Toolbox");

  private final List<Definition> all = new ArrayList<>();

  /** Of each module, those whose definitions it has as well: extended, instantiated without a name, or around it. */
  private final Map<String, Set<String>> includes = new HashMap<>();

  private final Map<String, String> substitutions;

  Definitions(Map<String, String> substitutions) {
    this.substitutions = substitutions;
  }

  /** Adds the definitions of a file; the first file of a name counts. */
  void add(String file, String text) {
    if (includes.containsKey(file)) {
      return;
    }
    Matcher header = HEADER.matcher(text);
    if (!header.find()) {
      return;
    }
    // What stands before the module need not be TLA+.
    String before = text.substring(0, header.start()).replaceAll("[^\\n]", " ");
    List<Token> tokens = TlaText.tokens(before + text.substring(header.start()));
    Deque<String> scopes = new ArrayDeque<>();
    int lets = 0;
    List<Token> body = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      if (token.is("MODULE") && i + 1 < tokens.size()) {
        String inner = tokens.get(i + 1).text();
        includes.put(inner, new LinkedHashSet<>(scopes.isEmpty() ? List.of() : List.of(scopes.element())));
        scopes.push(inner);
      } else if (token.text().startsWith("====")) {
        scopes.poll();
        if (scopes.isEmpty()) {
          return;
        }
      } else if (scopes.isEmpty()) {
        continue;
      } else if (token.is("EXTENDS")) {
        for (int j = i + 1; j < tokens.size() && (tokens.get(j).isName() || tokens.get(j).is(",")); j++) {
          if (j > i + 1 && tokens.get(j).isName() && !tokens.get(j - 1).is(",")) {
            break;
          }
          if (tokens.get(j).isName()) {
            includes.get(scopes.element()).add(tokens.get(j).text());
          }
        }
      } else if (token.is("INSTANCE") && !tokens.get(i - 1).is("==") && i + 1 < tokens.size()) {
        includes.get(scopes.element()).add(tokens.get(i + 1).text());
      }
      lets += token.is("LET") ? 1 : token.is("IN") ? -1 : 0;
      if (lets <= 0 && token.is("==")) {
        int head = head(tokens, i);
        // The words of this head were taken for the end of the body before.
        int surplus = Math.min(i - head, body.size());
        body.subList(body.size() - surplus, body.size()).clear();
        body = new ArrayList<>();
        Token name = tokens.get(head);
        all.add(new Definition(file, scopes.element(), name.text(), parameters(tokens, head, i), name.line(), body));
      } else if (lets <= 0 && (ENDS_A_BODY.contains(token.text()) || token.text().matches("[-=]{4,}"))) {
        body = new ArrayList<>();
      } else {
        body.add(token);
      }
    }
  }

  /** The index of the name that is defined by the {@code ==} at this index. */
  private static int head(List<Token> tokens, int equals) {
    int i = equals - 1;
    if (tokens.get(i).is(")") || tokens.get(i).is("]")) {
      int depth = 0;
      do {
        String text = tokens.get(i).text();
        depth += text.equals(")") || text.equals("]") ? 1 : text.equals("(") || text.equals("[") ? -1 : 0;
        i--;
      } while (depth > 0 && i > 0);
    }
    return Math.max(i, 0);
  }

  private static int parameters(List<Token> tokens, int head, int equals) {
    if (head + 1 >= equals || !tokens.get(head + 1).is("(")) {
      return 0;
    }
    int count = 1;
    int depth = 0;
    for (int i = head + 1; i < equals; i++) {
      depth += tokens.get(i).is("(") ? 1 : tokens.get(i).is(")") ? -1 : 0;
      count += depth == 1 && tokens.get(i).is(",") ? 1 : 0;
    }
    return count;
  }

  /** The definition that contains a place. */
  Optional<Definition> at(Place place) {
    Definition found = null;
    for (Definition each : all) {
      if (each.file().equals(place.module()) && each.line() <= place.line()
          && (found == null || each.line() >= found.line())) {
        found = each;
      }
    }
    return Optional.ofNullable(found);
  }

  /** What a name means in a module: as a rule one definition. */
  List<Definition> named(String name, String module) {
    Set<String> modules = new LinkedHashSet<>();
    Deque<String> open = new ArrayDeque<>(List.of(module));
    while (!open.isEmpty()) {
      String next = open.poll();
      if (modules.add(next)) {
        open.addAll(includes.getOrDefault(next, Set.of()));
      }
    }
    return all.stream().filter(each -> each.name().equals(name) && modules.contains(each.scope())).toList();
  }

  /**
   * Whether the text of every module is there that a module extends or instantiates, directly or through others. What
   * the standard modules define is no temporal formula, and refers to nothing of the model's.
   */
  boolean areComplete(String module) {
    Set<String> seen = new HashSet<>();
    Deque<String> open = new ArrayDeque<>(List.of(module));
    while (!open.isEmpty()) {
      String next = open.poll();
      if (STANDARD.contains(next) && !includes.containsKey(next) || !seen.add(next)) {
        continue;
      }
      if (!includes.containsKey(next)) {
        return false;
      }
      open.addAll(includes.get(next));
      all.stream().filter(each -> each.scope().equals(next)).flatMap(each -> each.instanceOf().stream())
          .forEach(open::add);
    }
    return true;
  }

  /** What a name means in any module. */
  List<Definition> named(String name) {
    return all.stream().filter(each -> each.name().equals(name)).toList();
  }

  /** The definitions that a name refers to, directly or through others. */
  Set<Definition> reachable(String name, String module) {
    Set<Definition> reached = new LinkedHashSet<>();
    Deque<Definition> open = new ArrayDeque<>(named(name, module));
    while (!open.isEmpty()) {
      Definition next = open.poll();
      if (reached.add(next)) {
        open.addAll(referredBy(next));
      }
    }
    return reached;
  }

  private Set<Definition> referredBy(Definition definition) {
    Set<Definition> referred = new LinkedHashSet<>();
    for (int i = 0; i < definition.body().size(); i++) {
      referred.addAll(referredAt(definition, i));
    }
    return referred;
  }

  /** What the word at an index of a body refers to; of {@code I!P} both what {@code I} substitutes and {@code P}. */
  Set<Definition> referredAt(Definition definition, int index) {
    List<Token> body = definition.body();
    Token word = body.get(index);
    if (!word.isName() || index > 0 && body.get(index - 1).is("!")) {
      return Set.of();
    }
    Set<Definition> referred = new HashSet<>();
    List<Definition> meant = meaning(word.text(), definition.scope());
    referred.addAll(meant);
    int next = index + 1;
    while (true) {
      next = afterArguments(body, next);
      if (next + 1 >= body.size() || !body.get(next).is("!")) {
        return referred;
      }
      String member = body.get(next + 1).text();
      meant = meant.stream().flatMap(each -> each.instanceOf().stream())
          .flatMap(instantiated -> meaning(member, instantiated).stream())
          .toList();
      referred.addAll(meant);
      next += 2;
    }
  }

  private List<Definition> meaning(String name, String module) {
    List<Definition> meaning = new ArrayList<>(named(name, module));
    String substitute = substitutions.get(name);
    if (substitute != null) {
      all.stream().filter(each -> each.name().equals(substitute)).forEach(meaning::add);
    }
    return meaning;
  }

  private static int afterArguments(List<Token> body, int start) {
    if (start >= body.size() || !body.get(start).is("(")) {
      return start;
    }
    int depth = 0;
    int i = start;
    do {
      depth += body.get(i).is("(") ? 1 : body.get(i).is(")") ? -1 : 0;
      i++;
    } while (depth > 0 && i < body.size());
    return i;
  }
}
