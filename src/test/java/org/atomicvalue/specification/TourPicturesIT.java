package org.atomicvalue.specification;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.atomicvalue.checkers.evidence.Evidence;
import org.atomicvalue.checkers.evidence.Link;
import org.atomicvalue.checkers.graph.DrawnGraph;
import org.atomicvalue.checkers.graph.SpecGraph;
import org.atomicvalue.checkers.graph.StateGraph;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pictures of {@code docs/spec-tour.md} show what TLC finds: so many states, and steps of these actions. */
class TourPicturesIT {

  private static final Path MODELS = Path.of("spec", "pictures");
  private static final Path DOCS = Path.of("docs", "pictures");
  private static final Pattern NODE = Pattern.compile("class=\"node\"");
  private static final Pattern ACTION = Pattern.compile("font-size=\"10.00\">(\\w+)<");

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      PictureContract   | The contract: a thread loads and stores a value  | 1 thread, 1 value, load and store
      PictureFirstStore | The algorithm: a thread loads and stores a value | 1 thread, 1 value, load and store
      PictureRace       | Two first stores of different classes            | 2 threads, a store each
      """)
  void showsTheStatesAndSteps(String model, String shows, String bounds) throws IOException, InterruptedException {
    long start = System.nanoTime();
    StateGraph graph = new SpecGraph(MODELS.resolve(model + ".tla"), MODELS.resolve(model + ".cfg"))
        .library(Path.of("spec"))
        .folder(Path.of("target", "pictures"))
        .small()
        .explore();
    DrawnGraph drawn = DrawnGraph.whole(graph);
    String picture = Files.readString(DOCS.resolve(model + ".svg"));
    assertEquals(graph.states(), NODE.matcher(picture).results().count(), "states in " + model + ".svg");
    assertEquals(actions(drawn), actions(picture), "the steps in " + model + ".svg");
    new Evidence(Link.SPECIFICATION, model, graph.states(), "distinct states", bounds,
        "as drawn in docs/spec-tour.md", (System.nanoTime() - start) / 1e9)
        .with(Map.of("shows", shows, "graph", drawn))
        .record();
  }

  private static List<String> actions(DrawnGraph graph) {
    return graph.edges().stream().map(DrawnGraph.Edge::action).sorted().toList();
  }

  private static List<String> actions(String picture) {
    return ACTION.matcher(picture).results().map((MatchResult text) -> text.group(1)).sorted().toList();
  }
}
