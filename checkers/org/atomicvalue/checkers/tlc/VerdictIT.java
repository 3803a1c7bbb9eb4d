package org.atomicvalue.checkers.tlc;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** "ok" is never said of a run in which TLC said otherwise, and what it said is not lost. */
class VerdictIT {

  private static final String COUNT =
      """
      ---- MODULE Count ----
      EXTENDS Naturals, Sequences, TLC
      VARIABLE x
      Init == x = 0
      Up == x < 4 /\\ x' = x + 1
      Talk == x < 4 /\\ x' = x + 1 /\\ PrintT(<<"Error: all is well", x>>)
      Check == x < 4 /\\ Assert(x < 2, "two  is too much") /\\ x' = x + 1
      Behead == x < 4 /\\ x' = IF x = 2 THEN Head(<<>>) ELSE x + 1
      Next == Up
      Spec == Init /\\ [][Next]_x /\\ WF_x(Next)
      NotTwo == x # 2
      NotThree == x # 3
      Inv == x \\in Seq(Nat)
      NoState == x = 1 /\\ x = 2
      ====
      """;

  /** Two clocks that look alike: with symmetry TLC overlooks that one of them may run alone. */
  private static final String CLOCKS =
      """
      ---- MODULE Clocks ----
      EXTENDS Naturals, TLC
      CONSTANT Names
      VARIABLES last, n
      vars == <<last, n>>
      Symmetric == Permutations(Names)
      Init == last \\in Names /\\ n = 0
      Next == last' \\in Names /\\ n' = (n + 1) % 3
      Spec == Init /\\ [][Next]_vars /\\ WF_vars(Next)
      Early == n < 2
      Wraps == []<>(n = 2)
      OneComesBack == []<>(last = CHOOSE name \\in Names : TRUE)
      OtherComesBack == []<>(last # CHOOSE name \\in Names : TRUE)
      SomeoneElse == \\A name \\in Names : <>(last = name)
      Moves == <>(n = 1)
      ====
      """;

  @TempDir Path folder;

  private SmallModels models;

  @BeforeEach
  void write() throws Exception {
    models = new SmallModels(folder);
    models.module(COUNT);
    models.module(CLOCKS);
  }

  @Test
  void continuingAfterAViolationIsNotOk() throws Exception {
    TlcResult result = models.tlc("Count", "SPECIFICATION Spec INVARIANT NotTwo NotThree CHECK_DEADLOCK FALSE")
        .options("-continue").run();
    assertEquals(TlcOutcome.SAFETY_VIOLATED, result.outcome());
    assertEquals("violates NotTwo", result.summary());
    assertEquals(List.of(List.of("NotTwo"), List.of("NotThree")),
        result.problems().stream().map(Problem::candidates).toList());
    assertEquals(List.of(3, 4),
        result.problems().stream().map(problem -> problem.counterexample().orElseThrow().length()).toList());
    assertEquals(OptionalLong.of(5), result.distinctStates());
  }

  @Test
  void livenessUnderSymmetryIsInDoubt() throws Exception {
    String config = "CONSTANT Names = {a, b}\nSYMMETRY Symmetric\nSPECIFICATION Spec PROPERTY Moves";
    TlcResult result = models.run("Clocks", config);
    assertEquals(List.of(2279), result.warnings().stream().map(Warning::code).toList());
    assertEquals(TlcOutcome.DOUBTFUL, result.outcome());
    assertTrue(Explanation.of(result).contains("symmetry during liveness checking is dangerous"));
    assertEquals(TlcOutcome.OK, models.tlc("Clocks", config).acceptWarnings(2279).run().outcome());
  }

