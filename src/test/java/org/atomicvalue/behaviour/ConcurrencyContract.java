package org.atomicvalue.behaviour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.Stream;
import org.atomicvalue.AtomicValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What every class with the contract of {@link AtomicValue} promises holds while many threads use it at once, more
 * than there are processors. These are the broad strokes; the fine ones are drawn by the litmus tests and the
 * linearizability checks.
 */
@Timeout(120)
abstract class ConcurrencyContract {

  private static final int THREADS = Math.max(4 * Runtime.getRuntime().availableProcessors(), 8);
  private static final int OPERATIONS = 100_000;
  private static final int RACES = 5_000;

  private final Holder.Kind kind;

  ConcurrencyContract(Holder.Kind kind) {
    this.kind = kind;
  }

  /** Values whose halves, taken from two of them, would make a third that nobody stored. */
  static Stream<List<?>> valuesThatWouldShowTearing() {
    return Stream.of(
        List.of((short) 0, (short) -1, (short) (1 + (2 << 8)), (short) (3 + (4 << 8))),
        List.of(0, -1, 1 + (2 << 16), 3 + (4 << 16)),
        List.of(0L, -1L, 1L + (2L << 32), 3L + (4L << 32)),
        List.of(0.0, -0.0, Double.longBitsToDouble(1L + (2L << 32)), Double.MAX_VALUE),
        List.of(new Complex(0, 0), new Complex(1, 2), new Complex(3, 4), new Complex(5, 6)),
        List.of("", "foo", "barbaz", "x".repeat(1_000)));
  }

  record Complex(double real, double imaginary) {}

  @ParameterizedTest
  @MethodSource("valuesThatWouldShowTearing")
  void loadReturnsOneOfTheStoredObjects(List<?> values) throws Exception {
    Holder value = kind.empty();
    inParallel(thread -> {
      for (int i = 0; i < OPERATIONS; i++) {
        value.store(values.get(ThreadLocalRandom.current().nextInt(values.size())));
        Object loaded = value.load();
        assertTrue(values.stream().anyMatch(stored -> stored == loaded), () -> loaded + " was never stored");
      }
    });
  }

  /** The fields are plain and not final: what is seen in them is what the writes of the value have published. */
  private static final class Redundant {
    private long number;
    private long complement;
    private String text;

    Redundant(long number) {
      this.number = number;
      this.complement = ~number;
      this.text = Long.toString(number);
    }

    void check() {
      assertEquals(number, ~complement);
      assertEquals(Long.toString(number), text);
    }
  }

  @Test
  void whatIsLoadedHasBeenPublishedWhole() throws Exception {
    AtomicReferenceArray<Holder> values = newValues(100);
    inParallel(thread -> {
      for (int i = 0; i < OPERATIONS; i++) {
        Holder value = values.get(i % values.length());
        value.store(new Redundant(ThreadLocalRandom.current().nextLong()));
        ((Redundant) value.load()).check();
        value.swap(new Redundant(i));
        ((Redundant) value.load()).check();
      }
    });
  }

  @Test
  void swapConservesWhatWasPutIn() throws Exception {
    Holder value = kind.empty();
    AtomicLong put = new AtomicLong();
    AtomicLong taken = new AtomicLong();
    AtomicInteger first = new AtomicInteger();
    inParallel(thread -> {
      for (int i = 0; i < OPERATIONS; i++) {
        int unique = thread * OPERATIONS + i;
        put.addAndGet(unique);
        Integer previous = (Integer) value.swap(unique);
        if (previous == null) {
          first.incrementAndGet();
        } else {
          taken.addAndGet(previous);
        }
      }
    });
    assertEquals(1, first.get(), "swaps that found nothing");
    assertEquals(put.get(), taken.get() + (Integer) value.load());
  }

  @Test
  void compareAndSwapCountsExactly() throws Exception {
    Holder value = kind.empty();
    value.store(0);
    inParallel(thread -> {
      for (int i = 0; i < OPERATIONS; i++) {
        Integer current;
        do {
          current = (Integer) value.load();
        } while (!value.compareAndSwap(current, current + 1));
      }
    });
    assertEquals(THREADS * OPERATIONS, value.load());
  }

  @Test
  void updatesCountExactlyFromTheFirst() throws Exception {
    Holder value = kind.empty();
    boolean[] returned = new boolean[THREADS * OPERATIONS];
    inParallel(thread -> {
      for (int i = 0; i < OPERATIONS; i++) {
        int mine;
        if (i % 2 == 0) {
          Integer previous = (Integer) value.getAndUpdate(ConcurrencyContract::increment);
          mine = previous == null ? 0 : previous;
        } else {
          mine = (Integer) value.updateAndGet(ConcurrencyContract::increment) - 1;
        }
        // Each number is one thread's alone, so no two threads write the same element.
        returned[mine] = true;
      }
    });
    assertEquals(THREADS * OPERATIONS, value.load());
    for (int number = 0; number < returned.length; number++) {
      assertTrue(returned[number], number + " was returned by no update");
    }
  }

