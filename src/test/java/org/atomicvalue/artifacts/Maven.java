package org.atomicvalue.artifacts;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.atomicvalue.checkers.jvm.Command;

/** Maven, to build another project with the JDK of this build. */
public final class Maven {

  private Maven() {}

  /**
   * A run of the Maven that runs this build; in an IDE, of the one that is found first.
   *
   * @param repository the local repository
   */
  public static Command in(Path project, String repository, String... arguments) {
    String home = System.getProperty("maven.home");
    List<String> words = new ArrayList<>();
    words.add(home == null ? "mvn" : Path.of(home, "bin", "mvn").toString());
    words.addAll(List.of("--batch-mode", "-Dmaven.repo.local=" + repository));
    words.addAll(List.of(arguments));
    return new Command(words).folder(project).environment("JAVA_HOME", System.getProperty("java.home"));
  }
}
