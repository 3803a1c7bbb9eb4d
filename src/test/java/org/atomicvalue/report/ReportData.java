package org.atomicvalue.report;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.atomicvalue.bench.Ratios;
import org.atomicvalue.checkers.evidence.Environment;
import org.atomicvalue.checkers.evidence.Evidence;
import org.atomicvalue.checkers.evidence.Failure;
import org.atomicvalue.checkers.evidence.Link;

/**
 * All that one build found out, as {@code target/report/report.json} holds it; {@code docs/report.schema.json}
 * says what each part is.
 *
 * @param schema the version of that schema
 * @param made when, in UTC
 * @param environment on what: commit, JDK, machine, versions of the tools
 * @param links the chain of evidence, each link with what passed and what failed
 * @param outcomes of jcstress: of each test its outcomes, whether they are derived, and how often they were seen
 * @param killMatrix every seeded bug against every checker, from {@code docs/kill-matrix.json}; null without that file
 * @param benchmarks what {@code docs/performance} keeps of earlier measurements, JDK by JDK; may be empty
 * @param notProven what the README says is not proven, in Markdown
 * @param gaps what the assurance case says of it at more length, in Markdown
 */
record ReportData(
    int schema,
    String made,
    Map<String, String> environment,
    List<LinkData> links,
    Map<String, Map<String, Seen>> outcomes,
    KillMatrix killMatrix,
    List<Ratios> benchmarks,
    String notProven,
    String gaps) {

  static final int SCHEMA = 1;

  /** A link of the chain: its name, what it claims, and its checks. */
  record LinkData(Link name, String title, String claim, String checker, List<Evidence> checks,
      List<Failure> failures) {}

  /** An outcome of a litmus test. */
  record Seen(String expect, long count, String meaning) {

    boolean wasDerived() {
      return expect.startsWith("ACCEPTABLE");
    }
  }

  /** Which checker catches which seeded bug: what the page shows of {@code docs/kill-matrix.json}. */
  record KillMatrix(String environment, List<Bug> bugs) {

    /** @param cells by checker */
    record Bug(String group, String name, Map<String, Cell> cells) {}

    /** @param by what in particular caught it; absent unless something did */
    record Cell(String outcome, double seconds, String by) {}
  }

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ObjectReader LENIENT =
      JSON.reader().without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
  private static final Path JCSTRESS = Evidence.BUILD.resolve("jcstress.json");
  private static final Path KILL_MATRIX = Path.of("docs", "kill-matrix.json");
  private static final Path PERFORMANCE = Path.of("docs", "performance");

  /** Gathers everything from where the checks have left it. */
  static ReportData gather() throws Exception {
    return of(Evidence.all(), Failure.all(Failure.FOLDER), Environment.describe())
        .with(
            Files.exists(JCSTRESS) ? JSON.readValue(JCSTRESS.toFile(), new TypeReference<>() {}) : Map.of(),
            Files.exists(KILL_MATRIX) ? LENIENT.readValue(KILL_MATRIX.toFile(), KillMatrix.class) : null,
            Ratios.in(PERFORMANCE))
        .withoutProof(
            section(Path.of("README.md"), "## What is not proven"),
            section(Path.of("docs", "assurance.md"), "## Gaps"));
  }

  /** What the checks have recorded. */
  static ReportData of(List<Evidence> evidence, List<Failure> failures, Map<String, String> environment) {
    List<LinkData> links = Arrays.stream(Link.values())
        .map(link -> new LinkData(link, link.title(), link.claim(), link.checker(),
            evidence.stream().filter(each -> each.link() == link).toList(),
            failures.stream().filter(each -> each.link() == link).toList()))
        .toList();
    String made = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
    return new ReportData(SCHEMA, made, environment, links, Map.of(), null, List.of(), "", "");
  }

  /** The same with what is not in the records. */
  ReportData with(Map<String, Map<String, Seen>> seen, KillMatrix matrix, List<Ratios> measured) {
    return new ReportData(schema, made, environment, links, seen, matrix, measured, notProven, gaps);
  }

  /** The same with what is not known. */
  ReportData withoutProof(String briefly, String inFull) {
    return new ReportData(schema, made, environment, links, outcomes, killMatrix, benchmarks, briefly, inFull);
  }

  /** A section of a document, without its heading. */
  private static String section(Path document, String heading) throws IOException {
    String text = Files.readString(document);
    int begin = text.indexOf(heading + "\n");
    if (begin < 0) {
      throw new IllegalStateException(document + " has no section " + heading);
    }
    String rest = text.substring(begin + heading.length());
    int end = rest.indexOf("\n## ");
    return (end < 0 ? rest : rest.substring(0, end)).strip();
  }
}
