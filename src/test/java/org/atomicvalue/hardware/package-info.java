/** What JIT and hardware show of the programs in {@code stress}. */
@OfLink(Link.HARDWARE)
package org.atomicvalue.hardware;

import org.atomicvalue.checkers.evidence.Link;
import org.atomicvalue.checkers.evidence.OfLink;
