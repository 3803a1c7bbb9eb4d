package org.atomicvalue.report;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.atomicvalue.bench.Ratios;
import org.atomicvalue.checkers.evidence.Environment;
import org.atomicvalue.checkers.evidence.Evidence;
import org.atomicvalue.checkers.evidence.Failure;
import org.atomicvalue.checkers.evidence.Link;
import org.atomicvalue.report.ReportData.KillMatrix;

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

  private static final String KILL_MATRIX = """
      {"environment": "Some machine.", "bugs": [
        {"group": "CODE", "name": "first-store-writes-swapped", "cells": {
          "JUnit": {"outcome": "NOT_CAUGHT", "seconds": 3.1},
          "faults": {"outcome": "OUT_OF_TIME", "seconds": 120.0},
          "steps": {"outcome": "CAUGHT", "seconds": 2.5, "by": "AtomicValueStepsTest"}}}]}
      """;

  private static final Map<String, Object> GRAPH = Map.of(
      "nodes", List.of(
          Map.of("label", "data = Null\ntype = Null", "states", 1),
          Map.of("label", "data = Null\ntype = Claimed", "states", 2),
          Map.of("label", "data = a1\ntype = Claimed", "states", 1),
          Map.of("label", "data = a1\ntype = A", "states", 1)),
      "edges", List.of(
          Map.of("from", 0, "to", 1, "action", "ClaimType", "steps", 1),
          Map.of("from", 1, "to", 2, "action", "StoreFirstData", "steps", 1),
          Map.of("from", 2, "to", 3, "action", "PublishType", "steps", 1)));

  private static final ObjectMapper JSON = new ObjectMapper();

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
        "\tat org.atomicvalue.checkers.tlc.junit.ModelFolder.judge")));
  }

  private static ReportData data(List<Failure> failures) throws IOException {
    List<Evidence> evidence = new ArrayList<>(Arrays.stream(Link.values())
        .map(link -> new Evidence(link, "some check of " + link.title(), 1_234, "things", "some bounds", "as expected",
            5))
        .toList());
    evidence.addAll(List.of(model(), smallModel(), steps(), lincheck(), coverage(), mutationTesting()));
    evidence.addAll(catches());
    Map<String, String> environment = new LinkedHashMap<>();
    Environment.NAMES.forEach(name -> environment.put(name, "some " + name));
    return ReportData.of(evidence, failures, environment)
        .with(
            JSON.readValue(OUTCOMES, new TypeReference<>() {}), JSON.readValue(KILL_MATRIX, KillMatrix.class),
            List.of(ratios()))
        .withoutProof(
            "- Everything holds within bounds.\n- Trusted without proof: the [JVM](docs/memory-models.md).",
            "**Bounds.** The [JVM](memory-models.md) at more length.");
  }

  private static Evidence model() {
    return new Evidence(Link.SPECIFICATION, "MCAtomicValue", 21_711, "distinct states",
        "2 threads, 3 values of 2 classes, all calls, any number of them", "ok", 9.5).with(
            Map.of(
                "module", "MCAtomicValue",
                "shows", "the algorithm refines the contract, and its invariants hold",
                "properties", List.of("TypeOK", "RefinesTypedRegister"),
                "generatedStates", 60_000,
                "depth", 17,
                "actions", Map.of("Request", 20_000, "PublishType", 311, "AwaitType", 12),
                "counterexample", ""));
  }

  private static Evidence smallModel() {
    return new Evidence(Link.SPECIFICATION, "PictureOfTheWords", 4, "distinct states", "1 thread, 1 value", "ok", 1)
        .with(Map.of("shows", "the first store", "graph", GRAPH));
  }

  private static Evidence steps() {
    return new Evidence(Link.STEPS, "AtomicValue and MCAtomicValue", 62_000, "edges", "2 threads", "equal", 7)
        .with(Map.of("states", 21_711, "graph", GRAPH));
  }

  private static Evidence lincheck() {
    return new Evidence(Link.LINEARIZABILITY, "AtomicValue, stress, 2 threads", 10_000, "executions", "20 scenarios",
        "linearizable", 5).with(Map.of("scenarios", 20, "invocations", 500));
  }

  private static Evidence coverage() {
    return new Evidence(Link.BEHAVIOUR, "coverage by JaCoCo", 180, "lines", "some tests", "every line reached", 5)
        .with(Map.of("lines", 180, "branches", 90, "unreachable", 2));
  }

  private static Evidence mutationTesting() {
    return new Evidence(Link.CONTROLS, "mutation testing", 95, "catches", "100 changes by PIT", "5 explained", 5)
        .with(Map.of("changes", 100, "byTests", 80, "byConformance", 15));
  }

  private static List<Evidence> catches() {
    return List.of(
        new Evidence(Link.CONTROLS, "first-store-writes-swapped by TLC", 1, "catches", "MCAtomicValue",
            "violates TypeAgreesWithData; 5 states", 2).with(
                Map.of(
                    "bug", "The class is published before the data is there.",
                    "explorer", "bug=first-store-writes-swapped",
                    "counterexample", COUNTEREXAMPLE)),
        new Evidence(Link.CONTROLS, "first-store-writes-swapped by AtomicValueStepsTest", 1, "catches",
            "AtomicValue.java", "another step than the specification's", 3)
            .with(Map.of("bug", "The class is published before the data is there.")));
  }

  private static Ratios ratios() {
    return new Ratios("17", "some processor", "2026-01-01", "some command", List.of(
        new Ratios.Row("AtomicValue", "load", "AtomicReference.get", 1, 1.31, 0.08, 1.45, "met"),
        new Ratios.Row("WaitFreeAtomicValue", "load", "AtomicReference.get", 1, 1.1, 0.02, 1.02, "missed"),
        new Ratios.Row("AtomicValue", "swap", "AtomicReference.getAndSet", 2, 1.2, 0.3, 0, "")));
  }
}
