package org.atomicvalue.verification;

import java.util.Locale;

/** How the report writes figures. */
final class Figures {

  private Figures() {}

  static String count(long n) {
    return String.format(Locale.ROOT, "%,d", n);
  }

  static String time(double seconds) {
    return String.format(Locale.ROOT, "%.1f s", seconds);
  }

  /** The length of a bar in percent, on a logarithmic scale, so that the rare is seen beside the frequent. */
  static String bar(long count, long most) {
    return count == 0 ? "0" : percent(Math.max(1, 100 * Math.log1p(count) / Math.log1p(most)));
  }

  /** For CSS and SVG. */
  static String percent(double n) {
    return String.format(Locale.ROOT, "%.1f", n);
  }
}
