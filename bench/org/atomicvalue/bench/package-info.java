/**
 * JMH benchmarks of {@link org.atomicvalue.AtomicValue} beside {@link java.util.concurrent.atomic.AtomicReference}, the
 * class that one would use instead if the class of the values did not matter. Only ratios within one run mean
 * anything: {@link org.atomicvalue.bench.Comparison} computes them.
 */
package org.atomicvalue.bench;
