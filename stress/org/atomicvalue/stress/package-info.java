/**
 * Litmus tests of the shipped {@link org.atomicvalue.AtomicValue}: one program per file, run by jcstress in several JVM
 * modes. The class comment states the program, thread by thread; the {@code @Outcome} annotations list every outcome
 * that a linearizable {@code AtomicValue} with volatile memory effects allows, and whatever is not listed is forbidden.
 *
 * <p>A run that sees no forbidden outcome is evidence about this machine and this JDK, not a proof: an outcome may be
 * too rare to see, or belong to hardware that reorders more than this one. In particular an x86 processor keeps stores in
 * order and loads in order: there {@link org.atomicvalue.stress.FirstStorePublication}, {@link
 * org.atomicvalue.stress.LaterStorePublication} and {@link org.atomicvalue.stress.IndependentReads} can catch a compiler
 * that reorders, but not a missing fence, whereas the two tests of store buffering catch that. {@code JcstressIT} runs
 * all of them, and {@code mvn test} none.
 *
 * <p>The package {@code litmus} is a gallery of programs without an {@code AtomicValue}, for teaching.
 */
package org.atomicvalue.stress;
