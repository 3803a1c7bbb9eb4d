package org.atomicvalue.cost;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import com.github.difflib.patch.Patch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.atomicvalue.bench.PerformanceDocument;
import org.junit.jupiter.api.Test;

/** The document must say what the results beside it say, and show figures that are there. */
class PerformanceDocumentTest {

  private static final Pattern FIGURE = Pattern.compile("!\\[.*?]\\((.*?)\\)");

  @Test
  void documentSaysWhatTheResultsSay() throws IOException {
    List<String> text = Files.readString(PerformanceDocument.TEXT).lines().toList();
    List<String> rendered = new PerformanceDocument(PerformanceDocument.RESULTS)
        .rendered(Files.readString(PerformanceDocument.TEXT))
        .lines()
        .toList();
    Patch<String> differences = DiffUtils.diff(text, rendered);
    assertTrue(
        differences.getDeltas().isEmpty(),
        () -> PerformanceDocument.TEXT + " is not what the results make of it: run"
            + " mvn test-compile exec:exec@bench-document\n"
            + String.join("\n", UnifiedDiffUtils.generateUnifiedDiff("as it is", "as rendered", text, differences, 0)));
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
