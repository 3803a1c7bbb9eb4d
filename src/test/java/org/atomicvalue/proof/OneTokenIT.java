package org.atomicvalue.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.atomicvalue.checkers.evidence.Evidence;
import org.atomicvalue.checkers.evidence.Link;
import org.atomicvalue.checkers.evidence.OfLink;
import org.atomicvalue.checkers.proof.Action;
import org.atomicvalue.checkers.proof.Formula;
import org.atomicvalue.checkers.proof.Obligation;
import org.atomicvalue.checkers.proof.Proof;
import org.atomicvalue.checkers.proof.Prover;
import org.atomicvalue.checkers.proof.Refusal;
import org.atomicvalue.checkers.smt.Solver;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Changes each action of both algorithms, one token at a time: another string of the same kind, the other variable, the
 * other operator. Each change must be noticed: the module is no longer correct or no longer understood, an action can
 * never be taken, or a claim is no longer proved. Which changes nothing notices is listed, with the reason. {@code
 * -Ddeep=true} tries them all.
 */
@OfLink(Link.CONTROLS)
class OneTokenIT {

  /** What a token is exchanged for. Strings that are not here are exchanged for the next of the module's accesses. */
  private static final Map<String, String> OTHER = Map.ofEntries(
      Map.entry("type", "data"), Map.entry("data", "type"), Map.entry("Null", "call[t].value"),
      Map.entry("Claimed", "Null"),
      Map.entry("value", "expected"), Map.entry("expected", "value"), Map.entry("=", "#"), Map.entry("#", "="),
      Map.entry("\\in", "\\notin"), Map.entry("Goto", "Finish"), Map.entry("Finish", "Goto"),
      Map.entry("call", "result"), Map.entry("NoCall", "call[t]"), Map.entry("NoResult", "Null"),
      Map.entry("InitialType", "Declared"), Map.entry("Initial", "Null"), Map.entry("\"store\"", "\"swap\""),
      Map.entry("\"swap\"", "\"compareAndSwap\""), Map.entry("\"compareAndSwap\"", "\"store\""),
      Map.entry("\"load\"", "\"store\""), Map.entry("\"void\"", "\"true\""), Map.entry("\"true\"", "\"false\""),
      Map.entry("\"false\"", "\"true\""), Map.entry("\"ClassCastException\"", "\"NullPointerException\""));

  private static final Pattern TOKEN = Pattern.compile("\"\\w+\"|\\\\in\\b|\\w+|[=#]|/\\\\|\\\\/");

  private static final boolean DEEP = Boolean.getBoolean("deep");

  /** Without {@code -Ddeep=true}, one change out of so many is tried. */
  private static final int SAMPLE = 7;

  private static final String NOT_NOTICED = "not noticed";

  /** Lines as they are after a change that no claim can notice, each with its module, and why. */
  private static final Map<String, String> THE_SAME = Map.of(
      "AtomicValue: /\\ IF type \\in {call[t].value, Claimed} THEN Finish(t, Null) ELSE Goto(t, \"LoadData\")",
      "the call is a load, whose value is Null",
      "AtomicValue: /\\ IF type \\in {Null, Claimed} THEN Finish(t, call[t].value) ELSE Goto(t, \"LoadData\")",
      "the call is a load, whose value is Null",
      "WaitFreeAtomicValue: /\\ type = Declared",
      "another algorithm that is right: the cache may be empty while there is a value, here an initial one",
      "WaitFreeAtomicValue: [] c.op \\in {\"store\", \"swap\"} -> \"InstallFirst\"",
      "another algorithm that is right: a write that does not look into the cache tries to be the first");

  private record Change(String module, int line, int column, String from, String to, List<String> lines) {
    @Override
    public String toString() {
      return "%s.tla:%d, column %d: %s becomes %s".formatted(module, line, column + 1, from, to);
    }

    /** The line as it is after the change, with its module. */
    String changedLine() {
      return module + ": " + lines.get(line - 1).strip();
    }

    String folder() {
      return "%s-%d-%d".formatted(module, line, column + 1);
    }
  }

  @TestFactory
  Stream<DynamicTest> everyChangeIsNoticed() {
    return Stream.of(Theorems.ATOMIC_VALUE, Theorems.WAIT_FREE_ATOMIC_VALUE)
        .map(theorems -> dynamicTest(theorems.module(), () -> check(theorems)));
  }

