package org.atomicvalue.accessmodes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.atomicvalue.checkers.evidence.Evidence;
import org.atomicvalue.checkers.evidence.Link;
import org.atomicvalue.checkers.litmus.Litmus;
import org.atomicvalue.checkers.litmus.LitmusModel;
import org.atomicvalue.checkers.litmus.LitmusParser;
import org.atomicvalue.checkers.litmus.NotUnderstood;
import org.atomicvalue.checkers.litmus.Outcome;
import org.atomicvalue.checkers.litmus.Outcomes;
import org.atomicvalue.checkers.litmus.Verdict;
import org.atomicvalue.stress.litmus.Program;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The litmus tests in herd's format that are kept in {@code spec/litmus}: the classic ones have the verdicts of the
 * literature, in {@code classic/verdicts.txt}, and those of the gallery have the outcomes that the jcstress programs of
 * the same names accept. Both are read by the parser that reads anybody's file.
 */
class LitmusFilesTest {

  private static final Path CLASSIC = LitmusRun.LITMUS.resolve("classic");
  private static final Path GALLERY = LitmusRun.LITMUS.resolve("gallery");

  /** Where the machine allows less than the axioms: it reads only what has been written. */
  private static final Set<String> DIFFERING = Set.of(
      "LB+opaque-opaque+acquire-plain", "LB+plain-plain+plain-plain", "L9_LoadBuffering.Plain");

  private static final SortedMap<String, Litmus> TESTS = new TreeMap<>();
  private static final Map<String, Outcomes> OUTCOMES = new TreeMap<>();
  private static double seconds;

  @BeforeAll
  static void askBothModels() throws Exception {
    long start = System.nanoTime();
    read(CLASSIC);
    read(GALLERY);
    List<LitmusModel.Answer> answers =
        LitmusFiles.model(Path.of("target", "litmus", "kept")).ask(List.copyOf(TESTS.values()));
    List<String> names = List.copyOf(TESTS.keySet());
    for (int i = 0; i < names.size(); i++) {
      OUTCOMES.put(names.get(i), ((LitmusModel.Answer.Found) answers.get(i)).outcomes());
    }
    seconds = (System.nanoTime() - start) / 1e9;
  }

  private static void read(Path folder) throws IOException, NotUnderstood {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".litmus")).toList()) {
        Litmus test = LitmusParser.parse(file.toString(), Files.readString(file));
        assertEquals(file.getFileName().toString(), test.name() + ".litmus");
        TESTS.put(test.name(), test);
      }
    }
  }

  @Test
  void classicTestsHaveTheVerdictsOfTheLiterature() throws IOException {
    SortedMap<String, String> expected = new TreeMap<>();
    Files.readAllLines(CLASSIC.resolve("verdicts.txt")).stream()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.split(" "))
        .forEach(words -> expected.put(words[0], words[1]));
    SortedMap<String, String> found = new TreeMap<>();
    TESTS.forEach((name, test) -> {
      if (!isOfGallery(name)) {
        found.put(name, Verdict.of(test, OUTCOMES.get(name).byAxioms()).toString());
      }
    });
    assertEquals(lines(expected), lines(found));
    new Evidence(Link.ACCESS_MODES, "classic litmus tests in herd's format", found.size(), "programs",
        "%d files in %s, %d outcomes".formatted(found.size(), CLASSIC, outcomes(false)),
        "the verdicts of the literature, by the axioms", seconds).record();
  }

  @Test
  void axiomsAndMachineDifferOnlyInLoadBuffering() {
    SortedSet<String> differing = new TreeSet<>();
    OUTCOMES.forEach((name, outcomes) -> {
      assertTrue(outcomes.agreeInStep(), name);
      assertFalse(outcomes.haveLatePassages(), name);
      if (outcomes.haveLoadBuffering()) {
        differing.add(name);
      }
    });
    assertEquals(new TreeSet<>(DIFFERING), differing);
  }

  @Test
  void galleryAcceptsWhatItsFilesAllow() throws ClassNotFoundException {
    long programs = 0;
    for (String name : TESTS.keySet()) {
      if (isOfGallery(name)) {
        Class<?> mode = Class.forName(Program.class.getPackageName() + "." + name.replace('.', '$'));
        Annotations.of(mode).assertAccept(OUTCOMES.get(name).byAxioms().stream().map(Outcome::toString)
            .collect(Collectors.toCollection(TreeSet::new)));
        programs++;
      }
    }
    new Evidence(Link.ACCESS_MODES, "gallery in herd's format", programs, "programs",
        "files in %s, %d outcomes".formatted(GALLERY, outcomes(true)),
        "the annotations accept what the axioms allow", 0).record();
  }

  private static boolean isOfGallery(String name) {
    return name.matches("L\\d+_.*");
  }

  private static long outcomes(boolean gallery) {
    return OUTCOMES.entrySet().stream()
        .filter(entry -> isOfGallery(entry.getKey()) == gallery)
        .mapToLong(entry -> entry.getValue().byAxioms().size())
        .sum();
  }

  private static String lines(SortedMap<String, String> verdicts) {
    return verdicts.entrySet().stream().map(entry -> entry.getKey() + " " + entry.getValue())
        .collect(Collectors.joining("\n"));
  }
}
