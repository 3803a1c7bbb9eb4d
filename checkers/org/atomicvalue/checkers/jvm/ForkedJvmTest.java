package org.atomicvalue.checkers.jvm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.atomicvalue.checkers.evidence.Link;
import org.atomicvalue.checkers.evidence.OfLink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OfLink(Link.ARTIFACTS)
class ForkedJvmTest {

  @TempDir Path folder;

  /** Prints, and ends as it is told to: by an exit code, or not at all. */
  static final class Program {
    public static void main(String[] args) throws InterruptedException {
      System.out.println(System.getProperty("said") + " " + args[0]);
      if (args[0].equals("sleep")) {
        Thread.sleep(Long.MAX_VALUE);
      }
      System.exit(Integer.parseInt(args[0]));
    }
  }

  @Test
  void tellsHowItEndedAndWhatItPrinted() throws Exception {
    Command.Result result = new ForkedJvm(Program.class).options("-Dsaid=hello").run(log(), 60, List.of("3"));
    assertTrue(result.ended());
    assertEquals(3, result.exitCode());
    assertEquals("hello 3", result.output().strip());
  }

  @Test
  void stopsWhatDoesNotEnd() throws Exception {
    Command.Result result = new ForkedJvm(Program.class).run(log(), 3, List.of("sleep"));
    assertFalse(result.ended());
  }

  private Path log() {
    return folder.resolve("output.txt");
  }
}