  private static void check(Theorems theorems) throws IOException {
    long start = System.nanoTime();
    Map<String, Integer> how = new TreeMap<>();
    Set<String> unnoticed = new TreeSet<>();
    List<Change> all = changes(theorems.module());
    assertTrue(all.size() > 100, () -> "only " + all.size() + " changes: are the actions where they were?");
    Set<String> listed = new TreeSet<>(THE_SAME.keySet());
    listed.removeIf(line -> !line.startsWith(theorems.module() + ": "));
    listed.removeAll(changedLines(all));
    assertEquals(Set.of(), listed, "lines that no change leads to");
    List<Change> changes = new ArrayList<>();
    for (int i = 0; i < all.size(); i += DEEP ? 1 : SAMPLE) {
      changes.add(all.get(i));
    }
    for (Change change : changes) {
      String noticed = noticed(theorems, change);
      System.out.println(change + ": " + noticed);
      how.merge(noticed.replaceFirst(":.*", ""), 1, Integer::sum);
      if (noticed.equals(NOT_NOTICED)) {
        unnoticed.add(change.changedLine());
        System.out.println("  " + THE_SAME.getOrDefault(change.changedLine(), "and no reason is listed"));
      }
    }
    System.out.println(theorems + ": " + changes.size() + " changes of one token: " + how);
    Set<String> expected = changedLines(changes);
    expected.retainAll(THE_SAME.keySet());
    assertEquals(expected, unnoticed, "changes that nothing notices");
    new Evidence(Link.CONTROLS, theorems + ": one token changed", changes.size() - unnoticed.size(), "catches",
        DEEP ? "each token of each action" : "one token in " + SAMPLE + " of each action",
        how.toString(), (System.nanoTime() - start) / 1e9).record();
  }

  private static Set<String> changedLines(List<Change> changes) {
    return changes.stream().map(Change::changedLine).collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<Change> changes(String module) throws IOException {
    List<String> lines = Files.readAllLines(Theorems.SPEC.resolve(module + ".tla"));
    List<String> accesses = accesses(lines);
    Map<String, String> other = new LinkedHashMap<>(OTHER);
    for (int i = 0; i < accesses.size(); i++) {
      other.put(accesses.get(i), accesses.get((i + 1) % accesses.size()));
    }
    List<Change> changes = new ArrayList<>();
    boolean inActions = false;
    for (int line = 1; line <= lines.size(); line++) {
      String text = lines.get(line - 1);
      inActions = text.startsWith("Init ==")
          || inActions && !text.startsWith("\\* A step of") && !text.startsWith("LoadAccess");
      if (!inActions || text.startsWith("(*") || text.startsWith("\\*") || text.contains("==")) {
        continue;
      }
      Matcher token = TOKEN.matcher(text);
      while (token.find()) {
        String to = other.get(token.group());
        if (to != null) {
          List<String> changed = new ArrayList<>(lines);
          changed.set(line - 1, text.substring(0, token.start()) + to + text.substring(token.end()));
          changes.add(new Change(module, line, token.start(), token.group(), to, changed));
        }
      }
    }
    return changes;
  }

  /** The names that pc goes through, as the module lists them. */
  private static List<String> accesses(List<String> lines) {
    String module = String.join("\n", lines);
    Matcher set = Pattern.compile("(?m)^Accesses ==\\s*\\{([^}]*)}").matcher(module);
    assertTrue(set.find(), "the module lists its accesses");
    List<String> accesses = new ArrayList<>(
        Stream.of(set.group(1).split(",")).map(String::strip).toList());
    accesses.add("\"Respond\"");
    accesses.add("\"Idle\"");
    return accesses;
  }

  private static String noticed(Theorems theorems, Change change) throws IOException {
    Path spec = ProofMutants.folder("token/" + change.folder(), theorems.module() + ".tla", change.lines);
    Proof proof;
    List<Obligation> obligations;
    try {
      proof = theorems.proof(spec);
      obligations = new ArrayList<>(theorems.obligations(proof));
    } catch (Refusal refusal) {
      return "refused: " + refusal.getMessage();
    } catch (IllegalArgumentException notTla) {
      return "no longer TLA+";
    }
    // What the change is in comes first: most are noticed there.
    String action = actionAt(change);
    obligations.sort(Comparator.comparing((Obligation each) -> !each.step().equals(action)));
    Prover prover = new Prover(List.of(Solver.z3(Theorems.LIMIT)), spec);
    for (Action each : proof.actions()) {
      if (each.name().equals(action) && !canBeTaken(proof, prover, each)) {
        return "never taken: " + action;
      }
    }
    for (Obligation obligation : obligations) {
      if (!prover.check(obligation).holds()) {
        return "not proved: " + obligation.name();
      }
    }
    return NOT_NOTICED;
  }

  private static boolean canBeTaken(Proof proof, Prover prover, Action action) {
    List<Formula> formulas = new ArrayList<>(proof.specification().assumptions());
    formulas.addAll(proof.step(action));
    return prover.isSatisfiable(
        Obligation.Question.of(proof.specification(), proof.specification().name() + "/" + action.name(), formulas));
  }

  /** The definition in which the line is. */
  private static String actionAt(Change change) {
    for (int line = change.line; line > 0; line--) {
      Matcher definition = Pattern.compile("(\\w+)(\\(.*\\))? ==.*").matcher(change.lines.get(line - 1));
      if (definition.matches()) {
        return definition.group(1);
      }
    }
    return "";
  }
}
