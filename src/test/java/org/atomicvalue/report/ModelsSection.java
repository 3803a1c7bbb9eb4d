package org.atomicvalue.report;

import static org.atomicvalue.checkers.evidence.Figures.bar;
import static org.atomicvalue.checkers.evidence.Figures.count;
import static org.atomicvalue.checkers.evidence.Figures.time;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.atomicvalue.checkers.evidence.Evidence;

/** The models of the specification, what TLC says of each, and the state graphs that are small enough to be drawn. */
final class ModelsSection {

  /** As many states as can be read in a picture. */
  static final int LARGEST_GRAPH = 60;

  private static final ObjectMapper JSON = new ObjectMapper();

  record Model(String name, String shows, String properties, String bounds, String states, String width, String depth,
      String time, String result, List<Action> actions, String counterexample) {}

  record Action(String name, String count, String width) {}

  /**
   * A state graph.
   *
   * @param json what the page's script draws
   * @param transitions the same in words
   */
  record Graph(String name, String shows, String bounds, String states, int nodes, int edges, String json,
      List<String> transitions) {}

  private ModelsSection() {}

  /** The largest first. */
  static List<Model> models(List<Evidence> checks) {
    long most = checks.stream().mapToLong(Evidence::amount).max().orElse(1);
    return checks.stream()
        .filter(check -> check.details().containsKey("actions"))
        .sorted(Comparator.comparing(Evidence::amount).reversed())
        .map(check -> model(check, most))
        .toList();
  }

  private static Model model(Evidence check, long most) {
    JsonNode details = JSON.valueToTree(check.details());
    int depth = details.path("depth").asInt();
    long busiest = details.path("actions").valueStream().mapToLong(JsonNode::asLong).max().orElse(1);
    return new Model(check.check(), details.path("shows").asText(),
        details.path("properties").valueStream().map(JsonNode::asText).collect(Collectors.joining(", ")),
        check.bounds(), count(check.amount()), bar(check.amount(), most), depth == 0 ? "–" : count(depth),
        time(check.seconds()), check.result(),
        details.path("actions").propertyStream()
            .map(action -> new Action(action.getKey(), count(action.getValue().asLong()),
                bar(action.getValue().asLong(), busiest)))
            .toList(),
        details.path("counterexample").asText());
  }

  /** The smallest first. */
  static List<Graph> graphs(List<Evidence> checks) {
    return checks.stream()
        .map(ModelsSection::graph)
        .filter(graph -> graph.nodes > 0 && graph.nodes <= LARGEST_GRAPH)
        .sorted(Comparator.comparing(Graph::nodes))
        .toList();
  }

  private static Graph graph(Evidence check) {
    JsonNode details = JSON.valueToTree(check.details());
    JsonNode nodes = details.at("/graph/nodes");
    JsonNode edges = details.at("/graph/edges");
    try {
      return new Graph(check.check(), details.path("shows").asText(), check.bounds(),
          count(nodes.valueStream().mapToLong(node -> node.path("states").asLong()).sum()), nodes.size(), edges.size(),
          JSON.writeValueAsString(details.path("graph")).replace("</", "<\\/"),
          edges.valueStream().map(edge -> "%s  –%s→  %s".formatted(label(nodes, edge.path("from")),
              edge.path("action").asText(), label(nodes, edge.path("to")))).toList());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String label(JsonNode nodes, JsonNode index) {
    return nodes.path(index.asInt()).path("label").asText().replace("\n", ", ");
  }
}
