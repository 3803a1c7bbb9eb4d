package org.atomicvalue.checkers.tlc;

import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What a model is expected to show; the expectations of all models of a folder are in its {@code expected.json}.
 *
 * @param model the name of the configuration, without {@code .cfg}
 * @param module the module that it is a model of, without {@code .tla}
 * @param shows what it shows, in a sentence
 * @param bounds within which it shows that: threads, values, calls
 * @param result "ok", or "violates" and the name of the property that must not hold
 * @param distinctStates how many states TLC finds
 * @param depth of the search; absent if TLC does not say, which is so when a liveness property is violated
 * @param counterexample the number of states of the counter-example; absent if there is none
 * @param neverFires the actions that take no step in this model, each with the reason
 * @param deep whether the model is left to {@code -Ddeep=true}
 */
public record Expectation(
    String model,
    String module,
    String shows,
    String bounds,
    String result,
    long distinctStates,
    int depth,
    int counterexample,
    Map<String, String> neverFires,
    boolean deep) {

  public static final String FILE = "expected.json";

  public Expectation {
    neverFires = neverFires == null ? Map.of() : neverFires;
  }

  public static List<Expectation> readAll(Path folder) throws IOException {
    return List.of(new ObjectMapper().readValue(folder.resolve(FILE).toFile(), Expectation[].class));
  }

  /** Fails, with TLC's counter-example where there is one, unless {@code actual} is what is expected. */
  public void check(TlcResult actual) {
    List<String> differences = new ArrayList<>();
    compare(differences, "result", result, actual.summary());
    compare(differences, "distinct states", distinctStates, actual.distinctStates().orElse(0));
    compare(differences, "depth", depth, actual.depth().orElse(0));
    compare(differences, "states of the counter-example", counterexample,
        actual.counterexample().map(Counterexample::length).orElse(0));
    compare(differences, "actions that never fire", neverFires.keySet(), Set.copyOf(actual.actionsThatNeverFired()));
    if (!differences.isEmpty()) {
      fail(model + " is not as " + FILE + " says.\n" + String.join("\n", differences) + "\n" + Explanation.of(actual));
    }
  }

  private static void compare(List<String> differences, String what, Object expected, Object actual) {
    if (!Objects.equals(expected, actual)) {
      differences.add("  " + what + ": expected " + expected + ", but TLC found " + actual);
    }
  }
}
