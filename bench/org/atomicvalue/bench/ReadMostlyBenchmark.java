package org.atomicvalue.bench;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.atomicvalue.AtomicValue;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Group;
import org.openjdk.jmh.annotations.GroupThreads;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Loads while one other thread stores now and then, doing a few microseconds of work in between. The figures that matter
 * are those of the readers; {@code -tg 3,1} makes them three.
 */
@State(Scope.Group)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
public class ReadMostlyBenchmark {

  /** Tokens of work between two stores; a token costs a nanosecond or two. */
  private static final long WORK = 2_000;

  private final AtomicValue<Integer> value = new AtomicValue<>();
  private final AtomicReference<Integer> reference = new AtomicReference<>(1);
  private final Integer next = 2;

  public ReadMostlyBenchmark() {
    value.store(1);
  }

  @Benchmark
  @Group("atomicValue")
  @GroupThreads(1)
  public Integer atomicValueReader() {
    return value.load();
  }

  @Benchmark
  @Group("atomicValue")
  @GroupThreads(1)
  public void atomicValueWriter() {
    Blackhole.consumeCPU(WORK);
    value.store(next);
  }

  @Benchmark
  @Group("atomicReference")
  @GroupThreads(1)
  public Integer atomicReferenceReader() {
    return reference.get();
  }

  @Benchmark
  @Group("atomicReference")
  @GroupThreads(1)
  public void atomicReferenceWriter() {
    Blackhole.consumeCPU(WORK);
    reference.set(next);
  }
}
