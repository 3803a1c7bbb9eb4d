package org.atomicvalue.accessmodes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.atomicvalue.checkers.documents.GeneratedSection;

/**
 * The tables in {@code docs/memory-modes.md}.
 *
 * <p>{@code mvn test-compile exec:exec@memory-modes} searches all assignments of modes and writes the tables. {@link
 * MinimalModes} checks them without the search. Arguments such as {@code "AtomicValue, Publication"} name the tables
 * to be written, if not all.
 */
final class MemoryModesDocument {

  static final Path FILE = Path.of("docs", "memory-modes.md");

  /** A row of the second table: column, access, mode, program, outcome. */
  private static final Pattern REFUTATION =
      Pattern.compile("(?m)^\\| \\((\\d+)\\) \\| `(\\w+)` \\| (\\w+) \\| `(\\w+)` \\| (.*) \\|$");

  private MemoryModesDocument() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    for (Algorithm algorithm : Algorithm.values()) {
      for (Property property : Property.values()) {
        if (args.length > 0 && !List.of(args).contains(title(algorithm, property))) {
          continue;
        }
        List<Modes> guess = minimal(Files.readString(FILE), algorithm, property);
        ModeCheck check = new ModeCheck(algorithm, property);
        List<Modes> minimal = ModeSearch.minimal(algorithm, property, guess, check);
        if (!minimal.equals(guess)) {
          check = new ModeCheck(algorithm, property);
          check.check(check.questions(minimal));
        }
        Files.writeString(FILE, GeneratedSection.replace(
            FILE, Files.readString(FILE), title(algorithm, property), render(minimal, check)));
        System.out.println("wrote " + title(algorithm, property) + " to " + FILE);
      }
    }
  }

  static String render(List<Modes> minimal, ModeCheck check) {
    StringBuilder text = new StringBuilder("| access |");
    IntStream.rangeClosed(1, minimal.size()).forEach(column -> text.append(" (").append(column).append(") |"));
    text.append("\n|---|").append("---|".repeat(minimal.size())).append('\n');
    for (Access access : minimal.get(0).algorithm().accesses()) {
      text.append("| `").append(access.action()).append("` |");
      minimal.forEach(modes -> text.append(' ').append(modes.of(access)).append(" |"));
      text.append('\n');
    }
    text.append("\n| | access | weakened to | this program | then has the outcome |\n|---|---|---|---|---|\n");
    for (int column = 1; column <= minimal.size(); column++) {
      Modes modes = minimal.get(column - 1);
      for (Modes weaker : modes.nextWeaker()) {
        Access access = modes.difference(weaker);
        LitmusRun.Violation counterexample = counterexample(weaker, check)
            .orElseThrow(() -> new IllegalStateException("nothing refutes " + weaker));
        text.append("| (%d) | `%s` | %s | `%s` | %s |\n".formatted(
            column, access.action(), weaker.of(access), counterexample.test(), counterexample.outcome()));
      }
    }
    return text.toString();
  }

  private static Optional<LitmusRun.Violation> counterexample(Modes modes, ModeCheck check) {
    return check.violations().stream()
        .filter(modes::have)
        .min(Comparator.comparing(LitmusRun.Violation::test).thenComparing(LitmusRun.Violation::outcome));
  }

  /** The minimal sufficient modes that the document gives for a property. */
  static List<Modes> minimal(String text, Algorithm algorithm, Property property) {
    List<List<String>> columns = new ArrayList<>();
    String section = section(text, algorithm, property);
    for (Access access : algorithm.accesses()) {
      Matcher row = Pattern.compile("(?m)^\\| `" + access.action() + "` \\|(.*)\\|$").matcher(section);
      if (!row.find()) {
        throw new IllegalStateException(
            FILE + " has no row for " + access.action() + " under " + title(algorithm, property));
      }
      String[] cells = row.group(1).split("\\|");
      for (int column = 0; column < cells.length; column++) {
        if (columns.size() == column) {
          columns.add(new ArrayList<>());
        }
        columns.get(column).add(cells[column].trim());
      }
    }
    return columns.stream().map(column -> new Modes(algorithm, column)).toList();
  }

  /** Modes that are too weak by one access, and the program and outcome by which the document says so. */
  record Refutation(Modes modes, String test, String outcome) {}

  /** What refutes the modes that are next weaker than the minimal ones that the document gives for a property. */
  static List<Refutation> refutations(String text, Algorithm algorithm, Property property) {
    List<Modes> minimal = minimal(text, algorithm, property);
    return REFUTATION.matcher(section(text, algorithm, property)).results()
        .map(row -> new Refutation(
            minimal.get(Integer.parseInt(row.group(1)) - 1).with(algorithm.access(row.group(2)), row.group(3)),
            row.group(4), row.group(5)))
        .toList();
  }

  static String section(String text, Algorithm algorithm, Property property) {
    return GeneratedSection.content(FILE, text, title(algorithm, property));
  }

  private static String title(Algorithm algorithm, Property property) {
    return algorithm.className() + ", " + property.title();
  }
}
