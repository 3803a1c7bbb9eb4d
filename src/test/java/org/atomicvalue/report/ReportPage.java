package org.atomicvalue.report;

import static org.atomicvalue.checkers.evidence.Figures.count;
import static org.atomicvalue.checkers.evidence.Figures.time;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.atomicvalue.checkers.evidence.Evidence;
import org.atomicvalue.checkers.evidence.Failure;
import org.atomicvalue.checkers.evidence.Figures;
import org.atomicvalue.checkers.evidence.Link;
import org.atomicvalue.report.ReportData.KillMatrix;
import org.atomicvalue.report.ReportData.LinkData;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** The page as the template asks for it, by the names of the methods: the verdict, the chain, and all sections. */
final class ReportPage {

  /** Where the page shows more of a link than the list of its checks. */
  private static final Map<Link, String> SECTIONS = Map.of(
      Link.BEHAVIOUR, "scores", Link.SPECIFICATION, "models", Link.STEPS, "steps", Link.LINEARIZABILITY, "lincheck",
      Link.HARDWARE, "litmus", Link.COST, "cost", Link.CONTROLS, "seeded");

  private static final int LONG = 160;

  /** A link of the chain, in words. */
  record ShownLink(String id, String section, String title, String claim, String checker, String state, String mark,
      List<String> work, int size, String time, List<Check> rows) {}

  /** A check, in words. */
  record Check(String name, String work, String bounds, String result, String time) {

    static Check of(Evidence evidence) {
      String result = evidence.result();
      return new Check(evidence.check(), count(evidence.amount()) + " " + evidence.unit(), evidence.bounds(),
          result.length() > LONG ? result.substring(0, LONG) + "…" : result, Figures.time(evidence.seconds()));
    }
  }

  /**
   * A failure beside the claim that it checks.
   *
   * @param again how to run its class alone
   */
  record ShownFailure(String link, String claim, String test, String message, String trace, String again) {}

  /** How much of something was done in the whole build. */
  record Total(String amount, String unit) {}

  private final ReportData data;

  ReportPage(ReportData data) {
    this.data = data;
  }

  String made() {
    return data.made().replace('T', ' ').replace("Z", " UTC");
  }

  int schema() {
    return data.schema();
  }

  Map<String, String> environment() {
    return data.environment();
  }

  String verdict() {
    return !failures().isEmpty() ? "failed" : missing().isEmpty() ? "passed" : "incomplete";
  }

  String headline() {
    int failed = failures().size();
    return switch (verdict()) {
      case "failed" -> failed + (failed == 1 ? " check failed" : " checks failed");
      case "passed" -> "Every check passed";
      default -> "Nothing failed, but not everything ran";
    };
  }

  String passed() {
    return count(data.links().stream().mapToInt(link -> link.checks().size()).sum());
  }

  /** The links of which nothing ran or passed; an empty text if there are none. */
  String missing() {
    return links().stream().filter(link -> link.size() == 0).map(ShownLink::title).collect(Collectors.joining(", "));
  }

  /** The claims of which a check failed; an empty text if there are none. */
  String inDoubt() {
    return data.links().stream().filter(link -> !link.failures().isEmpty()).map(LinkData::claim)
        .collect(Collectors.joining("; "));
  }

  List<ShownFailure> failures() {
    return data.links().stream()
        .flatMap(link -> link.failures().stream().map(failure -> new ShownFailure(
            link.title(), link.claim(), failure.test(), failure.message(), failure.trace(), again(failure))))
        .toList();
  }

  private static String again(Failure failure) {
    String testClass = failure.test().replaceFirst(":.*", "");
    return (testClass.endsWith("IT") ? "mvn verify -Dit.test=" : "mvn test -Dtest=") + testClass;
  }

