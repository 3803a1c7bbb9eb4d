package org.atomicvalue.checkers.tlc;

import java.util.List;
import java.util.Optional;

/**
 * What TLC found to be wrong. With {@code -continue} it may find several.
 *
 * @param kind a violation, or {@link TlcOutcome#ERROR}
 * @param text in TLC's words
 * @param candidates the properties of the configuration of which this may be a violation: one if TLC leaves no doubt,
 *     several if it does not say which, none if it is not a violation of a property
 * @param counterexample the behaviour that leads there, if TLC gave one
 */
public record Problem(TlcOutcome kind, String text, List<String> candidates, Optional<Counterexample> counterexample) {}
