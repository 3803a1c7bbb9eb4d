package org.atomicvalue.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.samskivert.mustache.Mustache;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.atomicvalue.checkers.evidence.Evidence;

/**
 * Writes what the build has found out so far to {@code target/report/report.json} and, from that file alone,
 * {@code report.html} beside it: at the end of {@code mvn verify}, and whenever tests have failed ({@link
 * FailureListener}). Whether the build fails is not decided here.
 */
public final class Report {

  private static final Path FOLDER = Evidence.BUILD;
  /** Lays out the state graphs, in the browser. */
  private static final String DAGRE = "/META-INF/resources/webjars/dagre/0.8.4/";

  private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private Report() {}

  public static void main(String[] args) throws Exception {
    System.out.println("The report: " + writeNow());
  }

  static Path writeNow() throws Exception {
    return write(ReportData.gather(), FOLDER);
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
    Map<String, String> parts = Map.of(
        "style", resource("report.css"),
        "script", resource("report.js"),
        "dagre", resource(DAGRE + "dist/dagre.min.js"),
        "dagreLicence", resource(DAGRE + "LICENSE"));
    StringWriter page = new StringWriter();
    Mustache.compiler()
        .escapeHTML(true)
        .nullValue("")
        .emptyStringIsFalse(true)
        .zeroIsFalse(true)
        .compile(resource("report.html.mustache"))
        .execute(new ReportPage(JSON.treeToValue(data, ReportData.class)), parts, page);
    return page.toString();
  }

  private static String resource(String name) throws IOException {
    try (InputStream content = Report.class.getResourceAsStream(name)) {
      return new String(content.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
