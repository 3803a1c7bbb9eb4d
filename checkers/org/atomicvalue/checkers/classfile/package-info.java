/**
 * Symbolic execution of a class file, from one access to shared memory to the next.
 *
 * <p>{@link org.atomicvalue.checkers.classfile.ClassFile} is a class as it stands in a jar, and refuses what could have
 * effects that nobody looks at: a superclass, interfaces, nest mates, static state. {@link
 * org.atomicvalue.checkers.classfile.Execution} runs its methods on symbols instead of values and gives, for each place
 * where a thread stands before an access, every {@linkplain org.atomicvalue.checkers.classfile.Path path} on which it
 * goes on: under which conditions, what it writes, and where it arrives. Instructions and callees that it understands
 * are few and listed; all others end in a {@link org.atomicvalue.checkers.classfile.Refusal} that names method, line
 * and reason. So a path that is there means what it says.
 *
 * <p>Nothing here knows a specification. What the paths are compared with, and by whom, is for others to say.
 */
package org.atomicvalue.checkers.classfile;
