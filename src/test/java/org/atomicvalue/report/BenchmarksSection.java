package org.atomicvalue.report;

import static org.atomicvalue.checkers.evidence.Figures.percent;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.atomicvalue.bench.Ratios;

/** The ratios of times, each as a point with its error bar on a common scale. */
final class BenchmarksSection {

  /** @param one where the ratio 1 is on the scale, in percent */
  record Run(String jdk, String processor, String date, String command, String one, List<Group> groups) {

    static Run of(Ratios ratios) {
      double most = ratios.rows().stream().mapToDouble(row -> row.ratio() + row.margin()).max().orElse(1);
      double scale = 100 / Math.max(1.5, 1.05 * most);
      Map<Integer, Group> groups = new LinkedHashMap<>();
      ratios.rows().forEach(row -> groups
          .computeIfAbsent(row.threads(), threads -> new Group(threads == 1 ? "1 thread" : threads + " threads at once",
              ratios.rows().stream().filter(each -> each.threads() == threads).map(each -> Row.of(each, scale))
                  .toList())));
      return new Run(ratios.jdk(), ratios.processor(), ratios.date(), ratios.command(), percent(scale),
          List.copyOf(groups.values()));
    }
  }

  record Group(String title, List<Row> rows) {}

  /**
   * A ratio.
   *
   * @param left where its error bar begins on the scale, in percent; so are width, point and target
   * @param target null where nothing is demanded
   */
  record Row(String holder, String operation, String counterpart, String ratio, String left, String width,
      String point, String target, String demand, String verdict) {

    static Row of(Ratios.Row row, double scale) {
      boolean demanded = row.target() > 0;
      return new Row(row.holder(), row.operation(), row.counterpart(),
          String.format(Locale.ROOT, "%.2f ± %.2f", row.ratio(), row.margin()),
          percent(scale * Math.max(0, row.ratio() - row.margin())), percent(scale * 2 * row.margin()),
          percent(scale * row.ratio()), demanded ? percent(scale * row.target()) : null,
          demanded ? String.format(Locale.ROOT, "at most %.2f: %s", row.target(), row.verdict()) : "", row.verdict());
    }
  }

  private BenchmarksSection() {}
}
