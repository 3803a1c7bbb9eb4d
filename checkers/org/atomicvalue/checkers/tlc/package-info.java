/**
 * Runs TLC, the model checker of TLA+, such that its verdict can be trusted.
 *
 * <p>{@link org.atomicvalue.checkers.tlc.Tlc} runs one model, and {@link org.atomicvalue.checkers.tlc.TlcResult} says
 * what came of it. Everything is read by the codes that TLC gives its messages. "ok" is said only where TLC did its
 * work to the end, reported no problem, and warned of nothing because of which it might have missed one. Where TLC does
 * not say which property is violated, the text of the model tells which ones it may be.
 */
@OfLink(Link.SPECIFICATION)
package org.atomicvalue.checkers.tlc;

import org.atomicvalue.checkers.evidence.Link;
import org.atomicvalue.checkers.evidence.OfLink;
