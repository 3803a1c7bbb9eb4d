/**
 * Compares what TLC finds with what others have published: the models of the repository {@code tlaplus/Examples}, whose
 * manifest says for each how it ends, how many states it has, and how deep the search goes.
 */
@OfLink(Link.SPECIFICATION)
package org.atomicvalue.checkers.tlc.examples;

import org.atomicvalue.checkers.evidence.Link;
import org.atomicvalue.checkers.evidence.OfLink;
