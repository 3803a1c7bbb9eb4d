/** Checks that the class file takes exactly the steps of its specification. */
@OfLink(Link.STEPS)
package org.atomicvalue.steps;

import org.atomicvalue.checkers.evidence.Link;
import org.atomicvalue.checkers.evidence.OfLink;
