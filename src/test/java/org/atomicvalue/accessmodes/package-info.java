/** Checks that the access modes of the algorithms are strong enough, by a model of Java's memory. */
@OfLink(Link.ACCESS_MODES)
package org.atomicvalue.accessmodes;

import org.atomicvalue.checkers.evidence.Link;
import org.atomicvalue.checkers.evidence.OfLink;
