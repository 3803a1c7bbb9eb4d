package org.atomicvalue.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The project that {@code docs/tlc-in-ci.md} shows. */
final class TlcInCiPage {

  static final Path PAGE = Path.of("docs", "tlc-in-ci.md");

  /** A paragraph that begins with the name of a file, and the block after it with its content. */
  private static final Pattern FILE =
      Pattern.compile("(?s)(?<=\\n\\n)`([\\w./]+)`:(?:(?!\\n\\n).)*\\n\\n```\\w+\\n(.*?)```(?=\\n)");

  private TlcInCiPage() {}

  /** Writes the files that the page shows. */
  static Path writeProject(Path project) throws IOException {
    List<MatchResult> files = FILE.matcher(Files.readString(PAGE)).results().toList();
    assertEquals(6, files.size(), () -> "files in " + PAGE + ": " + files.stream().map(file -> file.group(1)).toList());
    for (MatchResult file : files) {
      Path path = project.resolve(file.group(1));
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.group(2));
    }
    return project;
  }

  /** Breaks the specification as the page says. */
  static void breakSpecification(Path project) throws IOException {
    Path module = project.resolve("spec/Counter.tla");
    String sound = Files.readString(module);
    String broken = sound.replace("  /\\ lock = {}\n  /\\ ReadAnyway(p)", "  /\\ ReadAnyway(p)");
    assertNotEquals(sound, broken, "the specification to break has changed");
    Files.writeString(module, broken);
  }
}
