/**
 * JMH benchmarks of {@link org.atomicvalue.AtomicValue} and {@link org.atomicvalue.WaitFreeAtomicValue} beside {@link
 * java.util.concurrent.atomic.AtomicReference} and what else one would use instead. Only ratios within one run mean
 * anything; {@code docs/performance.md} shows them.
 *
 * <p>The classes named {@code ...Benchmark} are what is measured. {@link org.atomicvalue.bench.Benchmarks} runs them,
 * {@link org.atomicvalue.bench.PerformanceDocument} shows the results.
 */
package org.atomicvalue.bench;
