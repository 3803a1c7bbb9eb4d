/** Checks of what is published: the jars, their metadata, and that outsiders can use them. */
package org.atomicvalue.artifacts;
