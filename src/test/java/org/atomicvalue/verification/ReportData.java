package org.atomicvalue.verification;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All that one build found out, as {@code target/verification/report.json} holds it; {@code docs/report.schema.json}
 * says what each part is.
 *
 * @param schema the version of that schema
 * @param made when, in UTC
 * @param environment on what: commit, JDK, machine, versions of the tools
 * @param links the chain of evidence, each link with what passed and what failed
 * @param outcomes of jcstress: of each test its outcomes, whether they are derived, and how often they were seen
 * @param notProven what the README says is not proven, in Markdown
 */
record ReportData(
    int schema,
    String made,
    Map<String, String> environment,
    List<LinkData> links,
    JsonNode outcomes,
    String notProven) {

  static final int SCHEMA = 1;

  /** A link of the chain: its name, what it claims, and its checks. */
  record LinkData(Link name, String title, String claim, String checker, List<Evidence> checks,
      List<Failure> failures) {}

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path JCSTRESS = Path.of("target", "verification", "jcstress.json");
  private static final String NOT_PROVEN = "## What is not proven\n";

  /** Gathers everything from where the checks have left it. */
  static ReportData gather() throws Exception {
    return of(Evidence.all(), Failure.all(Failure.FOLDER), Environment.describe(),
        Files.exists(JCSTRESS) ? JSON.readTree(JCSTRESS.toFile()) : JSON.createObjectNode(), readNotProven());
  }

  static ReportData of(List<Evidence> evidence, List<Failure> failures, Map<String, String> environment,
      JsonNode outcomes,
      String notProven) {
    List<LinkData> links = Arrays.stream(Link.values())
        .map(link -> new LinkData(link, link.title(), link.claim(), link.checker(),
            evidence.stream().filter(each -> each.link() == link).toList(),
            failures.stream().filter(each -> each.link() == link).toList()))
        .toList();
    return new ReportData(SCHEMA, Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
        new LinkedHashMap<>(environment), links, outcomes, notProven);
  }

  /** The section of the README, without its heading. */
  private static String readNotProven() throws IOException {
    String readme = Files.readString(Path.of("README.md"));
    int begin = readme.indexOf(NOT_PROVEN);
    if (begin < 0) {
      throw new IllegalStateException("README.md has no section " + NOT_PROVEN.strip());
    }
    String rest = readme.substring(begin + NOT_PROVEN.length());
    int end = rest.indexOf("\n## ");
    return (end < 0 ? rest : rest.substring(0, end)).strip();
  }
}
