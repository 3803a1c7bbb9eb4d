/**
 * The table of {@code docs/assurance.md}, from each rule of the contract to its evidence, and the check that all that
 * it names exists. The rules are in {@code docs/contract-rules.json}.
 */
@OfLink(Link.BEHAVIOUR)
package org.atomicvalue.assurance;

import org.atomicvalue.checkers.evidence.Link;
import org.atomicvalue.checkers.evidence.OfLink;
