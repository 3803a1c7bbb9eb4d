package org.atomicvalue.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The document must say what the results beside it say, and show figures that are there. */
class PerformanceDocumentTest {

  private static final Pattern FIGURE = Pattern.compile("!\\[.*?]\\((.*?)\\)");

  @Test
  void documentSaysWhatTheResultsSay() throws IOException {
    String text = Files.readString(PerformanceDocument.TEXT);
    assertEquals(
        new PerformanceDocument(PerformanceDocument.RESULTS).rendered(text),
        text,
        PerformanceDocument.TEXT + " is not what the results make of it: run mvn test-compile exec:exec@bench-document");
  }

  @Test
  void everyFigureIsThere() throws IOException {
    Matcher figure = FIGURE.matcher(Files.readString(PerformanceDocument.TEXT));
    while (figure.find()) {
      Path file = PerformanceDocument.TEXT.resolveSibling(figure.group(1));
      assertTrue(Files.exists(file), () -> "there is no " + file + ": run mvn test-compile exec:exec@bench-document");
    }
  }
}
