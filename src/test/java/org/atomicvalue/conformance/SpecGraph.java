package org.atomicvalue.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.regex.Pattern;
import org.atomicvalue.tlc.Outcome;
import org.atomicvalue.tlc.Tlc;
import org.atomicvalue.tlc.TlcResult;

/** The state graph of a specification, as TLC explores it. */
public final class SpecGraph {

  /** What a configuration asks TLC to check. Another check does; here only the graph is wanted. */
  private static final Pattern PROPERTIES =
      Pattern.compile("(?m)^(INVARIANTS?|PROPERT(Y|IES))\\b.*\\R?(^[ \\t]+.*\\R?)*");

  private SpecGraph() {}

  /**
   * Runs TLC.
   *
   * @param module the model, a module
   * @param config its configuration, whose properties are left out
   * @param library where the modules are that the model extends
   * @param folder for what TLC writes
   */
  public static StateGraph explore(Path module, Path config, Path library, Path folder)
      throws IOException, InterruptedException {
    Files.createDirectories(folder);
    Path bounds = folder.resolve(config.getFileName());
    // TLC looks for a configuration only beside its module.
    Path model = Files.copy(module, folder.resolve(module.getFileName()), StandardCopyOption.REPLACE_EXISTING);
    Files.writeString(bounds, PROPERTIES.matcher(Files.readString(config)).replaceAll(""));
    Path dot = folder.resolve(config.getFileName() + ".dot");
    try {
      TlcResult result = new Tlc(model, bounds)
          .library(library)
          .workers("auto")
          .options("-dump", "dot,actionlabels", dot.toAbsolutePath().toString())
          .folder(folder)
          .run();
      if (result.outcome() != Outcome.OK) {
        throw new IllegalStateException("TLC failed on " + config + ": " + result.errors() + "; see " + result.log());
      }
      StateGraph graph = TlcGraph.read(dot);
      if (graph.states() != result.distinctStates()) {
        throw new IllegalStateException(
            dot + " has " + graph.states() + " states, and TLC found " + result.distinctStates());
      }
      return graph;
    } finally {
      Files.deleteIfExists(dot);
    }
  }
}
