package org.atomicvalue.hardware;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.atomicvalue.checkers.litmus.StressedProgram;

/**
 * A run of {@link GeneratedPrograms}, as it is kept in {@code docs/memory-models}.
 *
 * @param machine where it ran
 * @param java the version of the JDK
 * @param command what repeats it
 * @param date when it ended
 * @param seconds how long it took
 * @param programs what was allowed and what was seen
 */
record GeneratedRun(
    String machine, String java, String command, String date, long seconds, List<StressedProgram> programs) {

  private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  static GeneratedRun read(Path file) throws IOException {
    return JSON.readValue(file.toFile(), GeneratedRun.class);
  }

  void write(Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    JSON.writeValue(file.toFile(), this);
  }

  /** The feature release of the JDK, such as 17. */
  int release() {
    return Runtime.Version.parse(java).feature();
  }
}
