package org.atomicvalue.proof;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.atomicvalue.checkers.mutants.SeededBug;
import org.atomicvalue.checkers.proof.Counterexample;
import org.atomicvalue.checkers.proof.Formula;
import org.atomicvalue.checkers.proof.Obligation;
import org.atomicvalue.checkers.proof.Prover;
import org.atomicvalue.checkers.proof.Refusal;
import org.atomicvalue.checkers.proof.Verdict;

/** What is no longer proved when a module is changed. */
public final class ProofOfChange {

  /**
   * What came of it.
   *
   * @param what the obligation that is not proved, or why there is none
   * @param isRefuted whether a solver has a counter-example, and not merely no answer
   */
  public record Finding(String what, boolean isRefuted) {}

  /**
   * What the solvers say of the obligation that a seeded bug names.
   *
   * @param explanation the same in words, with the lines of the Java code
   */
  public record Named(Verdict verdict, String explanation) {

    /** Whether there are two states of an algorithm to be shown, with a thread's step between them. */
    public boolean isAboutAStep() {
      Counterexample states = verdict.counterexample();
      return states != null && !states.after().isEmpty() && states.step().contains("(")
          && verdict.obligation().specification().name().endsWith("AtomicValue");
    }
  }

  private ProofOfChange() {}

  /**
   * What is to break, as the line {@code Proof:} of a seeded bug says; empty if it names nothing, or gives a reason.
   *
   * @throws IllegalArgumentException if there is such a line, but nothing is proved of the module
   */
  public static Optional<String> named(SeededBug bug) {
    Optional<String> line = Optional.ofNullable(bug.fields().get("Proof"));
    if (line.isPresent() && !isAbout(bug.file())) {
      throw new IllegalArgumentException("the line Proof: of " + bug.name() + " is about " + bug.file()
          + ", of which nothing is proved; take the line out");
    }
    return line.filter(name -> !name.startsWith("none, "));
  }

  /**
   * Asks for the obligation that a seeded bug names.
   *
   * @throws Refusal if the module with the bug is not understood
   */
  public static Named ofNamed(SeededBug bug) throws IOException {
    String name = bug.field("Proof");
    Path spec = ProofMutants.folder(bug.name(), bug.file().getFileName().toString(), bug.applied());
    Theorems theorems = Theorems.ALL.stream()
        .filter(each -> name.startsWith(each.module() + "/")).findFirst()
        .orElseThrow(() -> new IllegalStateException(bug.name() + " names no module that is proved: " + name));
    Obligation obligation = theorems.obligations(theorems.proof(spec)).stream()
        .filter(each -> each.name().equals(name)).findFirst()
        .orElseThrow(() -> new IllegalStateException("there is no obligation " + name));
    Verdict verdict = new Prover(Theorems.solvers(), spec).check(obligation);
    return new Named(verdict, verdict.explanation(theorems::code));
  }

  /**
   * The obligations that would be others if the module had the bug: the solvers have proved those of the modules as they
   * are, and these they would have to prove anew.
   */
  static Set<String> changed(SeededBug bug) throws IOException {
    Map<String, List<Formula>> claims = claims(Theorems.SPEC);
    Map<String, List<Formula>> changed =
        claims(ProofMutants.folder(bug.name(), bug.file().getFileName().toString(), bug.applied()));
    Set<String> names = new TreeSet<>(claims.keySet());
    names.addAll(changed.keySet());
    names.removeIf(name -> Objects.equals(claims.get(name), changed.get(name)));
    return names;
  }

  /** Of each obligation by its name all that the solvers are told. */
  private static Map<String, List<Formula>> claims(Path spec) {
    return Theorems.ALL.stream()
        .flatMap(theorems -> theorems.obligations(theorems.proof(spec)).stream())
        .collect(Collectors.toMap(Obligation::name, obligation -> Stream.of(
            obligation.specification().assumptions(), obligation.hypotheses(), List.of(obligation.goal()))
            .flatMap(List::stream).toList()));
  }

  /** Whether something is proved of the module, or of one that uses it. */
  public static boolean isAbout(Path file) {
    return ProofMutants.MODULES.contains(module(file));
  }

  /**
   * Asks for one obligation after the other, those of the changed module first.
   *
   * @param name of a folder for the changed specification
   * @param file the module that is changed
   * @param lines its text
   * @return nothing if everything is still proved
   */
  public static Optional<Finding> first(String name, Path file, List<String> lines) throws IOException {
    Path spec = ProofMutants.folder(name, file.getFileName().toString(), lines);
    Prover prover = new Prover(Theorems.solvers(), spec);
    List<Theorems> all = new ArrayList<>(Theorems.ALL);
    all.sort(Comparator.comparing(theorems -> !theorems.module().equals(module(file))));
    for (Theorems theorems : all) {
      try {
        for (Obligation obligation : theorems.obligations(theorems.proof(spec))) {
          Verdict verdict = prover.check(obligation);
          if (!verdict.holds()) {
            return Optional.of(new Finding(obligation.name(),
                verdict.opinions().stream().anyMatch(Verdict.Opinion::refutes)));
          }
        }
      } catch (Refusal refusal) {
        return Optional.of(new Finding("refused: " + refusal.getMessage(), false));
      }
    }
    return Optional.empty();
  }

  private static String module(Path file) {
    return file.getFileName().toString().replace(".tla", "");
  }
}
