/**
 * Litmus tests of Java's access modes, in herd's format: {@link org.atomicvalue.checkers.litmus.LitmusParser} reads a
 * file, {@link org.atomicvalue.checkers.litmus.ThreadTree} is all that a thread may do, whatever its reads return, and
 * {@link org.atomicvalue.checkers.litmus.Verdict} says what a model's outcomes make of the test's condition. What a
 * memory allows is not known here; that is asked of a model.
 */
package org.atomicvalue.checkers.litmus;
