package org.atomicvalue.bench;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.atomicvalue.AtomicValue;
import org.atomicvalue.WaitFreeAtomicValue;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * What the benchmark that came with Go's {@code Value} does: all threads read a holder of a pointer to an integer, and
 * look at the integer. {@code bench/go} has the same in Go.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ValueReadBenchmark {

  private final int[] zero = {0};
  private final AtomicValue<int[]> value = new AtomicValue<>();
  private final WaitFreeAtomicValue<int[]> waitFreeValue = new WaitFreeAtomicValue<>();
  private final AtomicReference<int[]> reference = new AtomicReference<>(zero);

  public ValueReadBenchmark() {
    value.store(zero);
    waitFreeValue.store(zero);
  }

  @Benchmark
  public void atomicValue() {
    expectZero(value.load());
  }

  @Benchmark
  public void waitFreeAtomicValue() {
    expectZero(waitFreeValue.load());
  }

  @Benchmark
  public void atomicReference() {
    expectZero(reference.get());
  }

  /** What the loop around the others costs. */
  @Benchmark
  public void nothing() {}

  private static void expectZero(int[] pointer) {
    if (pointer[0] != 0) {
      throw new IllegalStateException("read " + pointer[0] + " where only 0 has been written");
    }
  }
}