  private static Object increment(Object current) {
    return current == null ? 1 : (Integer) current + 1;
  }

  /** Of different classes; the threads are spread evenly over them. */
  private static final List<Object> CONTENDERS = List.of("text", 1, 2L, 'c');

  private static Object contender(int thread) {
    return CONTENDERS.get(thread % CONTENDERS.size());
  }

  @Test
  void ofFirstStoresOfDifferentClassesOneClassWins() throws Exception {
    AtomicReferenceArray<Holder> values = newValues(RACES);
    boolean[][] refused = new boolean[THREADS][RACES];
    race(values, (thread, i) -> values.get(i).store(contender(thread)), refused);
    assertOneClassWon(values, refused);
  }

  @Test
  void ofFirstWritesOfDifferentClassesOneFindsNothingAndItsClassWins() throws Exception {
    AtomicReferenceArray<Holder> values = newValues(RACES);
    boolean[][] refused = new boolean[THREADS][RACES];
    AtomicIntegerArray foundNothing = new AtomicIntegerArray(RACES);
    race(
        values,
        (thread, i) -> {
          Object mine = contender(thread);
          boolean swaps = thread / CONTENDERS.size() % 2 == 0;
          if (swaps ? values.get(i).swap(mine) == null : values.get(i).compareAndSwap(null, mine)) {
            foundNothing.incrementAndGet(i);
          }
        },
        refused);
    assertOneClassWon(values, refused);
    for (int i = 0; i < RACES; i++) {
      assertEquals(1, foundNothing.get(i), "writes that were the first");
    }
  }

  @FunctionalInterface
  private interface Contest {
    void write(int thread, int race);
  }

  /** Each thread writes once to each value; those whose class is refused must at once see the winner. */
  private static void race(AtomicReferenceArray<Holder> values, Contest contest, boolean[][] refused)
      throws Exception {
    AtomicInteger arrived = new AtomicInteger();
    inParallel(thread -> {
      for (int i = 0; i < RACES; i++) {
        arrived.incrementAndGet();
        awaitCount(arrived, THREADS * (i + 1));
        try {
          contest.write(thread, i);
        } catch (ClassCastException e) {
          refused[thread][i] = true;
        }
        Object winner = values.get(i).load();
        assertNotNull(winner);
        assertEquals(
            winner.getClass() != contender(thread).getClass(),
            refused[thread][i],
            () -> "whether " + contender(thread) + " was refused when " + winner + " had won");
      }
    });
  }

  /** Yields, because a barrier would let the threads go one after the other, and so seldom at the same time. */
  private static void awaitCount(AtomicInteger counter, int count) throws InterruptedException {
    while (counter.get() < count) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      Thread.yield();
    }
  }

  private static void assertOneClassWon(AtomicReferenceArray<Holder> values, boolean[][] refused) {
    for (int i = 0; i < RACES; i++) {
      Object winner = values.get(i).load();
      for (int thread = 0; thread < THREADS; thread++) {
        assertEquals(contender(thread) != winner, refused[thread][i], contender(thread) + " against " + winner);
      }
    }
  }

  private AtomicReferenceArray<Holder> newValues(int count) {
    AtomicReferenceArray<Holder> values = new AtomicReferenceArray<>(count);
    for (int i = 0; i < count; i++) {
      values.set(i, kind.empty());
    }
    return values;
  }

  @FunctionalInterface
  private interface Body {
    void run(int thread) throws Exception;
  }

  /** Runs the body in {@link #THREADS} threads that start together, and fails as soon as it fails in one of them. */
  private static void inParallel(Body body) throws Exception {
    CyclicBarrier start = new CyclicBarrier(THREADS);
    ExecutorService executor = Executors.newFixedThreadPool(THREADS, ConcurrencyContract::daemon);
    try {
      ExecutorCompletionService<Void> threads = new ExecutorCompletionService<>(executor);
      for (int i = 0; i < THREADS; i++) {
        int thread = i;
        threads.submit(() -> {
          start.await();
          body.run(thread);
          return null;
        });
      }
      for (int i = 0; i < THREADS; i++) {
        threads.take().get();
      }
    } finally {
      executor.shutdownNow();
    }
    assertTrue(executor.awaitTermination(1, TimeUnit.MINUTES), "the threads have not ended");
  }

  /** A thread that waits for ever does not keep the JVM alive. */
  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task);
    thread.setDaemon(true);
    return thread;
  }
}
