package org.atomicvalue.explorer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.atomicvalue.checkers.graph.SpecGraph;
import org.atomicvalue.checkers.graph.State;
import org.atomicvalue.checkers.graph.StateGraph;
import org.atomicvalue.checkers.graph.TlaValue;
import org.atomicvalue.checkers.mutants.SeededBug;

/**
 * Has TLC say what each state of a counter-example is in the contract, by the refinement mapping of the algorithm with
 * the seeded bug: as a model whose only behaviour is the counter-example.
 */
final class ContractOfTrace {

  private static final Path MODELS = Path.of("spec", "models");
  private static final Path FOLDER = Path.of("target", "explorer", "traces");
  private static final Pattern CONSTANTS = Pattern.compile("(?s)CONSTANTS(.*?)(?=\\n[A-Z_]{4,})");

  private ContractOfTrace() {}

  /** For each state the value of the register and, thread by thread, the status of its call. */
  static List<List<Object>> of(SeededBug bug, List<Map<String, TlaValue>> states, List<String> threads,
      boolean waitFree)
      throws IOException, InterruptedException {
    Path folder = Files.createDirectories(FOLDER.resolve(bug.name()));
    Files.write(folder.resolve(bug.file().getFileName()), bug.applied());
    Path module = folder.resolve("ContractOfTrace.tla");
    Files.writeString(module, module(bug, states, threads, waitFree));
    Path config = folder.resolve("ContractOfTrace.cfg");
    Files.writeString(config, config(bug, threads));
    StateGraph graph = new SpecGraph(module, config)
        .library(folder, Path.of("spec"), MODELS)
        .folder(folder.resolve("tlc"))
        .small()
        .explore();
    List<List<Object>> contracts = new ArrayList<>(Collections.nCopies(states.size(), null));
    for (int i = 0; i < graph.states(); i++) {
      State state = graph.state(i);
      Map<String, TlaValue> contract = state.value("contract").entries();
      Map<String, TlaValue> status = contract.get("\"status\"").entries();
      contracts.set(Integer.parseInt(state.value("position").toString()) - 1, List.of(
          contract.get("\"value\"").toString(),
          threads.stream().map(thread -> status.get(thread).content()).toList()));
    }
    return contracts;
  }

  private static String root(SeededBug bug) {
    return bug.field("Model").replaceFirst("_.*", "");
  }

  private static String module(SeededBug bug, List<Map<String, TlaValue>> states, List<String> threads,
      boolean waitFree) {
    List<String> variables = List.copyOf(states.get(0).keySet());
    String trace = states.stream()
        .map(state -> variables.stream()
            // The canonical text of the empty function is not TLA+.
            .map(variable -> variable + " |-> " + state.get(variable).toString().replace("()", "<<>>"))
            .collect(Collectors.joining(",\n    ", "  [ ", " ]")))
        .collect(Collectors.joining(",\n"));
    return """
        ---- MODULE ContractOfTrace ----
        EXTENDS %s, Naturals, Sequences, TLC
        CONSTANTS %s
        VARIABLES position, contract
        Trace == <<
        %s >>
        InTheContract == [value |-> %s, status |-> AbstractStatus]
        TraceInit ==
          /\\ position = 1
        %s
          /\\ contract = InTheContract
        TraceNext ==
          /\\ position < Len(Trace)
          /\\ position' = position + 1
        %s
          /\\ contract' = InTheContract'
        ====
        """.formatted(root(bug), String.join(", ", threads), trace, waitFree ? "data" : "AbstractValue",
        assign(variables, "", "1"), assign(variables, "'", "position'"));
  }

  private static String assign(List<String> variables, String prime, String index) {
    return variables.stream()
        .map(variable -> "  /\\ " + variable + prime + " = Trace[" + index + "]." + variable)
        .collect(Collectors.joining("\n"));
  }

  private static String config(SeededBug bug, List<String> threads) throws IOException {
    Path config = MODELS.resolve(bug.field("Model") + ".cfg");
    Matcher constants = CONSTANTS.matcher(Files.readString(config));
    if (!constants.find()) {
      throw new IllegalStateException(config + " has no CONSTANTS");
    }
    return "CONSTANTS" + constants.group(1) + "\n"
        + threads.stream().map(thread -> "  %1$s = %1$s%n".formatted(thread)).collect(Collectors.joining())
        + "INIT TraceInit\nNEXT TraceNext\nCHECK_DEADLOCK FALSE\n";
  }
}
