/** Checks that each class of the library keeps every rule of its contract. */
@OfLink(Link.BEHAVIOUR)
package org.atomicvalue.behaviour;

import org.atomicvalue.checkers.evidence.Link;
import org.atomicvalue.checkers.evidence.OfLink;
