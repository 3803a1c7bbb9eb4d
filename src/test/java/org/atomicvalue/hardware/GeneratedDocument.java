package org.atomicvalue.hardware;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.atomicvalue.checkers.documents.GeneratedSection;
import org.atomicvalue.checkers.litmus.StressedProgram;

/**
 * What the JVM has shown of generated programs, in {@code docs/litmus.md}. {@code mvn test-compile exec:exec@observed}
 * keeps the last run, which {@link GeneratedPrograms} has left, and writes the table.
 */
final class GeneratedDocument {

  static final Path FILE = Path.of("docs", "litmus.md");
  private static final Path FOLDER = Path.of("docs", "memory-models");

  private GeneratedDocument() {}

  /** Keeps the last run, if there is one, and writes the document. */
  static void update() throws IOException {
    if (Files.exists(GeneratedPrograms.RUN)) {
      GeneratedRun run = GeneratedRun.read(GeneratedPrograms.RUN);
      run.write(FOLDER.resolve("generated-jdk%d.json".formatted(run.release())));
    }
    Files.writeString(FILE, rendered(Files.readString(FILE)));
  }

  /** The runs that are kept, by JDK. */
  static List<GeneratedRun> runs() throws IOException {
    List<GeneratedRun> runs = new ArrayList<>();
    try (Stream<Path> files = Files.list(FOLDER)) {
      for (Path file : files.filter(each -> each.getFileName().toString().matches("generated-jdk\\d+\\.json"))
          .toList()) {
        runs.add(GeneratedRun.read(file));
      }
    }
    runs.sort(Comparator.comparing(GeneratedRun::release));
    return runs;
  }

  /** The document with its table made anew. */
  static String rendered(String text) throws IOException {
    List<GeneratedRun> runs = runs();
    return GeneratedSection.replace(FILE, text, "generated programs",
        runs.stream().map(GeneratedDocument::caption).collect(Collectors.joining()) + table(runs));
  }

  private static String caption(GeneratedRun run) {
    long whole = run.programs().stream().filter(each -> each.allowedAndSeen().size() == each.allowed().size()).count();
    return "%s: `%s`, %d s on %s; %s. Of %d programs all outcomes were seen.%n%n".formatted(run.machine(),
        run.command(), run.seconds(), run.date(), GeneratedPrograms.summary(run.programs()), whole);
  }

  /** A row for each program of the sample. */
  private static String table(List<GeneratedRun> runs) {
    StringBuilder table = new StringBuilder("| program | allowed |");
    runs.forEach(run -> table.append(" seen on JDK ").append(run.release()).append(" |"));
    table.append("\n|---|--:|").append("---|".repeat(runs.size())).append('\n');
    for (String program : GeneratedPrograms.SAMPLE) {
      List<Optional<StressedProgram>> cells = runs.stream()
          .map(run -> run.programs().stream().filter(each -> each.program().equals(program)).findFirst()).toList();
      table.append("| `").append(program.replace("|", "\\|")).append("` | ").append(cells.stream()
          .flatMap(Optional::stream).findFirst().map(each -> Integer.toString(each.allowed().size())).orElse("?"));
      cells.forEach(cell -> table.append(" | ").append(cell.map(GeneratedDocument::seen).orElse("not run")));
      table.append(" |\n");
    }
    return table.toString();
  }

  private static String seen(StressedProgram program) {
    return program.seen().entrySet().stream()
        .map(entry -> String.format(Locale.ROOT, "%s: %,d", entry.getKey(), entry.getValue()))
        .collect(Collectors.joining("<br>"));
  }
}
