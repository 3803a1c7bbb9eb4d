package org.atomicvalue.specification;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.atomicvalue.checkers.evidence.Evidence;
import org.atomicvalue.checkers.evidence.Link;
import org.atomicvalue.checkers.tlc.DistributedTlc;
import org.atomicvalue.checkers.tlc.Explanation;
import org.atomicvalue.checkers.tlc.TlcResult;
import org.atomicvalue.checkers.tlc.junit.Expectation;
import org.atomicvalue.checkers.tlc.junit.Expectations;
import org.junit.jupiter.api.Test;

/**
 * Has a TLC server and two workers check one of the models together: they must find as many states as a single TLC.
 *
 * <p>{@code mvn test -Pdistributed} runs only this, on a larger model; {@code -Ddistributed.model=NAME} chooses
 * another.
 */
class DistributedTlcIT {

  private static final Path SPEC = Path.of("spec");
  private static final Path MODELS = SPEC.resolve("models");
  private static final int WORKERS = 2;

  @Test
  void findsTheSameStatesAsASingleMachine() throws IOException, InterruptedException {
    String model = System.getProperty("distributed.model", "MCAtomicValue");
    Expectation expected = Expectations.readAll(MODELS).stream()
        .filter(expectation -> expectation.model().equals(model))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("-Ddistributed.model=" + model + " is no model of " + MODELS));
    System.out.printf("TLC %s: a server and %d workers, %s%n", model, WORKERS, expected.bounds());
    TlcResult result = new DistributedTlc(
        MODELS.resolve(expected.module() + ".tla"),
        MODELS.resolve(model + ".cfg"),
        List.of(SPEC, MODELS),
        Path.of("target", "tlc-distributed"))
        .run(WORKERS);
    System.out.printf(Locale.ROOT, "TLC %s: %s, %,d distinct states, %.0f s%n",
        model, result.summary(), result.distinctStates().orElse(-1), result.seconds());
    assertEquals(expected.result(), result.summary(), () -> Explanation.of(result));
    assertEquals(OptionalLong.of(expected.distinctStates()), result.distinctStates(), () -> Explanation.of(result));
    new Evidence(Link.SPECIFICATION, model + " distributed", expected.distinctStates(), "distinct states",
        expected.bounds(), "as many as on one machine; a server and 2 workers", result.seconds()).record();
  }
}
