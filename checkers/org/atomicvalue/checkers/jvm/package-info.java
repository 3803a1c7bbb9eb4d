/**
 * Programs beside this one, none of which outlives its use: a JVM of its own for what may not end, needs options of the
 * JVM, or must see other classes; and the compiler, for what a check writes.
 */
package org.atomicvalue.checkers.jvm;
