package org.atomicvalue.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code docs/explorer/data} without the page's code, so that what the page shows can be compared with it. */
final class ExportedGraph {

  static final Path FOLDER = Path.of("docs", "explorer");

  private final JsonNode graph;

  ExportedGraph(String name) throws IOException {
    graph = assigned("data/" + name + ".js");
  }

  /** The JSON that a script of the page assigns. */
  static JsonNode assigned(String file) throws IOException {
    String text = Files.readString(FOLDER.resolve(file));
    int begin = text.indexOf(" = ", text.indexOf("explorer.")) + 3;
    return new ObjectMapper().readTree(text.substring(begin, text.lastIndexOf(';')));
  }

  /** The threads that have a step from a state, among those, if it begins a call, whose program has it next. */
  int target(int state, int thread, String nextCall) {
    for (JsonNode step : graph.get("steps").get(state)) {
      int target = step.get(2).asInt();
      boolean request = graph.get("actions").get(step.get(1).asInt()).asText().equals("Request");
      if (step.get(0).asInt() == thread && (!request || call(target, thread).equals(nextCall))) {
        return target;
      }
    }
    throw new IllegalArgumentException("thread " + (thread + 1) + " has no step from state " + state);
  }

  /** Whether a thread is between two calls. */
  boolean isIdle(int state, int thread) {
    return pc(state, thread).equals("Idle");
  }

  String pc(int state, int thread) {
    return ofThread(state, thread).get(0).asText();
  }

  List<String> words(int state) {
    List<String> words = new ArrayList<>();
    graph.get("ofWords").get(graph.get("states").get(state).get(0).asInt())
        .forEach(word -> words.add(shown(word.asText())));
    return words;
  }

  /** The value of the register in the contract. */
  String seen(int state) {
    String value = contract(state).get(0).asText();
    return value.equals("Null") ? "empty" : value;
  }

  /** Whether a step is the one at which the call of its thread takes effect. */
  boolean isPoint(int source, int target, int thread) {
    return contract(source).get(1).get(thread).asText().equals("requested")
        && contract(target).get(1).get(thread).asText().equals("responding");
  }

  int threads() {
    return graph.get("threads").size();
  }

  private JsonNode contract(int state) {
    JsonNode row = graph.get("states").get(state);
    return graph.get("ofContract").get(row.get(row.size() - 1).asInt());
  }

  private JsonNode ofThread(int state, int thread) {
    return graph.get("ofThread").get(graph.get("states").get(state).get(1 + thread).asInt());
  }

  private String call(int state, int thread) {
    JsonNode call = graph.get("calls").get(ofThread(state, thread).get(1).asInt());
    String op = call.get(0).asText();
    return switch (op) {
      case "load" -> "load()";
      case "compareAndSwap" -> op + "(" + shown(call.get(1).asText()) + "," + shown(call.get(2).asText()) + ")";
      default -> op + "(" + shown(call.get(2).asText()) + ")";
    };
  }

  static String shown(String value) {
    return switch (value) {
      case "Null" -> "null";
      case "Claimed" -> "CLAIMED";
      default -> value.replace("\"", "");
    };
  }
}
