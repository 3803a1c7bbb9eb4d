package org.atomicvalue.bench;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;
import org.atomicvalue.AtomicValue;
import org.atomicvalue.WaitFreeAtomicValue;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Group;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * Readers, and one writer that writes each time that a period has gone by. The writer's figure is the time from one
 * write to the next: it says whether it could write as often as it wanted to.
 */
@State(Scope.Group)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public abstract class ReadMostlyBenchmark {

  @Param("1000") public long periodMicros;

  private final Object[] values = {1, 2};

  /** The writer's own, so that readers never share a cache line with what only the writer uses. */
  @State(Scope.Thread)
  public static class Clock {

    private long last = System.nanoTime();
    private int ticks;

    int awaitTick(long periodMicros) {
      long next = last + TimeUnit.MICROSECONDS.toNanos(periodMicros);
      while (System.nanoTime() - next < 0) {
        Thread.onSpinWait();
      }
      last = System.nanoTime();
      return ticks++;
    }
  }

  @Setup
  public void holdValue() {
    write(values[0]);
  }

  @Benchmark
  @Group("readMostly")
  public Object reader() {
    return read();
  }

  @Benchmark
  @Group("readMostly")
  public void writer(Clock clock) {
    write(values[clock.awaitTick(periodMicros) & 1]);
  }

  abstract Object read();

  abstract void write(Object value);

  public static class OfAtomicReference extends ReadMostlyBenchmark {

    private final AtomicReference<Object> reference = new AtomicReference<>();

    @Override
    Object read() {
      return reference.get();
    }

    @Override
    void write(Object value) {
      reference.set(value);
    }
  }

  public static class OfAtomicValue extends ReadMostlyBenchmark {

    private final AtomicValue<Object> value = new AtomicValue<>();

    @Override
    Object read() {
      return value.load();
    }

    @Override
    void write(Object next) {
      value.store(next);
    }
  }

  public static class OfWaitFreeAtomicValue extends ReadMostlyBenchmark {

    private final WaitFreeAtomicValue<Object> value = new WaitFreeAtomicValue<>();

    @Override
    Object read() {
      return value.load();
    }

    @Override
    void write(Object next) {
      value.store(next);
    }
  }

  public static class OfVolatileField extends ReadMostlyBenchmark {

    private volatile Object value;

    @Override
    Object read() {
      return value;
    }

    @Override
    void write(Object next) {
      value = next;
    }
  }

  public static class OfStampedLock extends ReadMostlyBenchmark {

    private final StampedLock lock = new StampedLock();
    private Object value;

    @Override
    Object read() {
      long stamp = lock.tryOptimisticRead();
      Object seen = value;
      if (lock.validate(stamp)) {
        return seen;
      }
      stamp = lock.readLock();
      try {
        return value;
      } finally {
        lock.unlockRead(stamp);
      }
    }

    @Override
    void write(Object next) {
      long stamp = lock.writeLock();
      try {
        value = next;
      } finally {
        lock.unlockWrite(stamp);
      }
    }
  }

  public static class OfReadWriteLock extends ReadMostlyBenchmark {

    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private Object value;

    @Override
    Object read() {
      lock.readLock().lock();
      try {
        return value;
      } finally {
        lock.readLock().unlock();
      }
    }

    @Override
    void write(Object next) {
      lock.writeLock().lock();
      try {
        value = next;
      } finally {
        lock.writeLock().unlock();
      }
    }
  }

  public static class OfSynchronized extends ReadMostlyBenchmark {

    private final Object lock = new Object();
    private Object value;

    @Override
    Object read() {
      synchronized (lock) {
        return value;
      }
    }

    @Override
    void write(Object next) {
      synchronized (lock) {
        value = next;
      }
    }
  }
}
