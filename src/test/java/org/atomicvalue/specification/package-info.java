/** TLC on the specification, and on the bugs that are seeded into it. */
@OfLink(Link.SPECIFICATION)
package org.atomicvalue.specification;

import org.atomicvalue.checkers.evidence.Link;
import org.atomicvalue.checkers.evidence.OfLink;
