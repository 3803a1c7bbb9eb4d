package org.atomicvalue.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.atomicvalue.checkers.tlc.Tlc;
import org.atomicvalue.checkers.tlc.TlcResult;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The models of {@code docs/tlc-in-ci.md} are as the page expects them. Its project as a whole is run by {@link
 * TlcInCiIT}.
 */
class TlcInCiTest {

  @TempDir Path folder;

  private Path project;

  @BeforeEach
  void takeTheProjectFromThePage() throws IOException {
    project = TlcInCiPage.writeProject(folder.resolve("project"));
  }

  private TlcResult run(String model) throws Exception {
    Path spec = project.resolve("spec");
    return new Tlc(spec.resolve("Counter.tla"), spec.resolve(model + ".cfg")).folder(folder).small().run();
  }

  @Test
  void modelsAreAsThePageExpects() throws Exception {
    JsonNode expectations = new ObjectMapper().readTree(project.resolve("spec/expected.json").toFile());
    assertEquals(2, expectations.size());
    for (JsonNode expected : expectations) {
      TlcResult result = run(expected.path("model").asText());
      assertEquals(expected.path("result").asText(), result.summary());
      assertEquals(OptionalLong.of(expected.path("distinctStates").asLong()), result.distinctStates());
      assertEquals(OptionalInt.of(expected.path("depth").asInt()), result.depth());
    }
  }

  @Test
  void brokenSpecificationIsNoticed() throws Exception {
    TlcInCiPage.breakSpecification(project);
    assertEquals("violates OneAtATime", run("Counter").summary());
    assertTrue(Files.readString(TlcInCiPage.PAGE).contains("expected ok, but TLC found violates OneAtATime"));
  }
}
