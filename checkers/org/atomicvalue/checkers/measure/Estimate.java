package org.atomicvalue.checkers.measure;

import java.util.Locale;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.StatUtils;

/**
 * A mean of several rounds and the half-width of its confidence interval by Student's t-distribution.
 *
 * @param margin not a number if there was only one round
 */
public record Estimate(double mean, double margin) {

  static final double CONFIDENCE = 0.95;

  public static Estimate of(double[] rounds) {
    return new Estimate(StatUtils.mean(rounds), margin(rounds));
  }

  /**
   * The geometric mean of the ratios of figures of the same round, so that what disturbed a round as a whole cancels
   * out.
   */
  public static Estimate ofRatio(double[] subject, double[] reference) {
    if (subject.length != reference.length) {
      throw new IllegalArgumentException(
          "cannot compare " + subject.length + " rounds with " + reference.length + ": they are not of one run");
    }
    double[] logarithms = new double[subject.length];
    for (int round = 0; round < subject.length; round++) {
      logarithms[round] = Math.log(subject[round] / reference[round]);
    }
    double ratio = Math.exp(StatUtils.mean(logarithms));
    return new Estimate(ratio, ratio * Math.expm1(margin(logarithms)));
  }

  private static double margin(double[] rounds) {
    if (rounds.length < 2) {
      return Double.NaN;
    }
    double quantile = new TDistribution(rounds.length - 1).inverseCumulativeProbability((1 + CONFIDENCE) / 2);
    return quantile * Math.sqrt(StatUtils.variance(rounds) / rounds.length);
  }

  /** Whether a ratio keeps to a target, as far as the margin lets one tell. */
  public String verdict(double target) {
    if (mean + margin <= target) {
      return "met";
    }
    return mean - margin > target ? "missed" : "undecided";
  }

  public String with(int decimals) {
    String format = "%." + decimals + "f";
    String text = String.format(Locale.ROOT, format, mean);
    return Double.isNaN(margin) ? text : text + " ± " + String.format(Locale.ROOT, format, margin);
  }
}
