package org.atomicvalue.checkers.tlc.junit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.atomicvalue.checkers.tlc.Counterexample;
import org.atomicvalue.checkers.tlc.TlcResult;

/**
 * What a model is expected to show. A model that must violate a property, as a witness that something is possible, has
 * an entry like any other.
 *
 * @param model the name of the configuration, without {@code .cfg}
 * @param module the module that it is a model of, without {@code .tla}
 * @param shows what it shows, in a sentence
 * @param bounds within which it shows that: threads, values, calls
 * @param result "ok", or what TLC must find, as in {@link TlcResult#summary()}: "violates" and the name of the property
 * @param distinctStates how many states TLC finds
 * @param depth of the search; absent if TLC does not say, which is so when a liveness property is violated
 * @param counterexample the number of states of the counter-example; absent if there is none
 * @param neverFires the actions that take no step in this model, each with the reason
 * @param warnings the codes of the warnings that are accepted, each with the reason
 * @param slow whether the model is left to the tests that say so, {@link TlcModels#slow}
 * @param deep whether the model is left to {@code -Ddeep=true}
 */
@JsonInclude(JsonInclude.Include.NON_DEFAULT)
public record Expectation(
    String model,
    String module,
    String shows,
    String bounds,
    String result,
    long distinctStates,
    int depth,
    int counterexample,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> neverFires,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> warnings,
    boolean slow,
    boolean deep) {

  /** Takes what is absent in the file for empty. */
  public Expectation {
    shows = Objects.requireNonNullElse(shows, "");
    bounds = Objects.requireNonNullElse(bounds, "");
    neverFires = Objects.requireNonNullElse(neverFires, Map.of());
    warnings = Objects.requireNonNullElse(warnings, Map.of());
  }

  /** An entry that expects nothing yet. */
  static Expectation none(String model, String module) {
    return new Expectation(model, module, null, null, "", 0, 0, 0, null, null, false, false);
  }

  /** This one with what TLC found. What is told about the model stays, and so do the reasons of what is still so. */
  Expectation with(TlcResult actual) {
    return new Expectation(model, module, shows, bounds, actual.summary(), actual.distinctStates().orElse(0),
        actual.depth().orElse(0), length(actual), reasons(actual.actionsThatNeverFired(), neverFires),
        reasons(codes(actual), warnings), slow, deep);
  }

  private static Map<String, String> reasons(Iterable<String> names, Map<String, String> known) {
    Map<String, String> reasons = new LinkedHashMap<>();
    names.forEach(name -> reasons.put(name, known.getOrDefault(name, "")));
    return reasons;
  }

  /** In which respects TLC found something else than this, a line each; none if all is as expected. */
  public List<String> differences(TlcResult actual) {
    List<String> differences = new ArrayList<>();
    compare(differences, "result", result, actual.summary());
    compare(differences, "distinct states", orNone(distinctStates), orNone(actual.distinctStates().orElse(0)));
    compare(differences, "depth", orNone(depth), orNone(actual.depth().orElse(0)));
    compare(differences, "states of the counter-example", orNone(counterexample), orNone(length(actual)));
    compare(differences, "actions that never fire", neverFires.keySet(), new TreeSet<>(actual.actionsThatNeverFired()));
    compare(differences, "warnings", warnings.keySet(), codes(actual));
    withoutReason(differences, "that this action never fires", neverFires);
    withoutReason(differences, "that this warning is accepted", warnings);
    return differences;
  }

  private static String orNone(long number) {
    return number == 0 ? "none" : String.valueOf(number);
  }

  private static int length(TlcResult actual) {
    return actual.counterexample().map(Counterexample::length).orElse(0);
  }

  private static Set<String> codes(TlcResult actual) {
    return actual.warnings().stream().map(warning -> String.valueOf(warning.code()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static void compare(List<String> differences, String what, Object expected, Object actual) {
    if (!Objects.equals(expected, actual)) {
      differences.add("%s: expected %s, but TLC found %s".formatted(what, expected, actual));
    }
  }

  private static void withoutReason(List<String> differences, String what, Map<String, String> reasons) {
    reasons.forEach((name, reason) -> {
      if (reason.isBlank()) {
        differences.add("no reason is given for it %s: %s".formatted(what, name));
      }
    });
  }
}
