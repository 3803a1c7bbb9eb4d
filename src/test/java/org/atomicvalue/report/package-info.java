/** The report of a build, from what its checks have recorded. */
@OfLink(Link.ARTIFACTS)
package org.atomicvalue.report;

import org.atomicvalue.checkers.evidence.Link;
import org.atomicvalue.checkers.evidence.OfLink;
