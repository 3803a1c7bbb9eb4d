/**
 * The proof: both algorithms keep the contract, for any number of threads, values, classes and calls. See
 * docs/proof.md.
 */
@OfLink(Link.PROOF)
package org.atomicvalue.proof;

import org.atomicvalue.checkers.evidence.Link;
import org.atomicvalue.checkers.evidence.OfLink;