  /**
   * Both properties are false: either clock may run alone. TLC overlooks it for the one that it takes for the other.
   */
  @Test
  void propertyThatIsOverlookedUnderSymmetry() throws Exception {
    String model = "CONSTANT Names = {a, b}\nSPECIFICATION Spec PROPERTY ";
    List<TlcOutcome> outcomes = new ArrayList<>();
    for (String property : List.of("OneComesBack", "OtherComesBack")) {
      assertEquals("violates " + property, models.run("Clocks", model + property).summary());
      outcomes.add(models.run("Clocks", model + property + "\nSYMMETRY Symmetric").outcome());
    }
    assertEquals(Set.of(TlcOutcome.DOUBTFUL, TlcOutcome.LIVENESS_VIOLATED), Set.copyOf(outcomes));
  }

  /** The property is false, and TLC does not see it. */
  @Test
  void livenessUnderAConstraintIsInDoubt() throws Exception {
    TlcResult result = models.run("Clocks",
        "CONSTANT Names = {a, b}\nCONSTRAINT Early\nSPECIFICATION Spec PROPERTY SomeoneElse");
    assertEquals(List.of(2284), result.warnings().stream().map(Warning::code).toList());
    assertEquals(TlcOutcome.DOUBTFUL, result.outcome());
  }

  @Test
  void propertyThatIsOverlookedUnderAConstraintIsViolatedWithoutIt() throws Exception {
    TlcResult result = models.run("Clocks", "CONSTANT Names = {a, b}\nSPECIFICATION Spec PROPERTY SomeoneElse");
    assertEquals("violates SomeoneElse", result.summary());
  }

  @Test
  void reasonOfAnErrorIsTold() throws Exception {
    TlcResult result = models.run("Count", "SPECIFICATION Spec INVARIANT Inv");
    assertEquals(TlcOutcome.ERROR, result.outcome());
    String errors = result.errors().toString();
    assertTrue(errors.contains("Attempted to check if the value:\n0\nis an element of Seq(Nat)."), errors);
    assertTrue(errors.contains("Line 13, column 8"), errors);
  }

  @Test
  void failedEvaluationHasABehaviour() throws Exception {
    TlcResult result = models.run("Count", "INIT Init NEXT Behead");
    assertEquals(TlcOutcome.ERROR, result.outcome());
    assertEquals("could not be checked", result.summary());
    assertTrue(result.errors().get(0).startsWith("Attempted to apply Head to the empty sequence."));
    assertEquals(3, result.counterexample().orElseThrow().length());
  }

  @Test
  void violatedAssertion() throws Exception {
    TlcResult result = models.run("Count", "INIT Init NEXT Check");
    assertEquals(TlcOutcome.ASSERTION_VIOLATED, result.outcome());
    assertEquals("violates an assertion", result.summary());
    assertTrue(result.errors().get(0).contains("\"two  is too much\""), result.errors()::toString);
  }

  @Test
  void violatedAssumption() throws Exception {
    models.module("---- MODULE Wrong ----\nEXTENDS Naturals\nASSUME 1 = 2\n====");
    TlcResult result = models.run("Wrong", "");
    assertEquals(TlcOutcome.ASSUMPTION_VIOLATED, result.outcome());
    assertEquals("violates an assumption", result.summary());
  }

  @Test
  void configurationWithAnError() throws Exception {
    TlcResult result = models.run("Count", "INIT Init NEXT");
    assertEquals(TlcOutcome.ERROR, result.outcome());
    assertTrue(result.errors().toString().contains("The keyword NEXT was not followed by an identifier"),
        result.errors()::toString);
  }

  @Test
  void moduleThatCannotBeParsed() throws Exception {
    models.module("---- MODULE Broken ----\nInit == /\\ \n====");
    TlcResult result = models.run("Broken", "INIT Init NEXT Init");
    assertEquals(TlcOutcome.ERROR, result.outcome());
    assertTrue(result.errors().get(0).contains("Parse Error"), result.errors()::toString);
  }

  @Test
  void whatAModelPrintsIsNoError() throws Exception {
    TlcResult result = models.run("Count", "INIT Init NEXT Talk CHECK_DEADLOCK FALSE");
    assertAll(
        () -> assertEquals(TlcOutcome.OK, result.outcome()),
        () -> assertEquals(List.of(), result.errors()),
        () -> assertEquals(Map.of("Talk", 4L), result.steps()));
  }

