/** Every seeded bug against every checker: {@code docs/kill-matrix.md}. */
@OfLink(Link.CONTROLS)
package org.atomicvalue.killmatrix;

import org.atomicvalue.checkers.evidence.Link;
import org.atomicvalue.checkers.evidence.OfLink;
