package org.atomicvalue.checkers.litmus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.atomicvalue.checkers.evidence.Link;
import org.atomicvalue.checkers.evidence.OfLink;
import org.atomicvalue.checkers.litmus.Litmus.Quantifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is understood of a litmus test, and what is refused, where, and in which words. */
@OfLink(Link.ACCESS_MODES)
class LitmusParserTest {

  private static final String INIT = "{ x = 0; y = 0; 0:X=x; 0:Y=y; 1:X=x; 1:Y=y; }\n";

  private static Litmus parse(String text) throws NotUnderstood {
    return LitmusParser.parse("t.litmus", text);
  }

  private static Litmus body(String code) throws NotUnderstood {
    return parse("Java t\n" + INIT + "Thread0 { " + code + " }\nexists (x=1)\n");
  }

  private static String refusal(String text) {
    return assertThrows(NotUnderstood.class, () -> parse(text)).getMessage();
  }

  private static String refusalOfBody(String code) {
    return assertThrows(NotUnderstood.class, () -> body(code)).getMessage();
  }

  @Test
  void wholeTest() throws NotUnderstood {
    Litmus test = parse("""
        Java MP+release+acquire
        "a comment, and lines of metadata"
        Orig=PodWW Rfe PodRR Fre

        (* a comment (* in a comment *) *)
        { x = -3; [y] = 0x10; int z; 0:X=x; 0:Y=y;
          1:X=x; 1:Y=y; 1:r7=5; // and of another kind
        }
        Thread0 { X.set(1); Y.setRelease(1); }
        Thread1 { int r1 = Y.getAcquire(); int r2 = X.get(); }
        locations [x; 1:r7;]
        filter (1:r1=1)
        ~exists (1:r1=1 /\\ 1:r2=0)
        """);
    assertEquals("MP+release+acquire", test.name());
    assertEquals(Map.of("x", -3, "y", 16, "z", 0), test.memory());
    assertEquals(2, test.threads().size());
    assertEquals(Quantifier.NOT_EXISTS, test.quantifier());
    assertEquals("[1:r1, 1:r2, 1:r7, [x]]", test.observed().toString());
    assertEquals(List.of(), test.notes());
  }

  @Test
  void everyAccessInEveryMode() throws NotUnderstood {
    assertEquals(31, Access.values().size(), "the access methods of java.lang.invoke.VarHandle");
    for (Access access : Access.values()) {
      String arguments = "1, 2".substring(0, Math.max(0, 3 * access.kind().parameters() - 2));
      boolean write = access.kind() == Access.Kind.SET;
      String program = TlaProgram.of(
          body((write ? "" : "int r = ") + "X." + access.method() + "(" + arguments + ");"));
      assertTrue(program.contains("\"x\"") && program.contains('"' + access.mode().word() + '"'), program);
    }
  }

