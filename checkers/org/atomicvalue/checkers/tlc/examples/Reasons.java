package org.atomicvalue.checkers.tlc.examples;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reasons for which TLC 2.18 cannot run a model, going by what it says: the model needs what is not there, or what only
 * newer versions of TLC have.
 */
final class Reasons {

  private record Reason(Pattern said, String meaning) {}

  private static final List<Reason> REASONS = List.of(
      reason("Cannot find source file for module (\\w+)",
          "needs the module %s, which is not there; -Dtlc.examples.jars "
              + "and -Dtlc.examples.library add modules"),
      reason("It was expecting a keyword, but did not find it",
          "its configuration has a keyword that TLC 2.18 does not know"),
      reason("Unknown operator: `((?:TLC|Json|IO|Sequences|FiniteSets|Randomization)\\w*)'",
          "needs the operator %s, which TLC 2.18 does not have"),
      reason("(java\\.lang\\.(?:NoSuchMethodError|NoClassDefFoundError|UnsupportedClassVersionError)[^\\n]*)",
          "its jar is made for another version of TLC: %s"));

  private Reasons() {}

  private static Reason reason(String said, String meaning) {
    return new Reason(Pattern.compile(said), meaning);
  }

  /** The reason that TLC gives; empty if it is none of those. */
  static Optional<String> of(String error) {
    return REASONS.stream().flatMap(reason -> {
      Matcher said = reason.said.matcher(error);
      return said.find()
          ? Optional.of(said.groupCount() > 0 ? reason.meaning.formatted(said.group(1)) : reason.meaning).stream()
          : Optional.<String>empty().stream();
    }).findFirst();
  }
}
