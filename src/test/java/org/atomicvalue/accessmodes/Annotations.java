package org.atomicvalue.accessmodes;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressMeta;
import org.openjdk.jcstress.annotations.Outcome;

/** What the {@code @Outcome} annotations of a jcstress test accept and forbid. */
record Annotations(String test, List<Outcome> outcomes) {

  /** Those of the test itself, or of the class to which it refers for them. */
  static Annotations of(Class<?> test) {
    JCStressMeta elsewhere = test.getAnnotation(JCStressMeta.class);
    Class<?> annotated = elsewhere == null ? test : elsewhere.value();
    return new Annotations(annotated.getSimpleName(), Arrays.asList(annotated.getAnnotationsByType(Outcome.class)));
  }

  /** The outcomes that are acceptable or interesting. */
  SortedSet<String> accepted() {
    SortedSet<String> accepted = new TreeSet<>(ids(Expect.ACCEPTABLE).toList());
    accepted.addAll(interesting());
    return accepted;
  }

  SortedSet<String> interesting() {
    return new TreeSet<>(ids(Expect.ACCEPTABLE_INTERESTING).toList());
  }

  /** Fails unless these are accepted and everything else is forbidden. */
  void assertAccept(SortedSet<String> derived) {
    assertAll(
        () -> assertEquals(derived, accepted(), "what " + test + " derives, and what it accepts"),
        () -> assertTrue(ids(Expect.FORBIDDEN).anyMatch(".*"::equals),
            test + " must forbid \".*\", which is whatever it does not list"),
        () -> ids(Expect.FORBIDDEN).filter(id -> !id.equals(".*"))
            .forEach(id -> assertTrue(derived.stream().noneMatch(outcome -> Pattern.matches(id, outcome)),
                test + " forbids \"" + id + "\", which the specification allows")));
  }

  private Stream<String> ids(Expect expect) {
    return outcomes.stream()
        .filter(outcome -> outcome.expect() == expect)
        .flatMap(outcome -> Arrays.stream(outcome.id()));
  }
}