  /** The work that tells most of how hard was looked; what was not done is left out. */
  List<Total> totals() {
    return Stream.of(
        total("states explored by TLC", "distinct states", Link.SPECIFICATION, Link.ACCESS_MODES),
        total("steps of the class files compared", "edges", Link.STEPS),
        total("executions judged by Lincheck", "executions", Link.LINEARIZABILITY),
        total("samples taken by jcstress", "samples", Link.HARDWARE),
        total("catches of seeded bugs and of PIT's changes", "catches", Link.CONTROLS))
        .filter(total -> !total.amount.equals("0"))
        .toList();
  }

  private Total total(String title, String unit, Link... links) {
    return new Total(count(Stream.of(links).flatMap(link -> checks(link).stream())
        .filter(check -> check.unit().equals(unit))
        .mapToLong(Evidence::amount)
        .sum()), title);
  }

  List<ShownLink> links() {
    return data.links().stream().map(ReportPage::shown).toList();
  }

  private static ShownLink shown(LinkData link) {
    Map<String, Long> work = new TreeMap<>();
    link.checks().forEach(check -> work.merge(check.unit(), check.amount(), Long::sum));
    boolean failed = !link.failures().isEmpty();
    String id = link.name().name().toLowerCase(Locale.ROOT);
    return new ShownLink(id, SECTIONS.getOrDefault(link.name(), id), link.title(), link.claim(), link.checker(),
        failed ? "failed" : link.checks().isEmpty() ? "missing" : "passed",
        failed ? "✗ failed" : link.checks().isEmpty() ? "– did not run" : "✓ passed",
        work.entrySet().stream().map(each -> count(each.getValue()) + " " + each.getKey()).toList(),
        link.checks().size(),
        time(link.checks().stream().mapToDouble(Evidence::seconds).sum()),
        link.checks().stream().map(Check::of).toList());
  }

  List<ModelsSection.Model> models() {
    return ModelsSection.models(checks(Link.SPECIFICATION));
  }

  List<ModelsSection.Graph> graphs() {
    return ModelsSection.graphs(checks(Link.SPECIFICATION));
  }

  List<ModelsSection.Graph> wordGraphs() {
    return ModelsSection.graphs(checks(Link.STEPS));
  }

  int largestGraph() {
    return ModelsSection.LARGEST_GRAPH;
  }

  List<StepsSection.Comparison> steps() {
    return StepsSection.of(checks(Link.STEPS));
  }

  List<LincheckSection.Run> lincheck() {
    return LincheckSection.of(checks(Link.LINEARIZABILITY));
  }

  List<LitmusSection.Litmus> litmus() {
    return LitmusSection.of(data.outcomes());
  }

  ControlsSection controls() {
    return ControlsSection.of(checks(Link.CONTROLS));
  }

  /** Null without a kill matrix. */
  KillMatrixSection killMatrix() {
    KillMatrix matrix = data.killMatrix();
    return matrix == null || matrix.bugs().isEmpty() ? null : new KillMatrixSection(matrix);
  }

  List<ScoresSection.Score> scores() {
    return ScoresSection.of(data);
  }

  List<BenchmarksSection.Run> benchmarks() {
    return data.benchmarks().stream().map(BenchmarksSection.Run::of).toList();
  }

  /** In HTML. */
  String notProven() {
    return html(data.notProven(), "../../");
  }

  /** In HTML. */
  String gaps() {
    return html(data.gaps(), "../../docs/");
  }

  /** @param folder of the document, as seen from the page: its links are relative to it */
  private static String html(String markdown, String folder) {
    List<Extension> tables = List.of(TablesExtension.create());
    Node document = Parser.builder().extensions(tables).build()
        .parse(markdown.replaceAll("]\\((?!https?:)", "](" + folder));
    return HtmlRenderer.builder().extensions(tables).build().render(document);
  }

  private List<Evidence> checks(Link link) {
    return data.links().stream().filter(each -> each.name() == link).flatMap(each -> each.checks().stream()).toList();
  }
}
