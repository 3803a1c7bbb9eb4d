package org.atomicvalue.checkers.tlc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Actions are what TLC counts, by name and place. */
class ActionsTest {

  private static final String STEPS =
      """
      ---- MODULE Steps ----
      EXTENDS Naturals
      CONSTANT Width
      VARIABLE y
      Step == y < 3 /\\ y' = y + Width
      Rest == y > 9 /\\ UNCHANGED y
      ====
      """;

  private static final String WALK =
      """
      ---- MODULE Walk ----
      EXTENDS Naturals
      VARIABLE y
      A == INSTANCE Steps WITH Width <- 1
      B == INSTANCE Steps WITH Width <- 2
      N(i) == INSTANCE Steps WITH Width <- i
      Init == y = 0
      OfInstances == A!Step \\/ B!Step
      OfParameters == \\E i \\in 1..2 : N(i)!Step
      Unnamed ==
        \\/ y < 3 /\\ y' = y + 1
        \\/ y = 7 /\\ y' = 8
        \\/ A!Rest
      Small == y < 2
      ====
      """;

  @TempDir Path folder;

  private SmallModels models;

  @BeforeEach
  void write() throws Exception {
    models = new SmallModels(folder);
    models.module(STEPS);
    models.module(WALK);
  }

  @Test
  void actionsOfInstances() throws Exception {
    TlcResult result = models.run("Walk", "INIT Init NEXT OfInstances CHECK_DEADLOCK FALSE");
    assertEquals(Map.of("A!Step", 3L, "B!Step", 3L), result.steps());
  }

  @Test
  void actionsOfAnInstanceWithAParameter() throws Exception {
    TlcResult result = models.run("Walk", "INIT Init NEXT OfParameters CHECK_DEADLOCK FALSE");
    assertEquals(Map.of("N!Step", 6L), result.steps());
  }

  @Test
  void actionsOfInstancesInACounterexample() throws Exception {
    TlcResult result = models.run("Walk", "INIT Init NEXT OfInstances INVARIANT Small");
    assertEquals(List.of("Initial predicate", "B!Step"),
        result.counterexample().orElseThrow().states().stream().map(Counterexample.State::action).toList());
  }

  @Test
  void disjunctsWithoutANameAreToldApart() throws Exception {
    TlcResult result = models.run("Walk", "INIT Init NEXT Unnamed CHECK_DEADLOCK FALSE");
    assertEquals(Map.of("A!Rest", 0L, "Unnamed at line 11, column 6 of Walk", 3L,
        "Unnamed at line 12, column 6 of Walk", 0L), result.steps());
    assertEquals(List.of("A!Rest", "Unnamed at line 12, column 6 of Walk"), result.actionsThatNeverFired());
  }

  /** TLC counts the steps again that it takes to rebuild the counter-example. */
  @Test
  void countsOfAViolatedRunAreAbsent() throws Exception {
    TlcResult result = models.run("Walk", "INIT Init NEXT Unnamed INVARIANT Small");
    assertEquals("violates Small", result.summary());
    assertEquals(List.of(OptionalLong.of(0), OptionalLong.empty(), OptionalLong.of(0)),
        result.actions().stream().map(Action::steps).toList());
  }
}
