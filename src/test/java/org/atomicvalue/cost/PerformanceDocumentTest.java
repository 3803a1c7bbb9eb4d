package org.atomicvalue.cost;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
import org.junit.jupiter.api.io.TempDir;

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

  /** Ratios are formed within a run: where a part was measured again, nothing of it is left from the run before. */
  @Test
  void whatWasMeasuredAgainTakesThePlaceOfWhatWasMeasuredBefore(@TempDir Path folder) throws IOException {
    ObjectMapper json = new ObjectMapper();
    ObjectNode full = (ObjectNode) json.readTree(PerformanceDocument.RESULTS.resolve("jdk-17.json").toFile());
    ArrayNode part = json.createArrayNode();
    for (JsonNode entry : full.get("jmh")) {
      if (entry.get("benchmark").asText().endsWith(".compareAndSwap")) {
        int time = entry.get("benchmark").asText().contains("OfAtomicReference") ? 100 : 375;
        ((ObjectNode) entry.get("primaryMetric")).set("rawData", json.valueToTree(new int[][] {{time}, {time}}));
        part.add(entry.deepCopy());
        ((ObjectNode) entry.get("primaryMetric")).set("rawData", json.valueToTree(new int[][] {{1}, {1}}));
      }
    }
    json.writeValue(folder.resolve("jdk-17.json").toFile(), full);
    ObjectNode again = full.deepCopy();
    again.put("profile", "compare-and-swap").put("date", "2030-01-01").put("command", "the second").set("jmh", part);
    json.writeValue(folder.resolve("jdk-17-compare-and-swap.json").toFile(), again);
    String rendered = new PerformanceDocument(folder).rendered(Files.readString(PerformanceDocument.TEXT));
    assertTrue(rendered.contains("| `compareAndSwap` | `WaitFreeAtomicValue` | 1.05 | 3.750 "), rendered);
    assertTrue(rendered.contains("- `compareAndSwap` takes, beside `AtomicReference.compareAndSet`, 3.75 times as long"
        + " (1 thread) and 3.75 times as long (2 threads) in `WaitFreeAtomicValue`; 3.75"), rendered);
    assertTrue(rendered.contains("2030-01-01, in " + full.get("minutes") + " min | `the second` |"), rendered);
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
