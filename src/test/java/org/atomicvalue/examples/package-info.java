/** The examples of the documentation, compiled and run. */
@OfLink(Link.BEHAVIOUR)
package org.atomicvalue.examples;

import org.atomicvalue.checkers.evidence.Link;
import org.atomicvalue.checkers.evidence.OfLink;
