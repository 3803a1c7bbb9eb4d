/** A JVM of its own for what may not end, needs options of the JVM, or must see other classes. */
package org.atomicvalue.checkers.jvm;
