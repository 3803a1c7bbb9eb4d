/**
 * Checks of what is published: the jars, their metadata, that they can be built again, byte for byte, and that
 * outsiders can use them.
 */
@OfLink(Link.ARTIFACTS)
package org.atomicvalue.artifacts;

import org.atomicvalue.checkers.evidence.Link;
import org.atomicvalue.checkers.evidence.OfLink;
