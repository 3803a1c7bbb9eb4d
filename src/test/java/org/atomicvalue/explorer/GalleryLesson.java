package org.atomicvalue.explorer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.atomicvalue.stress.litmus.Program;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.Outcome;

/**
 * A lesson of the gallery, {@code stress/org/atomicvalue/stress/litmus}, as its source and its annotations tell it.
 *
 * @param name of the class
 * @param title of its section in {@code docs/memory-models.md}
 * @param about the paragraphs of the class comment, code in backquotes
 * @param variants its program in different modes, from the weakest
 */
record GalleryLesson(String name, String title, List<String> about, List<Variant> variants) {

  private static final Path FOLDER = Path.of("stress", "org", "atomicvalue", "stress", "litmus");
  private static final Path COURSE = Path.of("docs", "memory-models.md");
  private static final List<String> MODES =
      List.of("Plain", "Opaque", "Release", "Acquire", "AcquireRelease", "Volatile");
  private static final Pattern METHOD = Pattern.compile(" {4}public void \\w+\\(.*\\{");

  /**
   * The program in one mode.
   *
   * @param mode the name of the class
   * @param program its name in {@code spec/litmus}
   * @param threads of each thread, its statements
   * @param afterwards the statements that run when all threads have ended
   * @param meanings the accepted outcomes, and what each means
   */
  record Variant(String mode, String program, List<List<String>> threads, List<String> afterwards,
      Map<String, String> meanings) {}

  static List<GalleryLesson> all() throws IOException {
    List<String> names;
    try (Stream<Path> files = Files.list(FOLDER)) {
      names = files.map(file -> file.getFileName().toString().replace(".java", ""))
          .filter(name -> name.matches("L\\d+_\\w+"))
          .sorted(Comparator.comparing(GalleryLesson::number))
          .toList();
    }
    List<GalleryLesson> lessons = new ArrayList<>();
    for (String name : names) {
      lessons.add(read(name));
    }
    return lessons;
  }

  private static int number(String name) {
    return Integer.parseInt(name.substring(1, name.indexOf('_')));
  }

  private static GalleryLesson read(String name) throws IOException {
    List<String> source = Files.readAllLines(FOLDER.resolve(name + ".java"));
    String heading = "## " + number(name) + ". ";
    String title = Files.readAllLines(COURSE).stream().filter(line -> line.startsWith(heading)).findFirst()
        .orElseThrow(() -> new IllegalStateException(COURSE + " has no section " + heading))
        .substring(heading.length());
    List<Variant> variants = new ArrayList<>();
    for (String mode : MODES) {
      List<String> fromHere = source.stream()
          .dropWhile(line -> !line.matches(" {2}public static class " + mode + " extends \\w+ \\{")).toList();
      if (!fromHere.isEmpty()) {
        variants.add(variant(name, mode, fromHere.subList(0, fromHere.indexOf("  }"))));
      }
    }
    return new GalleryLesson(name, title, about(source), variants);
  }

  private static Variant variant(String lesson, String mode, List<String> source) {
    Class<?> type = load(Program.class.getPackageName() + "." + lesson + "$" + mode);
    List<List<String>> threads = new ArrayList<>();
    List<String> afterwards = new ArrayList<>();
    for (int i = 0; i < source.size(); i++) {
      if (METHOD.matcher(source.get(i)).matches()) {
        int end = i + source.subList(i, source.size()).indexOf("    }");
        List<String> body = source.subList(i + 1, end).stream().map(String::strip).toList();
        if (source.get(i - 1).equals("    @Actor")) {
          threads.add(body);
        } else {
          afterwards.addAll(body);
        }
      }
    }
    Map<String, String> meanings = new TreeMap<>();
    for (Outcome outcome : type.getAnnotationsByType(Outcome.class)) {
      if (Set.of(Expect.ACCEPTABLE, Expect.ACCEPTABLE_INTERESTING).contains(outcome.expect())) {
        Arrays.stream(outcome.id()).forEach(id -> meanings.put(id, outcome.desc()));
      }
    }
    return new Variant(mode, type.getAnnotation(Program.class).value(), threads, afterwards, meanings);
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(name + " is in " + FOLDER + " but was not compiled", e);
    }
  }

  /** The class comment without its tables, up to what is derived: that is shown anyhow. */
  private static List<String> about(List<String> source) {
    String comment = String.join(" ", source.subList(source.indexOf("/**") + 1, source.indexOf(" */")).stream()
        .map(line -> line.substring(2).strip())
        .toList());
    String text = comment
        .replaceAll("<pre>.*?</pre>", "<p>")
        .replaceAll("<p>Derived by TLC from.*", "")
        .replaceAll("\\{@code ([^}]*)}", "`$1`")
        .replaceAll("\\{@link #?([^}]*)}", "`$1`")
        .replaceAll("</?(em|b)>", "");
    return Arrays.stream(text.split("<p>")).map(String::strip).filter(paragraph -> !paragraph.isEmpty()).toList();
  }

  /** All outcomes that are accepted in any mode. */
  Set<String> outcomes() {
    Set<String> outcomes = new TreeSet<>();
    variants.forEach(variant -> outcomes.addAll(variant.meanings().keySet()));
    return outcomes;
  }
}