  @Test
  void accessMethodsAreThoseOfTheJdk() {
    TreeSet<String> methods = new TreeSet<>();
    for (var mode : java.lang.invoke.VarHandle.AccessMode.values()) {
      methods.add(mode.methodName());
    }
    TreeSet<String> understood = new TreeSet<>();
    Access.values().forEach(access -> understood.add(access.method()));
    assertEquals(methods, understood);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "fullFence();                   | FENCE(\"full\")",
    "VarHandle.acquireFence();      | FENCE(\"acquire\")",
    "releaseFence();                | FENCE(\"release\")",
    "VarHandle.loadLoadFence();     | FENCE(\"loadLoad\")",
    "VarHandle.storeStoreFence();   | FENCE(\"storeStore\")",
    "X.setOpaque(1 + 2 * 3);        | WRITE(\"x\", OP(\"+\", INT(1), OP(\"*\", INT(2), INT(3))), \"opaque\")",
    "int r; r = (int) X.get();      | ASSIGN(\"r\", INT(0)), READ(\"r\", \"x\", \"plain\")",
    "int a = 1, b = a > 0;          | ASSIGN(\"b\", OP(\"<\", INT(0), REG(\"a\")))",
    "int a = X.get() + Y.get();     | READ(\"#1\", \"x\", \"plain\"), READ(\"#2\", \"y\", \"plain\"), ASSIGN(\"a\", "
        + "OP(\"+\", REG(\"#1\"), REG(\"#2\")))",
    "X.getAndAdd(-1);               | UPDATE(\"#1\", \"x\", \"add\", INT((-1)), \"volatile\")",
    "X.compareAndExchangeAcquire(Y.get(), 1); | READ(\"#2\", \"y\", \"plain\"), COMPARE(\"#1\", \"x\", REG(\"#2\"), "
        + "INT(1), \"acquire\", FALSE, \"witness\")",
    "boolean b = X.weakCompareAndSetPlain(0, 1); | COMPARE(\"b\", \"x\", INT(0), INT(1), \"plain\", TRUE, \"success\")",
    "if (X.get() == 1) Y.set(1); else { Y.set(2); } | READ(\"#1\", \"x\", \"plain\"), BRANCH(OP(\"=\", REG(\"#1\"), "
        + "INT(1)), <<WRITE(\"y\", INT(1), \"plain\")>>, <<WRITE(\"y\", INT(2), \"plain\")>>)",
    "int r = 0; if (!r) { { fullFence(); } }  | BRANCH(OP(\"=\", REG(\"r\"), INT(0)), <<FENCE(\"full\")>>, <<>>)",
  })
  void statements(String code, String instruction) throws NotUnderstood {
    String program = TlaProgram.of(body(code));
    assertTrue(program.contains(instruction.strip()), program);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "exists (x=1)                   | SOMETIMES",
    "exists x=1 /\\ y=1             | NEVER",
    "forall (x=1 \\/ y=1)           | SOMETIMES",
    "forall (x=1 \\/ ~(x=1))        | ALWAYS",
    "exists (not (x=2) /\\ true)    | ALWAYS",
    "~exists (x<>2)                 | ALWAYS",
    "exists (x!=2 /\\ 0:r==0)       | ALWAYS",
    "exists (x=y)                   | SOMETIMES",
    "exists (x=1 => y=1)            | SOMETIMES",
    "exists (y=1 => 0:r=0 /\\ x=1)  | SOMETIMES",
    "exists (false)                 | NEVER",
    "final (P0:r=1)                 | NEVER",
    "(x=1)                          | SOMETIMES",
    "filter x=1 forall (x=1)        | ALWAYS",
  })
  void conditions(String question, Verdict verdict) throws NotUnderstood {
    Litmus test = parse("Java t\n" + INIT + "Thread0 { int r = 0; }\nlocations [x; y; 0:r]\n"
        + question.replace("\\/", "\\/"));
    TreeSet<Outcome> outcomes = new TreeSet<>();
    for (Outcome outcome : List.of(Outcome.of("0, 0, 0"), Outcome.of("0, 1, 0"), Outcome.of("0, 0, 3"))) {
      if (Verdict.counts(test, outcome)) {
        outcomes.add(outcome);
      }
    }
    assertEquals(verdict, Verdict.of(test, outcomes), test.observed().toString());
  }

  @Test
  void aRegisterThatIsNeverAssignedIsNoted() throws NotUnderstood {
    Litmus test = parse("Java t\n" + INIT + "Thread0 { X.set(1); }\nexists (0:r9=0)\n");
    assertEquals(List.of("Thread0 never assigns r9, which is 0 therefore"), test.notes());
    assertTrue(TlaProgram.of(test).contains("ASSIGN(\"r9\", INT(0))"));
  }

  static List<List<String>> refused() {
    return List.of(
        List.of("X.setAcquire(1);",
            "t.litmus:3:13: met \"setAcquire\"; would understand an access method of VarHandle: "),
        List.of("while (1) { }", "t.litmus:3:11: met \"while\"; would understand a statement: "),
        List.of("Z.set(1);",
            "t.litmus:3:11: met \"Z\"; would understand a VarHandle of Thread0, which the block at the "
                + "beginning declares: 0:Z=x;"),
        List.of("X.set(r1);", "t.litmus:3:17: met \"r1\"; would understand a register that Thread0 assigns, of which "
            + "there is none"),
        List.of("int r = X.set(1);", "t.litmus:3:21: met \"set\"; would understand a method that returns a value"),
        List.of("X.set();", "t.litmus:3:17: met \")\"; would understand a number, a register, or an access"),
        List.of("X.set(1, 2);", "t.litmus:3:18: met \",\"; would understand \")\""),
        List.of("X.set(1)", "t.litmus:3:20: met \"}\"; would understand \";\""),
        List.of("X.set(99999999999);", "t.litmus:3:17: met \"99999999999\"; would understand a number that an int can"),
        List.of("int r = X.get() == 1 && Y.get() == 1;", "t.litmus:3:32: met an access to memory after \"&&\"; would "
            + "understand one that is always made"),
        List.of("synchronized (X) { }", "t.litmus:3:11: met \"synchronized\"; would understand a statement: "),
        List.of("x = # 1;", "t.litmus:3:15: met \"#\"; would understand names"));
  }

  @ParameterizedTest
  @MethodSource("refused")
  void refusedInThreads(List<String> codeAndMessage) {
    String message = refusalOfBody(codeAndMessage.get(0));
    assertTrue(message.startsWith(codeAndMessage.get(1)), message);
    assertEquals(1, message.lines().count(), "one line");
  }

  static List<List<String>> refusedFiles() {
    String thread = "Thread0 { X.set(1); }\n";
    return List.of(
        List.of("", "t.litmus:1:1: met an empty file; would understand \"Java\" and the name of the test"),
        List.of("AArch64 MP\n{ }\n", "t.litmus:1:1: met a test in \"AArch64\"; would understand one in \"Java\""),
        List.of("Java MP\n(* open", "t.litmus:2:1: met a comment without end"),
        List.of("Java MP\n", "t.litmus:2:1: met the end of the file; would understand "),
        List.of("Java MP\n{ x = y; }\n", "t.litmus:2:7: met \"y\"; would understand the value that the location holds"),
        List.of("Java MP\n{ 0:X=x; 0:X=y; }\n", "t.litmus:2:12: met \"X\"; would understand a VarHandle that has no"),
        List.of("Java MP\n{ x=0; x=1; }\n", "t.litmus:2:8: met \"x\"; would understand a location that has no value"),
        List.of("Java MP\n{ }\n P0 | P1 ;\n", "t.litmus:3:2: met \"P0\"; would understand \"Thread0 {\""),
        List.of("Java MP\n" + INIT + thread + "Thread2 { }\n", "t.litmus:4:1: met \"Thread2\"; would understand "
            + "\"Thread1 {\""),
        List.of("Java MP\n" + INIT + thread + "exists (z=1)\n", "t.litmus:4:9: met \"z\"; would understand a register "
            + "such as 0:r1, or a location, one of [x, y]"),
        List.of("Java MP\n" + INIT + thread + "exists (1:r=1)\n",
            "t.litmus:4:9: met \"1\"; would understand the number "
                + "of a thread, at most 0"),
        List.of("Java MP\n" + INIT + thread + "exists (x=1\n",
            "t.litmus:5:1: met the end of the file; would understand "
                + "\")\""),
        List.of("Java MP\n" + INIT + thread + "observed x=1;\n", "t.litmus:4:1: met \"observed\"; would understand "
            + "exists, ~exists, forall"),
        List.of("Java MP\n" + INIT + thread + "exists (x=1) with\n", "t.litmus:4:14: met \"with\"; would understand "));
  }

  @ParameterizedTest
  @MethodSource("refusedFiles")
  void refusedElsewhere(List<String> textAndMessage) {
    String message = refusal(textAndMessage.get(0));
    assertTrue(message.startsWith(textAndMessage.get(1)), message);
    assertEquals(1, message.lines().count(), "one line");
  }
}
