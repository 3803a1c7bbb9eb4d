/**
 * The faults tried on both classes, and what must hold whatever happens: nothing lost, nothing stuck.
 *
 * <ul>
 *   <li>{@link org.atomicvalue.faults.HaltedThreadTest}: a thread ends for ever before, between and after any two
 *       accesses of any operation, or because of an exception of a function that it passed. The others go on as if
 *       its call had been made whole, or not at all. The one exception is the documented one: writers wait for a first
 *       writer of an {@link org.atomicvalue.AtomicValue} that halts between its claim and its publication.
 *   <li>{@link org.atomicvalue.faults.MemoryExhaustionIT}: the memory ends before or inside a call.
 *   <li>{@link org.atomicvalue.faults.StackExhaustionTest}: the stack ends before or inside a call.
 *   <li>{@link org.atomicvalue.faults.SwapChainIT}: hundreds of threads; a single processor; more virtual threads than
 *       carriers; each garbage collector of the JVM, short of memory. Every value that was written is returned exactly
 *       once, or is the last.
 *   <li>{@link org.atomicvalue.faults.ClassUnloadingTest}: what is no longer needed is not held: neither former values
 *       nor, once the holder is gone, their class.
 * </ul>
 *
 * <p>What was tried in a build, with counts, is in {@code target/report/summary.md} under "faults". {@code
 * -Ddeep=true} tries more of everything; {@code -Dfaults.seconds=N} sets how long each circumstance of {@code
 * SwapChainIT} lasts for each class.
 */
@OfLink(Link.FAULTS)
package org.atomicvalue.faults;

import org.atomicvalue.checkers.evidence.Link;
import org.atomicvalue.checkers.evidence.OfLink;
