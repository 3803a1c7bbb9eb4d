/**
 * A folder of models as JUnit tests.
 *
 * <p>A class with {@link org.atomicvalue.checkers.tlc.junit.TlcModels} has TLC check every configuration of a folder
 * and compares what it finds with what is expected, which is in a file beside the configurations. A failure is told as
 * the trace that leads to it: in the terminal, as JSON beside TLC's log, and in GitHub's step summary.
 */
@OfLink(Link.SPECIFICATION)
package org.atomicvalue.checkers.tlc.junit;

import org.atomicvalue.checkers.evidence.Link;
import org.atomicvalue.checkers.evidence.OfLink;
