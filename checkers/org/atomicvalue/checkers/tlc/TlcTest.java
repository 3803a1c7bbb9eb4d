package org.atomicvalue.checkers.tlc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.atomicvalue.checkers.evidence.Link;
import org.atomicvalue.checkers.evidence.OfLink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The runner tells every way in which a run of TLC can end from every other, and reads the counter-example. */
@OfLink(Link.SPECIFICATION)
class TlcTest {

  /** A clock that counts to a limit; each test says what it wants of it. */
  private static final String CLOCK =
      """
      ---- MODULE Clock ----
      EXTENDS Naturals
      VARIABLES hour, note
      vars == <<hour, note>>
      Init == hour = 0 /\\ note = [text |-> "a note long enough that TLC breaks the line", more |-> <<1, 2, 3, 4, 5>>]
      Tick == hour < 3 /\\ hour' = hour + 1 /\\ UNCHANGED note
      Reset == hour = 3 /\\ hour' = 1 /\\ UNCHANGED note
      Strike == hour = 12 /\\ UNCHANGED vars
      Next == Tick \\/ Reset \\/ Strike
      NextWithoutReset == Tick
      Spec == Init /\\ [][Next]_vars /\\ WF_vars(Next)
      Late == hour < 2
      Never == hour > 0
      OnlyForward ==
        [][hour' > hour]_vars
      Midnight == <>(hour = 12)
      ====
      """;

  @TempDir Path folder;

  @Test
  void modelThatHolds() throws Exception {
    TlcResult result = run("SPECIFICATION Spec");
    assertEquals(TlcOutcome.OK, result.outcome());
    assertEquals("ok", result.summary());
    assertEquals(Optional.empty(), result.counterexample());
    assertEquals(OptionalLong.of(4), result.distinctStates());
    assertEquals(OptionalLong.of(5), result.generatedStates());
    assertEquals(OptionalInt.of(4), result.depth());
    assertEquals(Map.of("Tick", 3L, "Reset", 1L, "Strike", 0L), result.steps());
    assertEquals(List.of("Strike"), result.actionsThatNeverFired());
    assertTrue(Files.readString(result.log()).contains("No error has been found"));
  }

  /** What was not counted is not "none". */
  @Test
  void withoutCoverageNothingIsSaidOfActions() throws Exception {
    Path module = Files.writeString(folder.resolve("Clock.tla"), CLOCK);
    Path config = Files.writeString(folder.resolve("Clock.cfg"), "SPECIFICATION Spec");
    TlcResult result = new Tlc(module, config).folder(folder).withoutCoverage().run();
    assertEquals(TlcOutcome.OK, result.outcome());
    assertEquals(OptionalLong.of(4), result.distinctStates());
    assertEquals(List.of(), result.actions());
    assertThrows(IllegalStateException.class, result::actionsThatNeverFired);
    assertThrows(IllegalStateException.class, result::steps);
  }

  @Test
  void violatedInvariant() throws Exception {
    TlcResult result = run("SPECIFICATION Spec INVARIANT Late");
    assertEquals(TlcOutcome.SAFETY_VIOLATED, result.outcome());
    assertEquals("violates Late", result.summary());
    Counterexample behaviour = result.counterexample().orElseThrow();
    assertEquals(3, behaviour.length());
    assertEquals("Initial predicate", behaviour.states().get(0).action());
    assertEquals("Tick", behaviour.states().get(1).action());
    assertEquals("Clock", behaviour.states().get(1).module());
    assertEquals(
        "[text |-> \"a note long enough that TLC breaks the line\", more |-> <<1, 2, 3, 4, 5>>]",
        behaviour.states().get(2).variables().get("note"));
    assertEquals(Map.of("hour", "2"), behaviour.states().get(2).changesFrom(behaviour.states().get(1)));
  }

