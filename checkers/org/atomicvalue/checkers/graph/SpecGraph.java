package org.atomicvalue.checkers.graph;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.atomicvalue.checkers.tlc.Tlc;
import org.atomicvalue.checkers.tlc.TlcOutcome;
import org.atomicvalue.checkers.tlc.TlcResult;

/** The state graph of a specification, as TLC explores it. */
public final class SpecGraph {

  /** What a configuration asks TLC to check. Another check does; here only the graph is wanted. */
  private static final Pattern PROPERTIES =
      Pattern.compile("(?m)^(INVARIANTS?|PROPERT(Y|IES))\\b.*\\R?(^[ \\t]+.*\\R?)*");

  private final Path module;
  private final Path config;
  private final List<Path> library = new ArrayList<>();
  private Path folder = Path.of("target", "steps");
  private boolean isSmall;

  /**
   * The graph of a model.
   *
   * @param module the model's module
   * @param config its configuration, whose properties are left out
   */
  public SpecGraph(Path module, Path config) {
    this.module = module;
    this.config = config;
  }

  /** Folders with the modules that the model extends or instantiates. */
  public SpecGraph library(Path... folders) {
    library.addAll(List.of(folders));
    return this;
  }

  /** The folder in which each configuration gets one for what TLC writes. */
  public SpecGraph folder(Path path) {
    folder = path;
    return this;
  }

  /** For a model of less than some 100,000 states, as {@link Tlc#small} says. */
  public SpecGraph small() {
    isSmall = true;
    return this;
  }

  /** Runs TLC and reads what it has found. */
  public StateGraph explore() throws IOException, InterruptedException {
    String name = config.getFileName().toString().replaceFirst("\\.cfg$", "");
    Path own = Files.createDirectories(folder.resolve(name));
    // TLC looks for a configuration only beside its module.
    Path model = Files.copy(module, own.resolve(module.getFileName()), StandardCopyOption.REPLACE_EXISTING);
    Path bounds = own.resolve(name + ".cfg");
    Files.writeString(bounds, PROPERTIES.matcher(Files.readString(config)).replaceAll(""));
    Path dot = own.resolve(name + ".dot");
    try {
      Tlc tlc = new Tlc(model, bounds)
          .library(library.toArray(Path[]::new))
          .workers("auto")
          .options("-dump", "dot,actionlabels", dot.toAbsolutePath().toString())
          .folder(own);
      TlcResult result = isSmall ? tlc.small().run() : tlc.run();
      if (result.outcome() != TlcOutcome.OK) {
        throw new IllegalStateException("TLC failed on " + config + ": " + result.errors() + "; see " + result.log());
      }
      StateGraph graph = TlcGraph.read(dot);
      if (graph.states() != result.distinctStates().orElseThrow()) {
        throw new IllegalStateException(
            dot + " has " + graph.states() + " states, and TLC found " + result.distinctStates().getAsLong());
      }
      return graph;
    } finally {
      Files.deleteIfExists(dot);
    }
  }
}
