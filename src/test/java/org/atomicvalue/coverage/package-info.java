/** Which lines and branches of the library its behaviour tests run. */
@OfLink(Link.BEHAVIOUR)
package org.atomicvalue.coverage;

import org.atomicvalue.checkers.evidence.Link;
import org.atomicvalue.checkers.evidence.OfLink;
