package org.atomicvalue.bench;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.atomicvalue.checkers.measure.Estimate;
import org.knowm.xchart.AnnotationLine;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.VectorGraphicsEncoder;
import org.knowm.xchart.VectorGraphicsEncoder.VectorGraphicsFormat;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.internal.chartpart.Chart;
import org.knowm.xchart.style.AxesChartStyler;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Draws the figures of {@link PerformanceDocument}: on white, in colours that colour-blind people can tell apart. */
final class Charts {

  /** Okabe and Ito's palette. */
  private static final Color[] COLOURS = {
    new Color(0xD55E00), new Color(0x0072B2), new Color(0xE69F00), new Color(0x56B4E9),
    new Color(0x009E73), new Color(0xCC79A7), new Color(0x000000)
  };

  private static final Marker[] MARKERS = {
    SeriesMarkers.CIRCLE, SeriesMarkers.SQUARE, SeriesMarkers.TRIANGLE_UP, SeriesMarkers.DIAMOND,
    SeriesMarkers.TRIANGLE_DOWN, SeriesMarkers.CROSS, SeriesMarkers.PLUS
  };

  private final Path folder;

  Charts(Path folder) {
    this.folder = folder;
  }

  /** Groups of bars, one group for each operation; a line marks the counterpart, which is 1. */
  void ratios(String file, String title, Map<String, Map<String, Estimate>> series) throws IOException {
    CategoryChart chart = new CategoryChartBuilder().width(960).height(360).title(title).build();
    style(chart.getStyler());
    chart.getStyler().setAvailableSpaceFill(0.8);
    chart.getStyler().setPlotGridVerticalLinesVisible(false);
    chart.getStyler().setYAxisMin(0.0);
    chart.getStyler().setYAxisDecimalPattern("0.0");
    chart.getStyler().setAnnotationLineColor(Color.DARK_GRAY);
    chart.getStyler().setAnnotationLineStroke(
        new BasicStroke(1.2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_BEVEL, 0, new float[] {6, 4}, 0));
    series.forEach((name, bars) -> chart.addSeries(
        name,
        new ArrayList<>(bars.keySet()),
        bars.values().stream().map(Estimate::mean).toList(),
        bars.values().stream().map(Charts::margin).toList()));
    chart.addAnnotation(new AnnotationLine(1.0, false, false));
    save(chart, file);
  }

  /** A line for each holder, both axes logarithmic. */
  void readMostly(String file, String title, List<Long> periods, Map<String, List<Estimate>> lines)
      throws IOException {
    XYChart chart = new XYChartBuilder()
        .width(960)
        .height(420)
        .title(title)
        .xAxisTitle("time between two writes in µs")
        .yAxisTitle("ns per read")
        .build();
    style(chart.getStyler());
    chart.getStyler().setXAxisLogarithmic(true);
    chart.getStyler().setYAxisLogarithmic(true);
    chart.getStyler().setXAxisDecimalPattern("#,##0");
    chart.getStyler().setYAxisDecimalPattern("#,##0.##");
    chart.getStyler().setPlotGridVerticalLinesVisible(false);
    chart.getStyler().setMarkerSize(8);
    int next = 0;
    for (Map.Entry<String, List<Estimate>> line : lines.entrySet()) {
      XYSeries series = chart.addSeries(
          line.getKey(),
          periods,
          line.getValue().stream().map(Estimate::mean).toList(),
          line.getValue().stream().map(Charts::marginAboveZero).toList());
      series.setMarker(MARKERS[next++]);
    }
    save(chart, file);
  }

  private static double margin(Estimate estimate) {
    return Double.isNaN(estimate.margin()) ? 0 : estimate.margin();
  }

  /** A logarithmic axis has no room for a bar down to zero: one that is so long is drawn shorter. */
  private static double marginAboveZero(Estimate estimate) {
    return Math.min(margin(estimate), 0.9 * estimate.mean());
  }

  private static void style(AxesChartStyler styler) {
    styler.setSeriesColors(COLOURS);
    styler.setLocale(Locale.ROOT);
    styler.setChartBackgroundColor(Color.WHITE);
    styler.setPlotBackgroundColor(Color.WHITE);
    styler.setPlotBorderVisible(false);
    styler.setPlotGridLinesColor(new Color(0xDDDDDD));
    styler.setErrorBarsColor(Color.BLACK);
    styler.setChartTitleFont(new Font(Font.SANS_SERIF, Font.PLAIN, 14));
    styler.setAxisTickLabelsFont(new Font(Font.SANS_SERIF, Font.PLAIN, 11));
    styler.setAxisTitleFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
    styler.setLegendPosition(LegendPosition.OutsideE);
    styler.setLegendBorderColor(Color.WHITE);
  }

  private void save(Chart<?, ?> chart, String file) throws IOException {
    Files.createDirectories(folder);
    Path path = folder.resolve(file);
    VectorGraphicsEncoder.saveVectorGraphic(chart, path.toString(), VectorGraphicsFormat.SVG);
    // Text is drawn as outlines, to look the same everywhere; a hundredth of a pixel is precise enough for them.
    Files.writeString(path, Files.readString(path).replaceAll("(\\.\\d\\d)\\d+", "$1"));
    System.out.println("wrote " + path);
  }
}
