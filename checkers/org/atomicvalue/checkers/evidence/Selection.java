package org.atomicvalue.checkers.evidence;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Which of the things that a check goes through are wanted: all, or those that a system property names. */
public final class Selection {

  private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");

  private Selection() {}

  /** Whether {@code -Dproperty} asks for some alone. */
  public static boolean isNarrowed(String property) {
    return !names(property).isEmpty();
  }

  /**
   * Those that {@code -Dproperty=NAME,NAME} names; all, if it names none.
   *
   * @throws IllegalArgumentException if it names what does not exist, since a check that goes through nothing passes
   */
  public static <T> List<T> of(String property, Collection<T> all, Function<T, String> name) {
    List<String> wanted = names(property);
    TreeSet<String> known = new TreeSet<>(all.stream().map(name).toList());
    List<String> unknown = wanted.stream().filter(each -> !known.contains(each)).toList();
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException(
          "-D%s names %s, which this check does not know; it knows %s"
              .formatted(property, String.join(", ", unknown), String.join(", ", known)));
    }
    return all.stream().filter(each -> wanted.isEmpty() || wanted.contains(name.apply(each))).toList();
  }

  private static List<String> names(String property) {
    return COMMA.splitAsStream(System.getProperty(property, "").strip()).filter(name -> !name.isEmpty()).toList();
  }
}
