package org.atomicvalue.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.atomicvalue.checkers.measure.Estimate;
import org.junit.jupiter.api.Test;

class EstimateTest {

  @Test
  void meanHasTheIntervalOfStudent() {
    Estimate estimate = Estimate.of(new double[] {1, 2, 3, 4, 5});
    assertEquals(3, estimate.mean(), 1e-12);
    assertEquals(2.776445 * Math.sqrt(2.5 / 5), estimate.margin(), 1e-6);
  }

  @Test
  void ratioComparesWithinEachRound() {
    Estimate ratio = Estimate.ofRatio(new double[] {2, 20, 200}, new double[] {1, 10, 100});
    assertEquals(2, ratio.mean(), 1e-12);
    assertEquals(0, ratio.margin(), 1e-9);
  }

  @Test
  void ratioIsAGeometricMean() {
    assertEquals(1, Estimate.ofRatio(new double[] {2, 1}, new double[] {1, 2}).mean(), 1e-12);
  }

  @Test
  void ratioNeedsTheSameRounds() {
    assertThrows(
        IllegalArgumentException.class, () -> Estimate.ofRatio(new double[] {1, 2}, new double[] {1, 2, 3}));
  }

  @Test
  void verdictDependsOnTheWholeInterval() {
    assertEquals("met", new Estimate(1.00, 0.01).verdict(1.02));
    assertEquals("missed", new Estimate(1.05, 0.01).verdict(1.02));
    assertEquals("undecided", new Estimate(1.01, 0.02).verdict(1.02));
    assertEquals("undecided", new Estimate(1.03, 0.02).verdict(1.02));
    assertEquals("undecided", Estimate.of(new double[] {1.00}).verdict(1.02), "one round cannot decide");
  }

  @Test
  void oneRoundHasNoMargin() {
    assertEquals("1.50", Estimate.of(new double[] {1.5}).with(2));
    assertEquals("1.50 ± 0.00", Estimate.of(new double[] {1.5, 1.5}).with(2));
  }
}
