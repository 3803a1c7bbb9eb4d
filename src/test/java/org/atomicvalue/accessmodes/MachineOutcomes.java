package org.atomicvalue.accessmodes;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The outcomes of litmus tests by the algorithm's own module over the machine, such as {@code WaitFreeAtomicValueModes},
 * with each of some assignments of modes.
 */
record MachineOutcomes(LitmusRun run) {

  private static final Path FOLDER = Path.of("target", "modes-by-axioms");
  private static final String WITH = " with ";

  /** @param tests an expression over {@code AtomicValueTests} */
  static MachineOutcomes of(Algorithm algorithm, Collection<Modes> modes, String tests)
      throws IOException, InterruptedException {
    return new MachineOutcomes(LitmusRun.of(FOLDER, "MC" + algorithm.module() + "_each", algorithm, tests, modes,
        "PrintOutcomesByModes",
        """
        PrintOutcomesByModes ==
          Terminated => PrintOutcome(test \\o "%s" \\o Joined(Entries(mode, DOMAIN mode), " "), Outcome)
        """.formatted(WITH)));
  }

  SortedSet<String> tests() {
    return run.outcomes().keySet().stream().map(key -> key.substring(0, key.indexOf(WITH)))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The outcomes of a test with these modes. */
  SortedSet<String> of(Modes modes, String test) {
    return run.outcomes().entrySet().stream()
        .filter(entry -> entry.getKey().startsWith(test + WITH))
        .filter(entry -> are(modes, entry.getKey().substring((test + WITH).length())))
        .flatMap(entry -> entry.getValue().stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** @param list {@code name=mode}, separated by spaces, where the mode is "unused" if the test never makes the access */
  private static boolean are(Modes modes, String list) {
    return Stream.of(list.split(" ")).map(entry -> entry.split("=")).allMatch(
        entry -> entry[1].equals("unused") || entry[1].equals(modes.of(modes.algorithm().access(entry[0]))));
  }
}
