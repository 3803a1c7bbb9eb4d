/**
 * Linearizability of the library's classes, checked by Lincheck: it generates concurrent scenarios from the operations,
 * runs each under many interleavings of the real bytecode (model checking) or many times at full speed (stress), and
 * demands that every outcome is one that some sequential order of the same calls has in {@link
 * org.atomicvalue.behaviour.TypedRegister}.
 *
 * <p>Model checking assumes sequential consistency: it says nothing about access modes. A passing run shows that no
 * counter-example exists among the executions that ran, and is no proof beyond them.
 *
 * <p>The bounds can be raised, each for all checks of this package:
 *
 * <ul>
 *   <li>{@code -Dlincheck.iterations=N}: scenarios per check;
 *   <li>{@code -Dlincheck.invocations=N}: executions per scenario, at most;
 *   <li>{@code -Dlincheck.actorsPerThread=N}: operations per thread and scenario;
 *   <li>{@code -Ddeep=true}: larger defaults for all of them.
 * </ul>
 */
@OfLink(Link.LINEARIZABILITY)
package org.atomicvalue.lincheck;

import org.atomicvalue.checkers.evidence.Link;
import org.atomicvalue.checkers.evidence.OfLink;
