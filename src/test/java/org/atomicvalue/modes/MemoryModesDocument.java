package org.atomicvalue.modes;

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
import java.util.stream.Stream;

/**
 * The tables in {@code docs/memory-modes.md}, between the lines {@code <!-- generated: ... -->} and {@code <!-- end
 * -->}. The text around them is written by hand.
 *
 * <p>{@code mvn test-compile exec:exec@memory-modes} searches all assignments of modes and writes the tables. {@link
 * MemoryModesTest} checks them without the search.
 */
final class MemoryModesDocument {

  static final Path FILE = Path.of("docs", "memory-modes.md");

  private MemoryModesDocument() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    String text = Files.readString(FILE);
    for (Property property : Property.values()) {
      List<Modes> minimal = ModeSearch.minimal(property);
      ModeCheck check = new ModeCheck(property);
      check.check(questions(minimal));
      text = withSection(text, property, render(minimal, check));
    }
    Files.writeString(FILE, text);
    System.out.println("wrote " + FILE);
  }

  /** All that TLC must be asked to confirm that the minimal sufficient modes are these. */
  static List<Modes> questions(List<Modes> minimal) {
    return Stream.of(
            minimal.stream(),
            minimal.stream().flatMap(modes -> modes.nextWeaker().stream()),
            ModeCheck.strongestBeside(minimal).stream())
        .flatMap(modes -> modes)
        .distinct()
        .toList();
  }

  static String render(List<Modes> minimal, ModeCheck check) {
    StringBuilder text = new StringBuilder("| access |");
    IntStream.rangeClosed(1, minimal.size()).forEach(column -> text.append(" (").append(column).append(") |"));
    text.append("\n|---|").append("---|".repeat(minimal.size())).append('\n');
    for (Access access : Access.values()) {
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
  static List<Modes> minimal(String text, Property property) {
    List<List<String>> columns = new ArrayList<>();
    String section = section(text, property);
    for (Access access : Access.values()) {
      Matcher row = Pattern.compile("(?m)^\\| `" + access.action() + "` \\|(.*)\\|$").matcher(section);
      if (!row.find()) {
        throw new IllegalStateException(FILE + " has no row for " + access.action() + " under " + property.title());
      }
      String[] cells = row.group(1).split("\\|");
      for (int column = 0; column < cells.length; column++) {
        if (access.ordinal() == 0) {
          columns.add(new ArrayList<>());
        }
        columns.get(column).add(cells[column].trim());
      }
    }
    return columns.stream().map(Modes::new).toList();
  }

  static String section(String text, Property property) {
    Matcher matcher = sectionOf(property).matcher(text);
    if (!matcher.find()) {
      throw new IllegalStateException(FILE + " has no generated section \"" + property.title() + "\"");
    }
    return matcher.group(2);
  }

  private static String withSection(String text, Property property, String section) {
    section(text, property);
    return sectionOf(property).matcher(text)
        .replaceFirst("$1" + Matcher.quoteReplacement(section) + "$3");
  }

  private static Pattern sectionOf(Property property) {
    String begin = "<!-- generated: " + Pattern.quote(property.title()) + " -->\n\n";
    return Pattern.compile("(?s)(" + begin + ")(.*?)(\n<!-- end -->)");
  }
}
