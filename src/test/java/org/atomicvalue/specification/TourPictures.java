package org.atomicvalue.specification;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.atomicvalue.checkers.jvm.Command;
import org.atomicvalue.checkers.tlc.Explanation;
import org.atomicvalue.checkers.tlc.Tlc;
import org.atomicvalue.checkers.tlc.TlcOutcome;
import org.atomicvalue.checkers.tlc.TlcResult;

/**
 * Draws the pictures of {@code docs/spec-tour.md}: the state graphs of the models in {@code spec/pictures}, as TLC
 * dumps them, with shorter texts in the nodes. Graphviz lays them out; its {@code dot} must be on the path.
 *
 * <p>{@code mvn test-compile exec:exec@spec-pictures}
 */
final class TourPictures {

  private static final Path MODELS = Path.of("spec", "pictures");
  private static final Path DOCS = Path.of("docs", "pictures");
  private static final Path FOLDER = Path.of("target", "spec-pictures");

  private static final Pattern LABEL = Pattern.compile("\\[label=\"((?:/\\\\).*?)\"(,style = filled)?\\];?$");
  private static final Pattern VARIABLE = Pattern.compile("(?s)/\\\\ (\\w+) = (.*?)(?=\n/\\\\ |\\z)");
  private static final Pattern ENTRY = Pattern.compile("(\\w+) :> (\\[[^]]*]|\"[^\"]*\"|\\w+)");
  private static final Pattern OPERATION = Pattern.compile("op \\|-> \"(\\w+)\"");

  /** What a thread does next, then its call, then its result. */
  private static final Comparator<MatchResult> IN_THE_ORDER_TOLD =
      Comparator.comparing(variable -> List.of("pc", "status", "call", "result").indexOf(variable.group(1)));

  private TourPictures() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    Files.createDirectories(FOLDER);
    Files.createDirectories(DOCS);
    for (String picture : List.of("PictureContract", "PictureFirstStore", "PictureRace")) {
      Path dump = FOLDER.resolve(picture + "-tlc.dot").toAbsolutePath();
      TlcResult result = new Tlc(MODELS.resolve(picture + ".tla"), MODELS.resolve(picture + ".cfg"))
          .library(Path.of("spec"))
          .folder(FOLDER)
          .small()
          .options("-dump", "dot,actionlabels", dump.toString())
          .run();
      if (result.outcome() != TlcOutcome.OK) {
        throw new IllegalStateException(Explanation.of(result));
      }
      Path graph = Files.write(FOLDER.resolve(picture + ".dot"), shortened(Files.readAllLines(dump)));
      Path svg = DOCS.resolve(picture + ".svg");
      Command dot = new Command(List.of("dot", "-Tsvg", "-o", svg.toString(), graph.toString()));
      if (dot.run(System.out::println) != 0) {
        throw new IOException("dot failed on " + graph);
      }
      System.out.printf("%s: %d states%n", svg, result.distinctStates().orElseThrow());
    }
  }

  /** TLC's graph without its legend, and with what matters of each state. */
  private static List<String> shortened(List<String> dump) {
    List<String> graph = new ArrayList<>();
    for (String line : dump) {
      Matcher label = LABEL.matcher(line);
      if (line.contains("subgraph cluster_legend")) {
        break;
      } else if (line.startsWith("strict digraph")) {
        graph.add(line);
        graph.add("node [shape=box, style=\"rounded,filled\", fillcolor=white, fontname=\"sans-serif\", fontsize=11];");
        graph.add("edge [fontname=\"sans-serif\", fontsize=10];");
      } else if (label.find()) {
        String fill = label.group(2) == null ? "" : ", fillcolor=\"#dddddd\"";
        graph.add("%s[label=\"%s\"%s];".formatted(line.substring(0, label.start()), text(label.group(1)), fill));
      } else if (line.contains(" -> ")) {
        graph.add(line.replaceAll(",color=\"[^\"]*\",fontcolor=\"[^\"]*\"", ""));
      }
    }
    graph.add("}");
    return graph;
  }

  /** The words on the first line; then each thread with what it does next, in which call, and its result. */
  private static String text(String label) {
    StringBuilder words = new StringBuilder();
    Map<String, String> threads = new LinkedHashMap<>();
    String plain = label.replace("\\n", "\n").replace("\\\"", "\"").replace("\\\\", "\\");
    for (MatchResult variable : VARIABLE.matcher(plain).results().sorted(IN_THE_ORDER_TOLD).toList()) {
      String name = variable.group(1);
      List<MatchResult> entries = ENTRY.matcher(variable.group(2)).results().toList();
      if (entries.isEmpty()) {
        words.insert(0, name + " = " + variable.group(2).strip() + "   ");
      }
      for (MatchResult entry : entries) {
        threads.merge(entry.group(1), told(name, entry.group(2)), String::concat);
      }
    }
    StringBuilder text = new StringBuilder(words.toString().strip());
    threads.forEach((thread, doing) -> text.append("\\n").append(thread).append(':').append(doing));
    return text.toString();
  }

  private static String told(String variable, String value) {
    Matcher operation = OPERATION.matcher(value);
    if (operation.find()) {
      return operation.group(1).equals("none") ? "" : " (" + operation.group(1) + ")";
    }
    String bare = value.replace("\"", "");
    return variable.equals("result") ? (bare.equals("none") ? "" : " gives " + bare) : " " + bare;
  }
}
