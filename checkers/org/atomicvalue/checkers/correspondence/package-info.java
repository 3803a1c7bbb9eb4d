/**
 * Compares a class file with a specification, for every value, class, number of calls and number of threads: what each
 * method does from one access to the next is the action of the specification that bears the access's name, in both
 * directions, in every state that the specification's inductive invariant allows.
 *
 * <p>{@link org.atomicvalue.checkers.correspondence.Comparison} goes through the class file as {@link
 * org.atomicvalue.checkers.classfile.Execution} runs it and the specification side by side. It needs no names in the
 * source: where a thread of the specification goes next says which action the class's next access has to be. So it
 * takes any compiler's class file, and a jar without sources.
 */
package org.atomicvalue.checkers.correspondence;
