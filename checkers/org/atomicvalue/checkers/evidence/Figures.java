package org.atomicvalue.checkers.evidence;

import java.util.Locale;

/** How the report writes figures. */
public final class Figures {

  private Figures() {}

  public static String count(long n) {
    return String.format(Locale.ROOT, "%,d", n);
  }

  public static String time(double seconds) {
    return String.format(Locale.ROOT, "%.1f s", seconds);
  }

  /** The length of a bar in percent, on a logarithmic scale, so that the rare is seen beside the frequent. */
  public static String bar(long count, long most) {
    return count == 0 ? "0" : percent(Math.max(1, 100 * Math.log1p(count) / Math.log1p(most)));
  }

  /** For CSS and SVG. */
  public static String percent(double n) {
    return String.format(Locale.ROOT, "%.1f", n);
  }
}
