/**
 * Litmus tests of {@link org.atomicvalue.AtomicValue} and {@link org.atomicvalue.WaitFreeAtomicValue}: one program per
 * file, run by jcstress in several JVM modes. The class comment states the program, thread by thread; the {@code
 * @Outcome} annotations list every outcome that a linearizable value with volatile memory effects allows, and whatever
 * is not listed is forbidden. They hold for both classes.
 *
 * <p>The program itself stands there twice, in nested classes {@code OfAtomicValue} and {@code OfWaitFreeAtomicValue}.
 * jcstress takes the actors of a test from that class alone, not from a superclass; and calls by way of an interface or
 * a generic helper would be other code for the JIT compilers than the calls that users make. {@code LitmusOutcomesTest}
 * checks that the two are the same text but for the name.
 *
 * <p>A run that sees no forbidden outcome is evidence about this machine and this JDK, not a proof: an outcome may be
 * too rare to see, or belong to hardware that reorders more than this one. In particular an x86 processor keeps stores
 * in order and loads in order, and every exchange is a full fence. There {@link
 * org.atomicvalue.stress.FirstStorePublication}, {@link org.atomicvalue.stress.LaterStorePublication} and {@link
 * org.atomicvalue.stress.IndependentReads} can catch a compiler that reorders, but not a missing fence, and neither can
 * {@link org.atomicvalue.stress.InitialValuePublication}. The tests of store buffering catch that: {@link
 * org.atomicvalue.stress.StoreBuffering} in {@code AtomicValue} alone, whose first store ends with a write, {@link
 * org.atomicvalue.stress.LaterStoreBuffering} and {@link org.atomicvalue.stress.DeclaredStoreBuffering} in both. {@code
 * JcstressIT} runs all of them, {@code mvn test} none, and {@code mvn test-compile exec:exec@stress} runs them for ten
 * minutes.
 *
 * <p>The package {@code litmus} is a gallery of programs without an {@code AtomicValue}, for teaching.
 */
package org.atomicvalue.stress;
