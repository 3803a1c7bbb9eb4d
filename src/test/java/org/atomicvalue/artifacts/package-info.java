/** Checks of what is published: the jars, their metadata, and that they can be built again, byte for byte. */
package org.atomicvalue.artifacts;
