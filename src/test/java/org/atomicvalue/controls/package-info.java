/** Checks of the checks: bugs seeded into the code, each of which must be caught by those that it names. */
@OfLink(Link.CONTROLS)
package org.atomicvalue.controls;

import org.atomicvalue.checkers.evidence.Link;
import org.atomicvalue.checkers.evidence.OfLink;
