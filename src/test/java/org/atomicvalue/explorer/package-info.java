/** What {@code docs/explorer} plays, made from what the checks find, and whether it is up to date. */
@OfLink(Link.SPECIFICATION)
package org.atomicvalue.explorer;

import org.atomicvalue.checkers.evidence.Link;
import org.atomicvalue.checkers.evidence.OfLink;
