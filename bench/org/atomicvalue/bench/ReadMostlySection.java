package org.atomicvalue.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.atomicvalue.checkers.measure.Estimate;

/** The part of {@link PerformanceDocument} that shows {@link ReadMostlyBenchmark}. */
final class ReadMostlySection {

  /** Holders that are read, and what the tables call them. */
  private static final Map<String, String> HOLDERS = new LinkedHashMap<>();

  static {
    HOLDERS.put("AtomicValue", "`AtomicValue`");
    HOLDERS.put("WaitFreeAtomicValue", "`WaitFreeAtomicValue`");
    HOLDERS.put("AtomicReference", "`AtomicReference`");
    HOLDERS.put("VolatileField", "volatile field");
    HOLDERS.put("StampedLock", "`StampedLock`, optimistic reads");
    HOLDERS.put("ReadWriteLock", "`ReentrantReadWriteLock`");
    HOLDERS.put("Synchronized", "`synchronized`");
  }

  private final List<Results> results;
  private final Path folder;

  ReadMostlySection(List<Results> results, Path folder) {
    this.results = results;
    this.folder = folder;
  }

  String text() {
    StringBuilder text = new StringBuilder();
    for (Results result : results) {
      int readers = Math.max(1, result.machine().processors() - 1);
      text.append("JDK %d, %d %s: ns per read, by the time between two writes.\n\n"
          .formatted(result.java(), readers, readers == 1 ? "reader" : "readers"));
      text.append(table(result, "reader", 1));
      text.append("\nThe time between two writes that the writer achieved, in µs:\n\n");
      text.append(table(result, "writer", 1_000));
      text.append("\n![Reads beside a writer, JDK %d](%s/%s)\n\n".formatted(
          result.java(), folder.getFileName(), file(result)));
      text.append(
          "*Time of a read while one thread writes, by the time between two writes; error bars: 95 % confidence. ");
      text.append(PerformanceDocument.caption(List.of(result))).append("*\n\n");
    }
    return text.toString().stripTrailing() + "\n";
  }

  void draw(Charts charts) throws IOException {
    for (Results result : results) {
      Map<String, List<Estimate>> lines = new LinkedHashMap<>();
      HOLDERS.forEach((holder, title) -> lines.put(
          title.replace("`", ""),
          Profile.PERIODS.stream()
              .map(period -> Estimate.of(result.readMostly(holder, period, "reader")))
              .toList()));
      charts.readMostly(
          file(result), "JDK " + result.java() + ": time of a read, one writer at work", Profile.PERIODS, lines);
    }
  }

  private static String table(Results result, String thread, double unit) {
    StringBuilder table = new StringBuilder("| |");
    Profile.PERIODS
        .forEach(micros -> table.append(micros < 1_000 ? " " + micros + " µs |" : " " + micros / 1_000 + " ms |"));
    table.append("\n|---|").append("--:|".repeat(Profile.PERIODS.size())).append('\n');
    HOLDERS.forEach((holder, title) -> {
      table.append("| ").append(title).append(" |");
      for (long period : Profile.PERIODS) {
        double[] rounds = Arrays.stream(result.readMostly(holder, period, thread)).map(nanos -> nanos / unit).toArray();
        table.append(' ').append(Estimate.of(rounds).with(2)).append(" |");
      }
      table.append('\n');
    });
    return table.toString();
  }

  private static String file(Results result) {
    return "read-mostly-jdk-" + result.java() + ".svg";
  }
}
