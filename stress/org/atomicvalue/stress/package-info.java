/**
 * Litmus tests of the shipped {@link org.atomicvalue.AtomicValue}: one program per file, run by jcstress in several JVM
 * modes. The class comment states the program, thread by thread; the {@code @Outcome} annotations list every outcome
 * that a linearizable {@code AtomicValue} with volatile memory effects allows, and whatever is not listed is forbidden.
 *
 * <p>A run that sees no forbidden outcome is evidence about this machine and this JDK, not a proof: an outcome may be
 * too rare to see, or belong to hardware that reorders more than this one. {@code JcstressIT} runs all of them.
 */
package org.atomicvalue.stress;