  @Test
  void bannerOfTheJvmIsNoError() throws Exception {
    TlcResult result = models.tlc("Count", "SPECIFICATION Spec CHECK_DEADLOCK FALSE")
        .environment("JAVA_TOOL_OPTIONS", "-Dany=thing").run();
    assertEquals(TlcOutcome.OK, result.outcome());
    assertEquals(List.of(), result.errors());
  }

  @Test
  void staleTranslationOfPlusCalIsAWarning() throws Exception {
    models.module("""
        ---- MODULE Stale ----
        EXTENDS Naturals
        (* --algorithm Stale
        variables x = 0;
        begin
          A: x := 1;
        end algorithm; *)
        \\* BEGIN TRANSLATION (chksum(pcal) = "aaaaaaaa" /\\ chksum(tla) = "bbbbbbbb")
        VARIABLE x
        Init == x = 0
        Next == x < 3 /\\ x' = x + 1
        \\* END TRANSLATION
        ====
        """);
    TlcResult result = models.run("Stale", "INIT Init NEXT Next CHECK_DEADLOCK FALSE");
    assertEquals(List.of(), result.errors());
    assertEquals(TlcOutcome.OK, result.outcome());
    assertEquals(List.of(Warning.STALE_TRANSLATION), result.warnings().stream().map(Warning::code).toList());
  }

  @Test
  void simulationHasNoFigureOfDistinctStates() throws Exception {
    TlcResult result = models.tlc("Count", "SPECIFICATION Spec CHECK_DEADLOCK FALSE")
        .options("-simulate", "num=3").run();
    assertEquals(TlcOutcome.OK, result.outcome(), result.errors()::toString);
    assertEquals(OptionalLong.empty(), result.distinctStates());
    assertEquals(OptionalInt.empty(), result.depth());
    assertTrue(result.generatedStates().orElseThrow() > 0);
  }

  @Test
  void violationInASimulation() throws Exception {
    TlcResult result = models.tlc("Count", "SPECIFICATION Spec INVARIANT NotThree").options("-simulate", "num=3").run();
    assertEquals("violates NotThree", result.summary());
    assertEquals(4, result.counterexample().orElseThrow().length());
  }

  @Test
  void depthFirstSearchHasNoDepth() throws Exception {
    TlcResult result = models.tlc("Count", "SPECIFICATION Spec CHECK_DEADLOCK FALSE").options("-dfid", "9").run();
    assertEquals(TlcOutcome.OK, result.outcome(), result.errors()::toString);
    assertEquals(OptionalLong.of(5), result.distinctStates());
    assertEquals(OptionalInt.empty(), result.depth());
  }

  @Test
  void violationInADepthFirstSearch() throws Exception {
    TlcResult result = models.tlc("Count", "SPECIFICATION Spec INVARIANT NotThree").options("-dfid", "9").run();
    assertEquals("violates NotThree", result.summary());
    assertEquals(Map.of("x", "3"), result.counterexample().orElseThrow().states().get(3).variables());
  }

  @Test
  void optionsThatHideTheVerdictAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> models.tlc("Count", "").options("-nowarning"));
  }

  /** TLC says that all is well with no state at all; the figures show it. */
  @Test
  void noInitialState() throws Exception {
    TlcResult result = models.run("Count", "INIT NoState NEXT Next");
    assertEquals(OptionalLong.of(0), result.distinctStates());
  }

  @Test
  void stoppedBySomeoneElseIsNotOk() throws Exception {
    TlcResult result = models.tlc("Count", "SPECIFICATION Spec CHECK_DEADLOCK FALSE")
        .jvmOptions("-Xmx1m").run();
    assertEquals(TlcOutcome.ERROR, result.outcome());
    assertTrue(result.errors().get(0).contains("exit code"), result.errors()::toString);
  }
}
