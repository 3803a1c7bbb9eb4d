package org.atomicvalue.faults;

import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import org.atomicvalue.behaviour.Holder;

/**
 * The program that {@link SwapChainIT} runs. Round after round, threads race to write first to a new register and then
 * go on to exchange its value for their own, each by one of the operations that return what they replace. So the values
 * form one chain:
 *
 * <ul>
 *   <li>exactly one exchange of a round finds nothing;
 *   <li>every value that was written is returned by exactly one exchange, except one;
 *   <li>that one is what the register holds in the end;
 *   <li>every value comes out whole.
 * </ul>
 *
 * <p>And no thread is stuck: each round ends.
 */
final class SwapChain {

  /** So long a round may take, before it is said to be stuck. */
  private static final long PATIENCE_SECONDS = Long.getLong("faults.patience", 60);

  private static final int EXCHANGES = 50;

  /** What is exchanged. Its fields are plain: what is seen in them is what its write has published. */
  private static final class Token {
    private int number;
    private int complement;
    private byte[] garbage;

    Token(int number, int garbage) {
      this.number = number;
      this.complement = ~number;
      this.garbage = new byte[garbage];
    }

    int checkedNumber(int garbageExpected) {
      if (complement != ~number || garbage.length != garbageExpected) {
        throw new IllegalStateException("a token came out torn: " + number + " and " + complement);
      }
      return number;
    }
  }

  private static final int NOTHING = -1;

  private final Holder.Kind subject;
  private final int threads;
  private final int garbage;
  private final int[][] taken;
  private final CyclicBarrier start;
  private final CyclicBarrier end;
  private volatile Holder register;
  private volatile Throwable failure;
  private volatile long passed;

  private SwapChain(Holder.Kind subject, int threads, int garbage) {
    this.subject = subject;
    this.threads = threads;
    this.garbage = garbage;
    this.taken = new int[threads][EXCHANGES];
    this.start = new CyclicBarrier(threads + 1);
    this.end = new CyclicBarrier(threads + 1);
  }

  /**
   * @param args the number of threads; {@code platform} or {@code virtual}; how many bytes of garbage each value
   *     brings; for how many seconds to go on with each class
   */
  public static void main(String[] args) throws Exception {
    int threads = Integer.parseInt(args[0]);
    ThreadFactory factory = args[1].equals("virtual") ? virtualThreads() : SwapChain::daemon;
    long exchanges = 0;
    long rounds = 0;
    for (Holder.Kind subject : Holder.Kind.values()) {
      SwapChain chain = new SwapChain(subject, threads, Integer.parseInt(args[2]));
      long made = chain.run(factory, TimeUnit.SECONDS.toNanos(Long.parseLong(args[3])));
      rounds += made;
      exchanges += made * threads * EXCHANGES;
    }
    System.out.println(exchanges + " exchanges in " + rounds + " races for the first write, nothing lost or stuck");
    System.exit(0); // the threads are still waiting for a next round
  }

  private long run(ThreadFactory factory, long nanos) throws Exception {
    register = subject.empty();
    for (int thread = 0; thread < threads; thread++) {
      int number = thread;
      factory.newThread(() -> repeat(number)).start();
    }
    Thread watcher = daemon(this::watch);
    watcher.start();
    long began = System.nanoTime();
    long rounds = 0;
    do {
      register = subject.empty();
      await(start);
      await(end);
      check();
      rounds++;
    } while (System.nanoTime() - began < nanos);
    watcher.interrupt();
    return rounds;
  }

  private void await(CyclicBarrier barrier) throws Exception {
    barrier.await();
    if (failure != null) {
      throw stop(failure);
    }
    passed++;
  }

  /**
   * Notices that the barriers are no longer passed. It shares nothing with the threads: who waits for the lock of a
   * barrier may wait behind a thread that is stuck.
   */
  private void watch() {
    try {
      for (long before = -1; before != passed; TimeUnit.SECONDS.sleep(PATIENCE_SECONDS)) {
        before = passed;
      }
      throw stop(failure != null
          ? failure
          : new IllegalStateException(
              "stuck: a round of " + name() + " has not ended after " + PATIENCE_SECONDS + " seconds"));
    } catch (InterruptedException e) {
      // The run is over.
    }
  }

  /** Ends the JVM with all its threads, stuck ones included. */
  private static IllegalStateException stop(Throwable failure) {
    System.out.println(failure.getMessage() == null ? failure.toString() : failure.getMessage());
    Runtime.getRuntime().halt(1);
    return new IllegalStateException(failure);
  }

  private void repeat(int thread) {
    try {
      while (true) {
        start.await();
        Holder current = register;
        try {
          exchange(thread, current);
        } catch (Throwable e) {
          failure = e;
        }
        end.await();
      }
    } catch (Exception e) {
      failure = e;
    }
  }

  private void exchange(int thread, Holder current) {
    IntFunction<Object> operation = switch (thread % 3) {
      case 0 -> number -> current.swap(new Token(number, garbage));
      case 1 -> number -> current.getAndUpdate(previous -> new Token(number, garbage));
      default -> number -> exchangeByComparing(current, new Token(number, garbage));
    };
    for (int i = 0; i < EXCHANGES; i++) {
      Token previous = (Token) operation.apply(thread * EXCHANGES + i);
      taken[thread][i] = previous == null ? NOTHING : previous.checkedNumber(garbage);
      ((Token) current.load()).checkedNumber(garbage);
    }
  }

  private static Object exchangeByComparing(Holder current, Token token) {
    while (true) {
      Object previous = current.load();
      if (current.compareAndSwap(previous, token)) {
        return previous;
      }
    }
  }

  private String name() {
    return subject.type().getSimpleName();
  }

  /** Between rounds, while the threads wait. */
  private void check() {
    int[] returned = new int[threads * EXCHANGES];
    returned[((Token) register.load()).checkedNumber(garbage)]++;
    int first = 0;
    for (int[] numbers : taken) {
      for (int number : numbers) {
        if (number == NOTHING) {
          first++;
        } else {
          returned[number]++;
        }
      }
    }
    if (first != 1) {
      throw stop(new IllegalStateException(name() + ": " + first + " exchanges found nothing, and one must have"));
    }
    for (int number = 0; number < returned.length; number++) {
      if (returned[number] != 1) {
        throw stop(new IllegalStateException(
            name() + ": a value was lost or duplicated: number " + number + " came out " + returned[number]
                + " times"));
      }
    }
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task);
    thread.setDaemon(true);
    return thread;
  }

  /** {@code Thread.ofVirtual().factory()}, which Java 17 does not have. */
  private static ThreadFactory virtualThreads() throws ReflectiveOperationException {
    Object builder = Thread.class.getMethod("ofVirtual").invoke(null);
    return (ThreadFactory) Class.forName("java.lang.Thread$Builder").getMethod("factory").invoke(builder);
  }
}
