package org.atomicvalue.specification;

import java.nio.file.Path;
import java.util.Map;
import org.atomicvalue.checkers.evidence.Evidence;
import org.atomicvalue.checkers.evidence.Link;
import org.atomicvalue.checkers.tlc.Explanation;
import org.atomicvalue.checkers.tlc.Tlc;
import org.atomicvalue.checkers.tlc.TlcResult;
import org.atomicvalue.checkers.tlc.junit.Expectation;
import org.atomicvalue.checkers.tlc.junit.TlcModelTests;
import org.atomicvalue.checkers.tlc.junit.TlcModels;

/**
 * Has TLC check the models in {@code spec/models} and compares what it finds with {@code spec/models/expected.json}. The
 * slow ones are left to {@link SpecificationIT}; {@code -Ddeep=true} adds the large ones, {@code -Dmodel=NAME,NAME} runs
 * these alone.
 */
@TlcModels(folder = "spec/models", library = "spec", classes = "src/main/java/org/atomicvalue")
class SpecificationTest implements TlcModelTests {

  @Override
  public void passed(Expectation expected, TlcResult actual) {
    String result = actual.counterexample()
        .map(behaviour -> "%s, as it must; %d states".formatted(actual.summary(), behaviour.length()))
        .orElse("ok");
    new Evidence(Link.SPECIFICATION, expected.model(), expected.distinctStates(), "distinct states", expected.bounds(),
        result, actual.seconds()).with(
            Map.of(
                "module", expected.module(),
                "shows", expected.shows(),
                "properties", Tlc.properties(Path.of("spec", "models", expected.model() + ".cfg")),
                "generatedStates", actual.generatedStates().orElseThrow(),
                "depth", expected.depth(),
                "actions", actual.steps(),
                "counterexample",
                actual.counterexample().map(any -> Explanation.of(actual, SpecMutants.CLASSES)).orElse("")))
        .record();
  }
}
