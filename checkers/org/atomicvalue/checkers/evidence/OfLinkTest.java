package org.atomicvalue.checkers.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

@OfLink(Link.ARTIFACTS)
class OfLinkTest {

  private static class Inherits extends OfLinkTest {}

  @OfLink(Link.STEPS)
  private static final class SaysAnother extends OfLinkTest {}

  private static final class SaysNothing {}

  @Test
  void aClassSaysItItselfOrByTheClassThatItExtends() {
    assertEquals(Optional.of(Link.ARTIFACTS), OfLink.Reader.of(OfLinkTest.class));
    assertEquals(Optional.of(Link.ARTIFACTS), OfLink.Reader.of(Inherits.class));
    assertEquals(Optional.of(Link.STEPS), OfLink.Reader.of(SaysAnother.class));
  }

  @Test
  void nobodyGuesses() {
    assertEquals(Optional.empty(), OfLink.Reader.of(SaysNothing.class));
  }
}
