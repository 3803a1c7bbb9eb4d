package org.atomicvalue.bench;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.atomicvalue.AtomicValue;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A load of a value that is there, by one thread. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
public class LoadBenchmark {

  private final AtomicValue<Integer> value = new AtomicValue<>();
  private final AtomicReference<Integer> reference = new AtomicReference<>(1);

  public LoadBenchmark() {
    value.store(1);
  }

  @Benchmark
  public Integer atomicValue() {
    return value.load();
  }

  @Benchmark
  public Integer atomicReference() {
    return reference.get();
  }
}
