package org.atomicvalue.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.atomicvalue.AtomicValue;
import org.atomicvalue.WaitFreeAtomicValue;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * A race for the first store by {@value #RACERS_PER_PROCESSOR} times as many threads as there are processors: the time
 * from their common start until every store has returned. Nearly all of it goes into switching from thread to thread,
 * which is what {@code AtomicReference}, whose first store is like any other, shows.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public abstract class FirstStoreBenchmark {

  static final int RACERS_PER_PROCESSOR = 32;

  private static final int STOP = -1;

  private final int racers = RACERS_PER_PROCESSOR * Runtime.getRuntime().availableProcessors();
  private final List<Thread> threads = new ArrayList<>();
  private final AtomicInteger returned = new AtomicInteger();
  private volatile int start;

  @Setup
  public void startRacers() {
    for (int i = 0; i < racers; i++) {
      Object value = i;
      Thread thread = new Thread(() -> storeAtEachStart(value));
      thread.setDaemon(true);
      thread.start();
      threads.add(thread);
    }
  }

  @TearDown
  public void stopRacers() throws InterruptedException {
    start = STOP;
    for (Thread thread : threads) {
      thread.join();
    }
  }

  @Benchmark
  public void race() {
    empty();
    returned.set(0);
    start = start + 1;
    while (returned.get() < racers) {
      Thread.yield();
    }
  }

  private void storeAtEachStart(Object value) {
    int seen = 0;
    while (true) {
      while (start == seen) {
        Thread.yield();
      }
      seen = start;
      if (seen == STOP) {
        return;
      }
      store(value);
      returned.incrementAndGet();
    }
  }

  /** Makes a new, empty holder. */
  abstract void empty();

  abstract void store(Object value);

  public static class OfAtomicReference extends FirstStoreBenchmark {

    private AtomicReference<Object> reference;

    @Override
    void empty() {
      reference = new AtomicReference<>();
    }

    @Override
    void store(Object value) {
      reference.set(value);
    }
  }

  public static class OfAtomicValue extends FirstStoreBenchmark {

    private AtomicValue<Object> value;

    @Override
    void empty() {
      value = new AtomicValue<>();
    }

    @Override
    void store(Object first) {
      value.store(first);
    }
  }

  public static class OfWaitFreeAtomicValue extends FirstStoreBenchmark {

    private WaitFreeAtomicValue<Object> value;

    @Override
    void empty() {
      value = new WaitFreeAtomicValue<>();
    }

    @Override
    void store(Object first) {
      value.store(first);
    }
  }
}
