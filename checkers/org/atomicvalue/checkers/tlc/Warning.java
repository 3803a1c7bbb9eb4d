package org.atomicvalue.checkers.tlc;

import java.util.Set;

/**
 * Something that TLC warns of.
 *
 * @param code by which TLC identifies the kind of warning; {@link #STALE_TRANSLATION} if it gives none
 * @param text in TLC's words
 */
public record Warning(int code, String text) {

  /** A PlusCal algorithm or its translation has been changed, so that the one is not what is checked. */
  public static final int STALE_TRANSLATION = 0;

  /**
   * What says nothing about the verdict: temporary files left behind, a figure of coverage that is elsewhere, the
   * garbage collector, a symmetry set of one element, a trace that is longer than what TLC can number.
   */
  private static final Set<Integer> HARMLESS = Set.of(STALE_TRANSLATION, 2270, 2282, 2300, 2401, 2776);

  /** Whether TLC may have missed a violation because of it. Of what this runner does not know, that is assumed. */
  public boolean touchesSoundness() {
    return !HARMLESS.contains(code);
  }
}
