package org.atomicvalue.checkers.evidence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.atomicvalue.checkers.measure.Machine;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * The last step of {@code mvn verify}: prints a table with a row per link of the chain of evidence, and writes it with
 * a row per check to {@code target/report/summary.md}. Says first whether all checks passed; fails if a link has
 * no evidence. That a check failed is for Maven's next step to fail the build with.
 */
public final class Summary {

  private static final Path FILE = Evidence.BUILD.resolve("summary.md");
  private static final Path CHECKS = Path.of("target/failsafe-reports/failsafe-summary.xml");
  private static final List<String> HEADINGS = List.of("link", "reach", "what ran", "time");

  /** Of the column that says what ran. */
  private static final int WIDTH = 70;

  private final Map<Link, List<Evidence>> evidence = new EnumMap<>(Link.class);
  private final int failed;

  /**
   * @param records of the checks that passed
   * @param failed how many checks did not
   */
  Summary(List<Evidence> records, int failed) {
    this.failed = failed;
    records.forEach(each -> evidence.computeIfAbsent(each.link(), link -> new ArrayList<>()).add(each));
  }

  public static void main(String[] args) throws Exception {
    Summary summary = new Summary(Evidence.all(), failedChecks(CHECKS));
    Files.createDirectories(FILE.getParent());
    Files.writeString(FILE, summary.markdown());
    System.out.println(summary.text());
    System.out.println("Every check by name: " + FILE);
    Set<Link> missing = summary.linksWithoutEvidence();
    if (!missing.isEmpty()) {
      throw new IllegalStateException(
          "no evidence for " + missing + ": their checks did not run or did not pass; see the test reports above");
    }
  }

  Set<Link> linksWithoutEvidence() {
    Set<Link> missing = EnumSet.allOf(Link.class);
    missing.removeAll(evidence.keySet());
    return missing;
  }

  /** How many checks failed, by the report of Maven's integration tests; tests before them stop the build at once. */
  private static int failedChecks(Path report) throws IOException, ParserConfigurationException, SAXException {
    Element root =
        DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(report.toFile()).getDocumentElement();
    return Stream.of("errors", "failures")
        .mapToInt(count -> Integer.parseInt(root.getElementsByTagName(count).item(0).getTextContent()))
        .sum();
  }

  String verdict() {
    Set<Link> missing = linksWithoutEvidence();
    if (failed > 0) {
      return failed + " checks FAILED, see above. The table shows only what passed.";
    }
    return missing.isEmpty() ? "Every check passed." : "INCOMPLETE: nothing was checked of " + missing + ".";
  }

  /** The table for the terminal: per link its work, in as many lines as that takes. */
  String text() {
    StringBuilder text = new StringBuilder("\n" + verdict() + "\n" + environment() + "\n\n");
    text.append(line(HEADINGS)).append("-".repeat(WIDTH + 40)).append('\n');
    for (Link link : Link.values()) {
      List<String> row = row(link);
      List<String> work = wrapped(row.get(2));
      text.append(line(List.of(row.get(0), row.get(1), work.get(0), row.get(3))));
      work.stream().skip(1).forEach(more -> text.append(line(List.of("", "", "  " + more, ""))));
    }
    return text.toString();
  }

  private static String line(List<String> cells) {
    return String.format("%-17s %-10s %-" + WIDTH + "s %10s", cells.toArray()).stripTrailing() + "\n";
  }

  /** In lines of at most {@link #WIDTH}, broken between words. */
  private static List<String> wrapped(String words) {
    List<String> lines = new ArrayList<>();
    String rest = words;
    while (rest.length() > WIDTH) {
      int end = rest.lastIndexOf(' ', WIDTH);
      lines.add(rest.substring(0, end));
      rest = rest.substring(end + 1);
    }
    lines.add(rest);
    return lines;
  }

  private String markdown() {
    StringBuilder md =
        new StringBuilder("# Verification summary\n\n**" + verdict() + "**\n\n" + environment() + "\n\n");
    md.append(markdownRow(List.of("link", "claim", "reach", "what ran", "time"))).append("|---|---|---|---|---|\n");
    for (Link link : Link.values()) {
      List<String> row = row(link);
      md.append(markdownRow(List.of(row.get(0), link.claim(), row.get(1), row.get(2), row.get(3))));
    }
    evidence.forEach((link, checks) -> {
      md.append("\n## ").append(link.title()).append("\n\n");
      md.append(markdownRow(List.of("check", "what ran", "bounds", "result", "time")));
      md.append("|---|---|---|---|---|\n");
      for (Evidence each : checks) {
        md.append(markdownRow(List.of(
            each.check(), count(each.amount()) + " " + each.unit(), each.bounds(), each.result(),
            time(each.seconds()))));
      }
    });
    return md.toString();
  }

  private static String markdownRow(List<String> cells) {
    return cells.stream().map(cell -> cell.replace("|", "\\|").replace("\n", " "))
        .collect(Collectors.joining(" | ", "| ", " |\n"));
  }

  private List<String> row(Link link) {
    List<Evidence> checks = evidence.get(link);
    if (checks == null) {
      return List.of(link.title(), "MISSING", link.checker() + ": nothing", "");
    }
    Map<String, Long> amounts = new TreeMap<>();
    checks.forEach(each -> amounts.merge(each.unit(), each.amount(), Long::sum));
    String work = amounts.entrySet().stream()
        .map(each -> count(each.getValue()) + " " + each.getKey())
        .collect(Collectors.joining(", "));
    return List.of(
        link.title(),
        link.reach().toString(),
        link.checker() + ": " + work + " in " + checks.size() + (checks.size() == 1 ? " check" : " checks"),
        time(checks.stream().mapToDouble(Evidence::seconds).sum()));
  }

  private static String environment() {
    Machine machine = Machine.current();
    return "%s, %s, %d processors".formatted(Machine.jvm(), machine.system(), machine.processors());
  }

  private static String count(long n) {
    return String.format(Locale.ROOT, "%,d", n);
  }

  private static String time(double seconds) {
    return String.format(Locale.ROOT, "%.1f s", seconds);
  }
}
