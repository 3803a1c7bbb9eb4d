/**
 * Checks of what is published: the jars, their metadata, that they can be built again, byte for byte, and that outsiders
 * can use them.
 */
package org.atomicvalue.artifacts;
