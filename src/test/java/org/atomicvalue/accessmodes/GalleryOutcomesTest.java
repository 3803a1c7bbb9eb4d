package org.atomicvalue.accessmodes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.atomicvalue.checkers.evidence.Evidence;
import org.atomicvalue.checkers.evidence.Link;
import org.atomicvalue.stress.litmus.GalleryMode;
import org.atomicvalue.stress.litmus.Program;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.openjdk.jcstress.annotations.JCStressTest;

/**
 * What the gallery in {@code stress/org/atomicvalue/stress/litmus} teaches is derived: in each mode the annotations
 * accept exactly the outcomes that the axioms of {@code spec/JavaAxioms.tla} allow to the program of
 * {@code spec/litmus} named beside them, as TLC finds them, and the table in
 * the class comment says the same.
 */
class GalleryOutcomesTest {

  private static final Path GALLERY = Path.of("stress", "org", "atomicvalue", "stress", "litmus");

  private static LitmusRun run;

  @BeforeAll
  static void runAllPrograms() throws IOException, InterruptedException {
    run = LitmusRun.of("MCLitmusAxioms");
  }

  @TestFactory
  List<DynamicTest> annotationsAreThoseDerived() throws IOException {
    return lessons().stream()
        .flatMap(lesson -> modes(lesson).stream())
        .map(mode -> DynamicTest.dynamicTest(
            mode.getEnclosingClass().getSimpleName() + "." + mode.getSimpleName(), () -> compare(mode)))
        .toList();
  }

  @TestFactory
  List<DynamicTest> tablesAreThoseDerived() throws IOException {
    return lessons().stream()
        .map(lesson -> DynamicTest.dynamicTest(lesson.getSimpleName(), () -> compareTable(lesson)))
        .toList();
  }

  private static void compare(Class<?> mode) {
    String program = mode.getAnnotation(Program.class).value();
    SortedSet<String> accepted = derived(mode);
    Annotations.of(mode).assertAccept(accepted);
    assertEquals(telling(modes(mode.getEnclosingClass()), accepted), Annotations.of(mode).interesting(),
        "the outcomes to be marked as interesting: those that not all modes accept");
    new Evidence(Link.ACCESS_MODES, "outcomes of the gallery, " + program, accepted.size(), "outcomes",
        "the jcstress test against the program in spec/litmus", "accepted and derived outcomes agree", 0).record();
  }

  private static SortedSet<String> telling(List<Class<?>> modes, SortedSet<String> accepted) {
    SortedSet<String> telling = new TreeSet<>(accepted);
    telling.removeIf(outcome -> modes.stream().allMatch(mode -> Annotations.of(mode).accepted().contains(outcome)));
    return telling;
  }

  private static void compareTable(Class<?> lesson) throws IOException {
    String source = Files.readString(GALLERY.resolve(lesson.getSimpleName() + ".java"));
    String table = table(modes(lesson)).stream().map(line -> " * " + line + "\n").collect(Collectors.joining());
    assertTrue(source.contains(" * <pre>\n" + table + " * </pre>\n"), () -> lesson.getSimpleName()
        + " must have this table in its comment:\n" + table);
  }

  /** All outcomes that the annotations accept in any mode, and in which modes TLC finds them. */
  private static List<String> table(List<Class<?>> modes) {
    SortedSet<String> outcomes = new TreeSet<>();
    modes.forEach(mode -> outcomes.addAll(Annotations.of(mode).accepted()));
    int width = Math.max("outcome".length(), outcomes.first().length());
    Stream<String> rows = outcomes.stream().map(outcome -> padded(outcome, width) + modes.stream()
        .map(mode -> "  "
            + padded(derived(mode).contains(outcome) ? "yes" : "no", GalleryMode.of(mode).title().length()))
        .collect(Collectors.joining()));
    String head = padded("outcome", width)
        + modes.stream().map(mode -> "  " + GalleryMode.of(mode).title()).collect(Collectors.joining());
    return Stream.concat(Stream.of(head), rows).map(String::stripTrailing).toList();
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(width - text.length());
  }

  private static SortedSet<String> derived(Class<?> mode) {
    String program = mode.getAnnotation(Program.class).value();
    assertTrue(run.allowed().containsKey(program), () -> "spec/litmus has no program \"" + program + "\"");
    return run.allowed().get(program);
  }

  private static List<Class<?>> lessons() throws IOException {
    try (Stream<Path> files = Files.list(GALLERY)) {
      List<Class<?>> lessons = files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.matches("L\\d+_.*\\.java"))
          .sorted()
          .<Class<?>>map(name -> load(Program.class.getPackageName() + "." + name.replace(".java", "")))
          .toList();
      assertFalse(lessons.isEmpty(), "no lessons in " + GALLERY);
      return lessons;
    }
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(name + " is in stress/ but was not compiled", e);
    }
  }

  /** The tests of a lesson, from the weakest mode to the strongest. */
  private static List<Class<?>> modes(Class<?> lesson) {
    return Arrays.stream(lesson.getDeclaredClasses())
        .filter(mode -> mode.isAnnotationPresent(JCStressTest.class))
        .sorted(Comparator.comparing(GalleryMode::of))
        .toList();
  }
}
