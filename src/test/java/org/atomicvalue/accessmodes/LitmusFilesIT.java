package org.atomicvalue.accessmodes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.atomicvalue.checkers.litmus.Litmus;
import org.atomicvalue.checkers.litmus.LitmusCommand;
import org.atomicvalue.checkers.litmus.LitmusModel;
import org.atomicvalue.checkers.litmus.LitmusParser;
import org.atomicvalue.checkers.litmus.Outcomes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@link LitmusFiles} prints of the files that it is given, and of those that it cannot run. */
class LitmusFilesIT {

  @Test
  void commandPrintsVerdictsAndRefusals(@TempDir Path folder) throws Exception {
    Files.copy(LitmusRun.LITMUS.resolve("classic").resolve("LB+plain-plain+plain-plain.litmus"),
        folder.resolve("lb.litmus"));
    Files.writeString(folder.resolve("other.litmus"), "AArch64 MP\n{ }\n P0 | P1 ;\n");
    Files.writeString(folder.resolve("overflow.litmus"),
        "Java overflow\n{ x = 2147483647; 0:X=x; }\nThread0 { X.getAndAdd(1); }\nexists (x=0)\n");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream errors = new ByteArrayOutputStream();
    int status = new LitmusCommand(
        LitmusFiles.model(folder.resolve("tlc")), LitmusFiles::reason, new PrintStream(out), new PrintStream(errors))
        .run(folder);
    assertEquals(1, status);
    List<String> printed = out.toString(StandardCharsets.UTF_8).lines().toList();
    assertTrue(printed.contains("LB+plain-plain+plain-plain Sometimes"), printed::toString);
    assertTrue(
        printed.contains("LB+plain-plain+plain-plain Never by the machine: load buffering: the machine reads only "
            + "what has been written"),
        printed::toString);
    assertTrue(printed.contains("0:r1=1; 1:r2=1;  *  by the axioms only"), printed::toString);
    List<String> refused = errors.toString(StandardCharsets.UTF_8).lines().toList();
    assertEquals(folder.resolve("other.litmus") + ":1:1: met a test in \"AArch64\"; would understand one in \"Java\"",
        refused.get(0));
    assertEquals("overflow: not evaluated: Overflow when computing 2147483647+1", refused.get(1));
    assertEquals(2, refused.size(), refused::toString);
  }

  /** TLC once ran out of stack at some 400. */
  @Test
  void aTestMayHaveManyOutcomes() throws Exception {
    Litmus test = LitmusParser.parse("many.litmus", """
        Java many
        { x = 0; 0:X=x; 1:X=x; }
        Thread0 { X.set(1); X.set(2); X.set(3); }
        Thread1 { int a = X.get(); int b = X.get(); int c = X.get(); int d = X.get(); int e = X.get(); }
        exists (1:a=0 /\\ 1:b=0 /\\ 1:c=0 /\\ 1:d=0 /\\ 1:e=0)
        """);
    LitmusModel axioms = LitmusFiles.model(Path.of("target", "litmus", "many")).with("axioms");
    LitmusModel.Answer answer = axioms.ask(List.of(test)).get(0);
    assertEquals(4 * 4 * 4 * 4 * 4, ((LitmusModel.Answer.Found) answer).outcomes().byAxioms().size(),
        "plain reads may find anything in any order");
  }

  /** Each difference has its reason, whatever the program: nothing is left to a list of names. */
  @Test
  void reasonsAreDerived(@TempDir Path folder) throws Exception {
    List<Litmus> tests = List.of(
        LitmusParser.parse("passages.litmus", """
            Java passages
            { a = 0; x = 0; z = 0; 0:A=a; 0:X=x; 0:Z=z; 1:A=a; 1:X=x; 1:Z=z; }
            Thread0 { A.setVolatile(1); X.setVolatile(1); Z.set(1); }
            Thread1 { int r1 = Z.get(); X.setVolatile(2); int r2 = A.getVolatile(); }
            exists (1:r1=1 /\\ 1:r2=0 /\\ x=1)
            """),
        LitmusParser.parse("branches.litmus", """
            Java branches
            { x = 0; y = 0; 0:X=x; 0:Y=y; 1:X=x; 1:Y=y; }
            Thread0 { int r1 = X.getOpaque(); if (r1 == 1) { Y.setOpaque(1); } else { Y.set(1); } }
            Thread1 { int r2 = Y.getOpaque(); X.setOpaque(1); }
            exists (0:r1=1 /\\ 1:r2=1)
            """));
    List<LitmusModel.Answer> answers = LitmusFiles.model(folder).ask(tests);
    List<String> reasons = new ArrayList<>();
    for (int i = 0; i < tests.size(); i++) {
      Outcomes outcomes = ((LitmusModel.Answer.Found) answers.get(i)).outcomes();
      reasons.add(outcomes.agree() ? "none needed" : LitmusFiles.reason(tests.get(i), outcomes));
    }
    assertEquals(List.of(
        "order of passages: in the machine, volatile accesses pass their order as they are made", "none needed"),
        reasons);
  }
}
