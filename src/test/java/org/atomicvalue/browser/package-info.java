/** The explorer and the report at work in a browser: {@code mvn test -Pbrowser}. */
@OfLink(Link.ARTIFACTS)
package org.atomicvalue.browser;

import org.atomicvalue.checkers.evidence.Link;
import org.atomicvalue.checkers.evidence.OfLink;
