package org.atomicvalue.explorer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.atomicvalue.checkers.graph.TlaValue;
import org.atomicvalue.checkers.tlc.Problem;
import org.atomicvalue.checkers.tlc.Tlc;
import org.atomicvalue.checkers.tlc.TlcResult;

/**
 * An execution of each program for each of its outcomes, as TLC finds them by {@code spec/explorer/Witnesses.tla}.
 *
 * @param byProgram of each program, its outcomes; of each outcome, the states of an execution that has it
 */
record Witnesses(Map<String, Map<String, List<Map<String, TlaValue>>>> byProgram) {

  private static final Path SPEC = Path.of("spec");
  private static final Path MODULE = SPEC.resolve("explorer").resolve("Witnesses.tla");
  private static final Path FOLDER = Path.of("target", "explorer", "witnesses");

  static Witnesses of(Collection<String> programs) throws IOException, InterruptedException {
    Files.createDirectories(FOLDER);
    Path module = Files.copy(MODULE, FOLDER.resolve("Witnesses.tla"), StandardCopyOption.REPLACE_EXISTING);
    Path config = Files.writeString(FOLDER.resolve("Witnesses.cfg"), """
        CONSTANTS
          Tests <- MCTests
          Gallery = {%s}
        INIT WitnessInit
        NEXT WitnessNext
        INVARIANT NothingNew
        CHECK_DEADLOCK FALSE
        """.formatted(programs.stream().map(name -> '"' + name + '"').collect(Collectors.joining(", "))));
    // One worker: it finds the same executions at every run.
    TlcResult result = new Tlc(module, config)
        .library(SPEC, SPEC.resolve("litmus"))
        .options("-continue")
        .small()
        .folder(FOLDER)
        .run();
    if (!result.violated().equals(Optional.of("NothingNew"))) {
      throw new IllegalStateException("TLC found no witnesses: " + result.errors() + "; see " + result.log());
    }
    Witnesses witnesses = new Witnesses(new TreeMap<>());
    for (Problem problem : result.problems()) {
      witnesses.add(problem.counterexample().orElseThrow().states().stream()
          .map(PlayableCounterexample::values)
          .toList());
    }
    return witnesses;
  }

  private void add(List<Map<String, TlaValue>> execution) {
    Map<String, TlaValue> last = execution.get(execution.size() - 1);
    String outcome =
        last.get("outcome").entries().values().stream().map(TlaValue::content).collect(Collectors.joining(", "));
    byProgram.computeIfAbsent(last.get("test").content(), program -> new TreeMap<>()).put(outcome, execution);
  }
}
