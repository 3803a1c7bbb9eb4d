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
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.atomicvalue.stress.litmus.GalleryMode;
import org.atomicvalue.stress.litmus.Program;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.Outcome;

/** Reads the lessons of the gallery from their sources and their annotations. */
final class GallerySource {

  private static final Path FOLDER = Path.of("stress", "org", "atomicvalue", "stress", "litmus");
  private static final Path COURSE = Path.of("docs", "memory-models.md");
  private static final Pattern METHOD = Pattern.compile(" {4}public void \\w+\\(.*\\{");

  private GallerySource() {}

  /** All lessons, in their order. */
  static List<GalleryLesson> lessons() throws IOException {
    List<String> names;
    try (Stream<Path> files = Files.list(FOLDER)) {
      names = files.map(file -> file.getFileName().toString().replace(".java", ""))
          .filter(name -> name.matches("L\\d+_\\w+"))
          .sorted(Comparator.comparing(GallerySource::number))
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
    List<GalleryLesson.Variant> variants = new ArrayList<>();
    for (GalleryMode each : GalleryMode.values()) {
      String mode = each.className();
      List<String> fromHere = source.stream()
          .dropWhile(line -> !line.matches(" {2}public static class " + mode + " extends \\w+ \\{")).toList();
      if (!fromHere.isEmpty()) {
        variants.add(variant(name, mode, fromHere.subList(0, fromHere.indexOf("  }"))));
      }
    }
    return new GalleryLesson(name, title, about(source), variants);
  }

  private static GalleryLesson.Variant variant(String lesson, String mode, List<String> source) {
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
    return new GalleryLesson.Variant(mode, type.getAnnotation(Program.class).value(), threads, afterwards, meanings);
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
}