  /** What is inside a string stays as it is. */
  @Test
  void stringsInValues() throws Exception {
    write("Strings.tla",
        """
        ---- MODULE Strings ----
        EXTENDS Naturals
        VARIABLES text, n
        Init == /\\ n = 0
                /\\ text = [a |-> "a  b", f |-> "f( x )", q |-> "q \\" >>  \\\\", long |-> {"0123456789012345678901234567890123",
                                "  9876543210987654321098765432109876543210  ", "<<  >>"}]
        Next == n < 2 /\\ n' = n + 1 /\\ UNCHANGED text
        Inv == n < 1
        ====
        """);
    write("Strings.cfg", "INIT Init NEXT Next INVARIANT Inv");
    TlcResult result =
        new Tlc(folder.resolve("Strings.tla"), folder.resolve("Strings.cfg")).folder(folder).small().run();
    String value = result.counterexample().orElseThrow().states().get(0).variables().get("text");
    for (String part : List.of("\"a  b\"", "\"f( x )\"", "\"q \\\" >>  \\\\\"", "\"<<  >>\"",
        "\"  9876543210987654321098765432109876543210  \"")) {
      assertTrue(value.contains(part), () -> part + " is not in " + value);
    }
  }

  @Test
  void invariantViolatedAtFirst() throws Exception {
    TlcResult result = run("SPECIFICATION Spec INVARIANT Never");
    assertEquals("violates Never", result.summary());
    Counterexample behaviour = result.counterexample().orElseThrow();
    assertEquals(1, behaviour.length());
    assertEquals("0", behaviour.states().get(0).variables().get("hour"));
  }

  @Test
  void violatedActionProperty() throws Exception {
    TlcResult result = run("SPECIFICATION Spec PROPERTIES OnlyForward");
    assertEquals(TlcOutcome.SAFETY_VIOLATED, result.outcome());
    assertEquals(Optional.of("OnlyForward"), result.violated());
    assertEquals(5, result.counterexample().orElseThrow().length());
  }

  @Test
  void violatedRefinement() throws Exception {
    write("Clock.tla", CLOCK);
    write("MCDial.tla",
        """
        ---- MODULE MCDial ----
        EXTENDS Naturals
        VARIABLES hand, note
        Dial == INSTANCE Clock WITH hour <- hand
        Init == Dial!Init
        Next == hand' = 2 - hand /\\ UNCHANGED note
        Spec == Init /\\ [][Next]_hand
        IsClock == Dial!Spec
        ====
        """);
    write("MCDial.cfg", "SPECIFICATION Spec PROPERTIES IsClock");
    TlcResult result = new Tlc(folder.resolve("MCDial.tla"), folder.resolve("MCDial.cfg")).folder(folder).small().run();
    assertEquals("violates IsClock", result.summary(), () -> result.errors().toString());
  }

  @Test
  void violatedLiveness() throws Exception {
    TlcResult result = run("SPECIFICATION Spec PROPERTY Midnight");
    assertEquals(TlcOutcome.LIVENESS_VIOLATED, result.outcome());
    assertEquals(Optional.of("Midnight"), result.violated());
    Counterexample behaviour = result.counterexample().orElseThrow();
    assertEquals(4, behaviour.length());
    assertEquals(2, behaviour.backTo().orElseThrow());
    assertEquals("Reset", behaviour.backBy());
    assertEquals("Clock", behaviour.backByModule());
  }

  @Test
  void livenessViolatedByStuttering() throws Exception {
    TlcResult result = run("INIT Init NEXT Next PROPERTY Midnight");
    assertEquals(TlcOutcome.LIVENESS_VIOLATED, result.outcome());
    assertTrue(result.counterexample().orElseThrow().stutters());
  }

  @Test
  void deadlock() throws Exception {
    TlcResult result = run("INIT Init NEXT NextWithoutReset");
    assertEquals(TlcOutcome.DEADLOCK, result.outcome());
    assertEquals(4, result.counterexample().orElseThrow().length());
  }

  @Test
  void unreadableModel() throws Exception {
    TlcResult result = run("SPECIFICATION Missing");
    assertEquals(TlcOutcome.ERROR, result.outcome());
    assertTrue(result.errors().toString().contains("Missing"), () -> result.errors().toString());
  }

  private TlcResult run(String config) throws Exception {
    write("Clock.tla", CLOCK);
    write("Clock.cfg", config);
    return new Tlc(folder.resolve("Clock.tla"), folder.resolve("Clock.cfg")).folder(folder).small().run();
  }

  private void write(String name, String text) throws Exception {
    Files.writeString(folder.resolve(name), text);
  }
}
