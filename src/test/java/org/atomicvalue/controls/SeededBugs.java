package org.atomicvalue.controls;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.atomicvalue.checkers.evidence.Selection;
import org.atomicvalue.checkers.mutants.Checker;
import org.atomicvalue.checkers.mutants.JUnitChecker;
import org.atomicvalue.checkers.mutants.JcstressChecker;
import org.atomicvalue.checkers.mutants.SeededBug;
import org.atomicvalue.steps.StepsChecker;
import org.atomicvalue.steps.StepsCheckers;
import org.openjdk.jcstress.infra.runners.TestList;

/** The bugs of {@code src/test/mutants}, seeded into the code, and the checkers that their diffs name. */
public final class SeededBugs {

  static final Path FOLDER = Path.of("src", "test", "mutants");

  /** Beside litmus tests. */
  private static final Set<String> RACES = Set.of("SwapChainIT", "MemoryExhaustionIT", "Lincheck");

  /** Catch a bug with luck, and so get several attempts. */
  private static final Set<String> LUCKY = Set.of("SwapChainIT");

  private static final int ATTEMPTS = 4;
  private static final List<String> LIGHT =
      List.of("-Dlincheck.iterations=20", "-Dlincheck.invocations=200", "-Dfaults.patience=10");

  private static final Pattern CHECKER = Pattern.compile("(\\S+)(?: \\(JDK (\\d+)\\))?");

  /** By how many bugs a build tries each kind of checker, however many there are. */
  private static final int BUGS_OF_A_KIND = 5;

  private SeededBugs() {}

  /** A bug, and a checker that has to catch it. */
  record Control(SeededBug bug, String checker) {}

  /**
   * Of these bugs each with its quickest checker, which is step conformance if its diff names that, else the first one
   * named; then of each kind of checker as many more as make five. With {@code -Ddeep=true}, and of bugs chosen by
   * {@code -Dmutant}, each with every checker.
   */
  static List<Control> controls(List<SeededBug> bugs) {
    List<Control> all = bugs.stream()
        .flatMap(bug -> checkers(bug).stream().map(checker -> new Control(bug, checker))).toList();
    if (Boolean.getBoolean("deep") || Selection.isNarrowed("mutant")) {
      return all;
    }
    Set<Control> chosen = new HashSet<>();
    for (SeededBug bug : bugs) {
      List<String> named = checkers(bug);
      named.stream().filter(checker -> StepsCheckers.inPlaceOf(checker).isPresent()).findFirst()
          .or(() -> named.stream().findFirst())
          .ifPresent(quickest -> chosen.add(new Control(bug, quickest)));
    }
    Map<String, Integer> tried = new HashMap<>();
    chosen.forEach(control -> tried.merge(kind(control.checker), 1, Integer::sum));
    for (Control control : all) {
      if (!chosen.contains(control) && tried.getOrDefault(kind(control.checker), 0) < BUGS_OF_A_KIND) {
        chosen.add(control);
        tried.merge(kind(control.checker), 1, Integer::sum);
      }
    }
    return all.stream().filter(chosen::contains).toList();
  }

  private static String kind(String checker) {
    if (StepsCheckers.inPlaceOf(checker).isPresent()) {
      return "steps";
    }
    if (isLitmusTest(checker)) {
      return "jcstress";
    }
    return checker.contains("Lincheck") ? "Lincheck" : checker.replaceFirst("#.*", "");
  }

  static List<SeededBug> all() throws IOException {
    return SeededBug.readAll(FOLDER);
  }

  /** Those that can run here: a name may be followed by the JDK that the checker needs, as in {@code (JDK 21)}. */
  public static List<String> checkers(SeededBug bug) {
    return Arrays.stream(bug.field("Caught-by").split("\\s*,\\s*"))
        .map(name -> named(bug, name))
        .filter(
            checker -> checker.group(2) == null || Integer.parseInt(checker.group(2)) <= Runtime.version().feature())
        .map(checker -> checker.group(1))
        .toList();
  }

  private static Matcher named(SeededBug bug, String checker) {
    Matcher matcher = CHECKER.matcher(checker);
    if (!matcher.matches()) {
      throw new IllegalStateException(bug.name() + " is caught by \"" + checker + "\", which is not a checker's name");
    }
    return matcher;
  }

  /** Step conformance, or a litmus test if there is one of that name, else a JUnit test. */
  static Checker checker(String name) {
    Optional<StepsChecker> steps = StepsCheckers.inPlaceOf(name);
    if (steps.isPresent()) {
      return steps.get();
    }
    return isLitmusTest(name) ? JcstressChecker.of(name) : junit(name);
  }

  /** A JUnit test with light bounds, and some patience for those whose threads race freely. */
  public static Checker junit(String name) {
    return new JUnitChecker(name, LIGHT).upTo(LUCKY.contains(kind(name)) ? ATTEMPTS : 1);
  }

  /** Whether what the checker finds depends on how many processors its threads have for themselves. */
  static boolean races(String checker) {
    return isLitmusTest(checker) || RACES.contains(kind(checker));
  }

  public static boolean isLitmusTest(String name) {
    return TestList.tests().stream().anyMatch(test -> test.endsWith("." + name));
  }

  /** The folder, without what an earlier build left there. */
  public static Path emptied(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> old = Files.walk(folder)) {
        for (Path path : old.sorted((a, b) -> b.compareTo(a)).toList()) {
          Files.delete(path);
        }
      }
    }
    return Files.createDirectories(folder);
  }
}
