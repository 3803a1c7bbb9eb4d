package org.atomicvalue.verification;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.samskivert.mustache.Mustache;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes what the build has found out so far to {@code target/verification/report.json} and, from that file alone, {@code
 * report.html} beside it. Fails if a test has failed, and says where to look: Maven runs it after the tests, which for that
 * reason do not stop the build themselves, and again at the end.
 */
public final class Report {

  private static final Path TARGET = Path.of("target");
  private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private Report() {}

  /** @param args {@code tests} after the tests, whose failure is then to fail the build; nothing at the end */
  public static void main(String[] args) throws Exception {
    ReportData data = ReportData.gather(TARGET);
    Path html = write(data, TARGET.resolve("verification"));
    long failed = data.links().stream().mapToLong(link -> link.failures().size()).sum();
    if (failed > 0) {
      data.links().forEach(link -> link.failures().forEach(failure -> System.out.println("FAILED " + failure.test())));
    }
    if (failed > 0 && args.length > 0) {
      throw new IllegalStateException(failed + " failed; open " + html.toAbsolutePath());
    }
    if (failed > 0 || args.length == 0) {
      System.out.println("The report: " + html);
    }
  }

  /** Writes both files; the page is made from what has been written, not from {@code data}. */
  static Path write(ReportData data, Path folder) throws IOException {
    Files.createDirectories(folder);
    Path json = folder.resolve("report.json");
    JSON.writeValue(json.toFile(), data);
    Path html = folder.resolve("report.html");
    Files.writeString(html, render(JSON.readTree(json.toFile())));
    return html;
  }

  static String render(JsonNode data) throws IOException {
    if (data.path("schema").asInt() != ReportData.SCHEMA) {
      throw new IllegalArgumentException(
          "this renders schema " + ReportData.SCHEMA + " of docs/report.schema.json, not " + data.path("schema"));
    }
    try (InputStream template = Report.class.getResourceAsStream("report.html.mustache");
        Reader reader = new InputStreamReader(template, StandardCharsets.UTF_8)) {
      return Mustache.compiler()
          .escapeHTML(true)
          .defaultValue("")
          .emptyStringIsFalse(true)
          .zeroIsFalse(true)
          .compile(reader)
          .execute(new ReportPage(data).asMap());
    }
  }
}
