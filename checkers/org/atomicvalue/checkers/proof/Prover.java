package org.atomicvalue.checkers.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.atomicvalue.checkers.smt.Answer;
import org.atomicvalue.checkers.smt.Solver;

/** Puts obligations to solvers. One holds only if every solver says so. */
public final class Prover {

  private final List<Solver> solvers;
  private final Path folder;

  /** @param folder for the scripts */
  public Prover(List<Solver> solvers, Path folder) {
    this.solvers = List.copyOf(solvers);
    this.folder = folder;
  }

  public List<Solver> solvers() {
    return solvers;
  }

  /** All of them, as many at once as there are processors; each verdict is shown to the listener as it comes. */
  public List<Verdict> check(List<Obligation> obligations, Consumer<Verdict> listener) {
    ExecutorService threads = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    try {
      List<Future<Verdict>> futures = new ArrayList<>();
      for (Obligation obligation : obligations) {
        futures.add(threads.submit(() -> check(obligation)));
      }
      List<Verdict> verdicts = new ArrayList<>();
      for (Future<Verdict> future : futures) {
        Verdict verdict = future.get();
        listener.accept(verdict);
        verdicts.add(verdict);
      }
      return verdicts;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while proving", e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException unchecked ? unchecked : new IllegalStateException(e.getCause());
    } finally {
      threads.shutdownNow();
    }
  }

  public Verdict check(Obligation obligation) {
    Obligation.Question question = obligation.question();
    write(question);
    List<Verdict.Opinion> opinions = new ArrayList<>();
    List<Counterexample> counterexamples = new ArrayList<>();
    for (Solver solver : solvers) {
      long start = System.nanoTime();
      Answer answer = opinions.isEmpty() ? solver.checkWithCore(question.script()) : solver.check(question.script());
      opinions.add(new Verdict.Opinion(solver.name(), answer, (System.nanoTime() - start) / 1e9));
      if (answer instanceof Answer.Satisfiable && counterexamples.isEmpty()) {
        counterexamples.add(Counterexample.of(question, obligation.step(), obligation.parameters(), solver));
      }
    }
    return new Verdict(obligation, opinions, counterexamples.isEmpty() ? null : counterexamples.get(0));
  }

  /** Whether formulas can hold together, by the first solver that finds out. */
  public boolean isSatisfiable(Obligation.Question question) {
    for (Solver solver : solvers) {
      Answer answer = solver.check(question.script());
      if (!(answer instanceof Answer.Unknown)) {
        return answer instanceof Answer.Satisfiable;
      }
    }
    throw new IllegalStateException("no solver can say whether " + question.name() + " is satisfiable");
  }

  private void write(Obligation.Question question) {
    try {
      Path file = folder.resolve(question.name() + ".smt2");
      Files.createDirectories(file.getParent());
      Files.writeString(file, question.script().text());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
