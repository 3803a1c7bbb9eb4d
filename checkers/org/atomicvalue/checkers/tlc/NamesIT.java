package org.atomicvalue.checkers.tlc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The property that is named is the violated one; where TLC does not say which it is, all that it may be are named. */
class NamesIT {

  private static final String ABSTRACT =
      """
      ---- MODULE Abstract ----
      EXTENDS Naturals
      VARIABLE y
      Init == y = 0
      Step == y' = y + 1
      Spec == Init /\\ [][Step]_y
      FairSpec == Spec /\\ WF_y(Step)
      ====
      """;

  private static final String CONCRETE =
      """
      ---- MODULE Concrete ----
      EXTENDS Naturals
      VARIABLE x
      Same == INSTANCE Abstract WITH y <- x
      Double == INSTANCE Abstract WITH y <- 2 * x
      More == INSTANCE Abstract WITH y <- x + 1
      Init == x = 0
      Up == x < 3 /\\ x' = x + 1
      Next == Up
      Spec == Init /\\ [][Next]_x /\\ WF_x(Next)
      RefinesSame == Same!Spec
      RefinesDouble == Double!Spec
      RefinesMore == More!Spec
      Reaches == <>(x = 3)
      TERMINATES == <>(x = 4)
      LIVE == <>(x = 5)
      Ups == [][x' > x]_x
      Twos == [][x' = x + 2]_x
      Both == Ups /\\ Twos
      Starts == x = 1
      StartsAndUps == x = 1 /\\ [][x' > x]_x
      Two == x < 2
      AlwaysTwo == []Two
      AlwaysSmall == [](x < 2)
      EventuallyAlways == <>[](x = 0)
      INV == x < 1
      ====
      """;

  @TempDir Path folder;

  private SmallModels models;

  @BeforeEach
  void write() throws Exception {
    models = new SmallModels(folder);
    models.module(ABSTRACT);
    models.module(CONCRETE);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '~', quoteCharacter = '\0', textBlock = """
      PROPERTIES Reaches TERMINATES                ~ violates Reaches or TERMINATES
      PROPERTIES Ups TERMINATES RefinesSame        ~ violates TERMINATES
      PROPERTY LIVE                                ~ violates LIVE
      PROPERTIES RefinesDouble                     ~ violates RefinesDouble
      PROPERTIES RefinesSame RefinesDouble         ~ violates RefinesSame or RefinesDouble
      PROPERTY Both                                ~ violates Both
      PROPERTIES Ups Both                          ~ violates Both
      PROPERTIES Both Twos                         ~ violates Twos
      PROPERTY Starts                              ~ violates Starts
      PROPERTY StartsAndUps                        ~ violates StartsAndUps
      PROPERTIES Ups StartsAndUps                  ~ violates StartsAndUps
      PROPERTY AlwaysTwo                           ~ violates AlwaysTwo
      PROPERTY AlwaysSmall                         ~ violates AlwaysSmall
      PROPERTIES AlwaysTwo Ups INVARIANT INV       ~ violates INV
      PROPERTIES Ups RefinesMore                   ~ violates RefinesMore
      PROPERTY (* LIVE, or *) Ups \\* no Twos      ~ ok
      (* INVARIANT Wrong *) PROPERTY Twos          ~ violates Twos
      PROPERTY EventuallyAlways                    ~ violates EventuallyAlways
      """)
  void name(String config, String summary) throws Exception {
    TlcResult result = models.run("Concrete", "SPECIFICATION Spec CHECK_DEADLOCK FALSE " + config);
    assertEquals(summary, result.summary(), result.errors()::toString);
  }

  @Test
  void initialPredicateOfARefinedModuleIsASafetyProperty() throws Exception {
    TlcResult result = models.run("Concrete", "SPECIFICATION Spec PROPERTIES Ups RefinesMore CHECK_DEADLOCK FALSE");
    assertEquals(TlcOutcome.SAFETY_VIOLATED, result.outcome());
    assertEquals("0", result.counterexample().orElseThrow().states().get(0).variables().get("x"));
  }

  @Test
  void doubtAboutTheNameIsSaid() throws Exception {
    TlcResult result = models.run("Concrete", "SPECIFICATION Spec PROPERTIES Reaches TERMINATES CHECK_DEADLOCK FALSE");
    assertTrue(result.violated().isEmpty());
    assertTrue(Explanation.of(result).contains("Reaches or TERMINATES: TLC does not say which"),
        () -> Explanation.of(result));
  }

  @Test
  void namesOfAConfiguration() throws Exception {
    assertEquals(List.of("INV", "A1", "LIVE", "Both"), Tlc.properties(models.config("Names",
        "CONSTANT C = \"\\* no comment\"\nINVARIANTS INV (* and\n (* deeper *) INIT *) A1 \\* last\nPROPERTIES LIVE\n Both\nNEXT N")));
  }

  /** A module that only a jar has may define anything. */
  @Test
  void modulesWithoutTextLeaveDoubt() throws Exception {
    Path jar = folder.resolve("more.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      out.putNextEntry(new ZipEntry("Elsewhere.tla"));
      out.write("""
          ---- MODULE Elsewhere ----
          EXTENDS Concrete
          Hidden == LIVE
          ====
          """.getBytes(StandardCharsets.US_ASCII));
    }
    models.module("---- MODULE Root ----\nEXTENDS Elsewhere\nIsHidden == Hidden\n====\n");
    TlcResult result =
        models.tlc("Root", "SPECIFICATION Spec PROPERTIES Ups IsHidden CHECK_DEADLOCK FALSE").jars(jar).run();
    assertEquals("violates Ups or IsHidden", result.summary(), result.errors()::toString);
  }

  @Test
  void nestedModuleAndCommentsInAnotherEncoding() throws Exception {
    models.module(
        """
        Une spécification "à moitié
        ---- MODULE Outer ----
        EXTENDS Naturals
        \\* caf\u00e9
        VARIABLE x
        ---- MODULE Inner ----
        VARIABLE y
        IInit == y = 0
        ISpec == IInit /\\ [][y' = y + 1]_y
        ====
        In == INSTANCE Inner WITH y <- x
        Init == x = 0
        Next == x < 3 /\\ x' = x + 2
        Spec == Init /\\ [][Next]_x
        IsInner == In!ISpec
        Trivial == [][TRUE]_x
        ====
        """);
    assertEquals("violates IsInner",
        models.run("Outer", "SPECIFICATION Spec PROPERTIES Trivial IsInner CHECK_DEADLOCK FALSE").summary());
  }
}
