package org.atomicvalue.checkers.litmus;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a JVM showed of a program, beside what a model allows.
 *
 * @param program its code
 * @param allowed the outcomes that the model allows
 * @param seen how often each outcome was seen
 */
public record StressedProgram(String program, SortedSet<String> allowed, SortedMap<String, Long> seen) {

  /** How many outcomes were looked at. */
  public long samples() {
    return seen.values().stream().mapToLong(Long::longValue).sum();
  }

  /** The outcomes that are allowed and were seen. */
  public SortedSet<String> allowedAndSeen() {
    SortedSet<String> both = new TreeSet<>(allowed);
    both.retainAll(seen.keySet());
    return both;
  }

  /** The outcomes that were seen although the model excludes them: a line for each. */
  public List<String> excludedAndSeen() {
    List<String> lines = new ArrayList<>();
    seen.forEach((outcome, count) -> {
      if (!allowed.contains(outcome)) {
        lines.add(String.format(Locale.ROOT,
            "%s: outcome \"%s\", which the model excludes, was seen %,d times in %,d samples on JDK %s", program,
            outcome, count, samples(), Runtime.version()));
      }
    });
    return lines;
  }
}
