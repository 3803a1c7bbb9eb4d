package org.atomicvalue.artifacts;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.atomicvalue.checkers.evidence.BehaviourEvidence;
import org.atomicvalue.checkers.evidence.Link;
import org.atomicvalue.checkers.jvm.Command;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Builds the sources once more, in another folder, at another time and in another time zone, and compares what this
 * build and that one have made, byte for byte. Both are made by the same JDK: another one may well write other bytes.
 */
class ReproducibleBuildIT {

  private static final int SECONDS = 600;
  private static final List<String> INPUTS = List.of("pom.xml", "LICENSE", "NOTICE", ".mvn", "src/main");

  @RegisterExtension static final BehaviourEvidence EVIDENCE = new BehaviourEvidence(Link.ARTIFACTS);

  @TempDir static Path elsewhere;

  @BeforeAll
  static void buildElsewhere() throws IOException, InterruptedException {
    for (String input : INPUTS) {
      copy(Path.of(input));
    }
    Path log = Path.of("target", "reproducible-build.log");
    Command.Result build = Maven.in(elsewhere, System.getProperty("maven.repo.local"), "-Dmaven.test.skip",
        "-Dspotless.check.skip", "package")
        .environment("MAVEN_OPTS", "-Duser.timezone=Pacific/Kiritimati")
        .run(log, SECONDS);
    assertTrue(build.ended(), () -> "the build in another folder does not end; see " + log);
    assertEquals(0, build.exitCode(), () -> "the build in another folder fails; see " + log);
  }

  @ParameterizedTest
  @EnumSource
  void jarIsTheSame(Artifact jar) throws IOException {
    if (!Arrays.equals(Files.readAllBytes(jar.file()), Files.readAllBytes(jar.in(elsewhere)))) {
      Map<String, byte[]> here = Artifact.content(jar.file());
      Map<String, byte[]> there = Artifact.content(jar.in(elsewhere));
      Set<String> differing = new TreeSet<>(here.keySet());
      differing.addAll(there.keySet());
      differing.removeIf(name -> Arrays.equals(here.get(name), there.get(name)));
      throw new AssertionError(jar.file() + " is not reproducible: a second build of the same sources differs in "
          + (differing.isEmpty() ? "the order of its entries or their times" : differing)
          + ". If only a file that no longer exists differs, run mvn clean verify.");
    }
  }

  @Test
  void billOfMaterialsIsTheSame() throws IOException {
    Path bom = Artifact.billOfMaterials();
    assertArrayEquals(Files.readAllBytes(bom), Files.readAllBytes(elsewhere.resolve(bom)), bom.toString());
  }

  private static void copy(Path input) throws IOException {
    if (Files.notExists(input)) {
      return;
    }
    try (Stream<Path> files = Files.walk(input)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = elsewhere.resolve(file);
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
  }
}
