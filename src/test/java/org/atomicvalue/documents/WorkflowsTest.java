package org.atomicvalue.documents;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The workflows can be read, may do no more than they need, and use GitHub's own actions alone. Whether they run is
 * known only where they run.
 */
class WorkflowsTest {

  private static final Path FOLDER = Path.of(".github", "workflows");

  @TestFactory
  List<DynamicTest> workflows() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      List<Path> workflows = files.sorted().toList();
      assertFalse(workflows.isEmpty(), "no workflow in " + FOLDER);
      return workflows.stream()
          .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> check(file)))
          .toList();
    }
  }

  private static void check(Path file) throws IOException {
    JsonNode workflow = new YAMLMapper().readTree(file.toFile());
    assertEquals("{\"contents\":\"read\"}", workflow.path("permissions").toString(), "permissions of all jobs");
    assertFalse(workflow.path("jobs").isEmpty(), "jobs");
    for (JsonNode job : workflow.path("jobs")) {
      assertTrue(job.path("timeout-minutes").isInt(), "a job must end");
      List<String> commands = job.path("steps").findValuesAsText("run");
      assertAll(
          () -> assertTrue(commands.stream().anyMatch(run -> run.startsWith("mvn -B -ntp ")),
              () -> "no Maven: " + commands),
          () -> assertTrue(job.path("steps").toString().contains("\"if\":\"always()\""),
              "results are kept on failure too"));
      for (String action : job.path("steps").findValuesAsText("uses")) {
        assertTrue(action.matches("actions/[\\w-]+@v\\d+"),
            () -> action + " is not an action of GitHub's by major version");
      }
    }
  }
}
