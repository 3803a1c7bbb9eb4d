/** Checks that the documents say what is so, and the parts of them that are generated. */
@OfLink(Link.ARTIFACTS)
package org.atomicvalue.documents;

import org.atomicvalue.checkers.evidence.Link;
import org.atomicvalue.checkers.evidence.OfLink;
