package org.atomicvalue.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.atomicvalue.checkers.evidence.Link;
import org.junit.jupiter.api.Test;

/** The documents point to what exists: files that they link to, tests that their commands name. */
class DocumentsTest {

  private static final List<Path> ROOTS =
      Stream.of("src/test/java", "checkers", "lincheck", "stress", "bench").map(Path::of).toList();
  private static final Pattern LINK = Pattern.compile("]\\(([^)#\\s]+)(?:#[^)]*)?\\)");
  private static final Pattern TESTS = Pattern.compile("-D(?:it\\.)?test='?([\\w*,#]+)");
  /** Of the table of links: a link, its claim and reach, what ran, time. */
  private static final Pattern ROW = Pattern.compile("^\\| \\[(.*?)]\\(\\S*?\\) \\|(.*?\\|.*?)\\|.*\\|.* s \\|$");
  private static final Pattern PROGRAM = Pattern.compile("exec:exec@([\\w-]+)");
  /** A name in the table of the files that the build writes, without the options that follow it. */
  private static final Pattern NAME = Pattern.compile("`([\\w/]+(?:-(?!P)[\\w/]+)*)[^`]*`");
  /** Stands for a name in a command that is to be filled in. */
  private static final String PLACEHOLDER = "NAME";

  @Test
  void linksLeadSomewhere() throws IOException {
    List<String> broken = new ArrayList<>();
    for (Path document : documents()) {
      for (MatchResult link : LINK.matcher(Files.readString(document)).results().toList()) {
        String target = link.group(1);
        if (!target.contains("://") && Files.notExists(document.resolveSibling(target))) {
          broken.add(document + ": " + target);
        }
      }
    }
    assertEquals(List.of(), broken, "links to files that do not exist");
  }

  /** Its figures are those of one build; what it says of each link is what every build prints. */
  @Test
  void readmeHasTheTableOfVerify() throws IOException {
    List<String> claims = Files.readAllLines(Path.of("README.md")).stream()
        .map(ROW::matcher).filter(Matcher::find).map(row -> row.group(1) + "|" + row.group(2)).toList();
    assertEquals(
        Arrays.stream(Link.values()).map(link -> link.title() + "| " + link.claim() + " | " + link.reach() + " ")
            .toList(),
        claims);
  }

  @Test
  void commandsNameTestsThatExist() throws IOException {
    Set<String> tests = tests();
    List<String> unknown = new ArrayList<>();
    for (Path document : documents()) {
      TESTS.matcher(Files.readString(document)).results()
          .flatMap(command -> Arrays.stream(command.group(1).split(",")))
          .map(test -> test.replaceFirst("#.*", ""))
          .filter(test -> !test.equals(PLACEHOLDER))
          .filter(test -> tests.stream().noneMatch(name -> name.matches(test.replace("*", ".*"))))
          .forEach(test -> unknown.add(document + ": " + test));
    }
    assertEquals(List.of(), unknown, "tests that do not exist");
  }

  @Test
  void commandsNameProgramsThatExist() throws IOException {
    String build = Files.readString(Path.of("pom.xml"));
    List<String> unknown = new ArrayList<>();
    for (Path document : documents()) {
      PROGRAM.matcher(Files.readString(document)).results()
          .map(command -> command.group(1))
          .filter(program -> !program.equals(PLACEHOLDER) && !build.contains("<id>" + program + "</id>"))
          .forEach(program -> unknown.add(document + ": " + program));
    }
    assertEquals(List.of(), unknown, "exec:exec@ of what pom.xml does not have");
  }

  /** The table of what renews which file, and of what notices that it is stale. */
  @Test
  void renewingCommandsAndTheirTestsExist() throws IOException {
    String pom = Files.readString(Path.of("pom.xml"));
    List<String[]> rows = Files.readString(Path.of("CONTRIBUTING.md")).lines()
        .dropWhile(line -> !line.startsWith("| file | renewed by |"))
        .skip(2)
        .takeWhile(line -> line.startsWith("|"))
        .map(line -> line.split(" *\\| *"))
        .toList();
    assertFalse(rows.isEmpty(), "CONTRIBUTING.md has no table of the files that are renewed");
    Set<String> tests = tests();
    List<String> unknown = new ArrayList<>();
    for (String[] row : rows) {
      NAME.matcher(row[2]).results().map(name -> name.group(1))
          .filter(name -> !pom.contains("<id>" + name + "</id>") && Files.notExists(Path.of(name)))
          .forEach(unknown::add);
      NAME.matcher(row[3]).results().map(name -> name.group(1))
          .filter(name -> !tests.contains(name))
          .forEach(unknown::add);
    }
    assertEquals(List.of(), unknown, "commands and tests in the table of CONTRIBUTING.md that do not exist");
  }

  private static Set<String> tests() throws IOException {
    List<Path> files = new ArrayList<>();
    for (Path root : ROOTS) {
      try (Stream<Path> paths = Files.walk(root)) {
        files.addAll(paths.toList());
      }
    }
    return files.stream()
        .map(file -> file.getFileName().toString())
        .filter(name -> name.endsWith("Test.java") || name.endsWith("IT.java"))
        .map(name -> name.replace(".java", ""))
        .collect(Collectors.toSet());
  }

  private static List<Path> documents() throws IOException {
    List<Path> documents = new ArrayList<>();
    for (Path folder : List.of(Path.of("."), Path.of("docs"), Path.of("docs", "explorer"), Path.of("spec"))) {
      try (Stream<Path> files = Files.list(folder)) {
        files.filter(file -> file.toString().endsWith(".md")).forEach(documents::add);
      }
    }
    assertFalse(documents.isEmpty(), "no documents");
    return documents;
  }
}
