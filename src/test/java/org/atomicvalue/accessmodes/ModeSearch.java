package org.atomicvalue.accessmodes;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Finds the minimal modes that are sufficient for a property, of all assignments of modes to accesses.
 *
 * <p>A stronger mode only takes executions away: it raises what an access may read or where it may write, and never
 * enables anything. So what is stronger than sufficient modes is sufficient, and what is weaker than refuted modes is
 * refuted. The first round asks TLC about a guess, each later one about the weakest and the strongest modes that are
 * still undecided.
 */
final class ModeSearch {

  private static final int BATCH = 40;

  private ModeSearch() {}

  /**
   * Searches with a check that has been asked nothing yet.
   *
   * @param guess modes that may well be the minimal ones: if they are, one round shows it
   */
  static List<Modes> minimal(Algorithm algorithm, Property property, List<Modes> guess, ModeCheck check)
      throws IOException, InterruptedException {
    List<Modes> sufficient = new ArrayList<>();
    List<Modes> undecided = Modes.all(algorithm);
    Set<Modes> batch = new LinkedHashSet<>(check.questions(guess));
    if (batch.isEmpty()) {
      batch.add(Modes.allVolatile(algorithm));
    }
    while (!undecided.isEmpty()) {
      check.check(batch);
      batch.stream().filter(modes -> !check.isRefuted(modes)).forEach(sufficient::add);
      undecided = undecided.stream()
          .filter(modes -> !ModeCheck.isAbove(modes, sufficient) && !check.isRefuted(modes))
          .toList();
      System.out.printf(Locale.ROOT, "%s, %s: %,d assignments undecided%n", algorithm, property.title(),
          undecided.size());
      Set<Modes> open = new HashSet<>(undecided);
      batch = new LinkedHashSet<>();
      undecided.stream().filter(modes -> modes.nextStronger().stream().noneMatch(open::contains)).limit(BATCH)
          .forEach(batch::add);
      undecided.stream().filter(modes -> modes.nextWeaker().stream().noneMatch(open::contains)).limit(BATCH)
          .forEach(batch::add);
    }
    return sufficient.stream()
        .filter(modes -> sufficient.stream().noneMatch(other -> !other.equals(modes) && other.isAtMost(modes)))
        .distinct()
        .sorted(Comparator.comparing(modes -> modes.list().toString()))
        .toList();
  }
}
