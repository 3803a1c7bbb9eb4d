/** Checks that the house keeps its shape: which packages may know which others, and that the engines stand alone. */
@OfLink(Link.ARTIFACTS)
package org.atomicvalue.architecture;

import org.atomicvalue.checkers.evidence.Link;
import org.atomicvalue.checkers.evidence.OfLink;
