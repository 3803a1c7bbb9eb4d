/** Checks of what the library costs, and that the measurements in {@code bench} can be trusted. */
@OfLink(Link.COST)
package org.atomicvalue.cost;

import org.atomicvalue.checkers.evidence.Link;
import org.atomicvalue.checkers.evidence.OfLink;
