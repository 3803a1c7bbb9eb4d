package org.atomicvalue.examples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;
import org.atomicvalue.WaitFreeAtomicValue;

/**
 * Runs tasks at the same time and reports the first error: that which a thread has before the others.
 *
 * <p>Errors are of many classes, so a type is declared. Without it the first error would fix the class of all, and a
 * thread with one of another class would get an exception for an answer, in which its error is lost.
 */
public final class FirstError {

  private FirstError() {}

  /**
   * Returns once all tasks have ended.
   *
   * @throws ExecutionException if some have failed: its cause is what went wrong first, to which the rest is added
   */
  public static void runAll(ExecutorService workers, Collection<? extends Callable<?>> tasks)
      throws ExecutionException, InterruptedException {
    WaitFreeAtomicValue<Throwable> first = new WaitFreeAtomicValue<>(Throwable.class);
    List<Callable<Void>> guarded = new ArrayList<>();
    for (Callable<?> task : tasks) {
      guarded.add(() -> {
        try {
          task.call();
        } catch (Throwable error) {
          if (!first.compareAndSwap(null, error) && first.load() != error) {
            first.load().addSuppressed(error);
          }
        }
        return null;
      });
    }
    workers.invokeAll(guarded);
    Throwable error = first.load();
    if (error != null) {
      throw new ExecutionException(error);
    }
  }

  /** Three tasks fail, each with an exception of another class. */
  public static void main(String[] args) throws InterruptedException {
    ExecutorService workers = Executors.newFixedThreadPool(3);
    List<Callable<?>> tasks = List.of(
        () -> {
          throw new IOException("task 1");
        },
        () -> {
          throw new UncheckedIOException("task 2", new IOException());
        },
        () -> {
          throw new TimeoutException("task 3");
        });
    try {
      runAll(workers, tasks);
    } catch (ExecutionException e) {
      Throwable first = e.getCause();
      System.out.println("the first of " + (1 + first.getSuppressed().length) + " errors: " + first);
    } finally {
      workers.shutdownNow();
    }
  }
}
