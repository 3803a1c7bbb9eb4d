/**
 * A gallery of litmus tests, for teaching Java's access modes. Each class is one phenomenon: a small program, the same
 * in each mode, in nested classes that jcstress runs. They are numbered in the order of the course, {@code
 * docs/memory-models.md}: 1 to 5 are settled by acquire and release, 6 to 8 take volatile, 9 is what the machine leaves
 * out, and 10 to 12 are about what volatile does not do: order what is weaker.
 *
 * <p>Which outcomes are possible is derived by TLC from the program in {@code spec/litmus} that {@link
 * org.atomicvalue.stress.litmus.Program} names. {@code GalleryOutcomesTest} compares it with the {@code @Outcome}
 * annotations and with the table in the class comment. An outcome that a mode makes possible, and that a stronger one
 * forbids, is marked "interesting".
 *
 * <p>{@code mvn test-compile exec:exec@gallery} runs them all. They are no part of {@code mvn verify}: they are about
 * Java and the machine, not about {@link org.atomicvalue.AtomicValue}.
 */
package org.atomicvalue.stress.litmus;
