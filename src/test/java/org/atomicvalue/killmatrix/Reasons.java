package org.atomicvalue.killmatrix;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.atomicvalue.killmatrix.KillMatrix.Row;

/** Why a checker does not catch a bug: {@code docs/kill-matrix-reasons.json}. */
final class Reasons {

  static final Path FILE = Path.of("docs", "kill-matrix-reasons.json");

  private Reasons() {}

  /** Of a bug of this name or kind; absent if no reason is known, for then the checker should catch it. */
  static Optional<String> of(Row row, String checker) throws IOException {
    Map<?, ?> reasons = new ObjectMapper().readValue(FILE.toFile(), Map.class);
    Map<?, ?> ofChecker = (Map<?, ?>) ((Map<?, ?>) reasons.get(row.group().name())).get(checker);
    return Stream.of(row.name(), row.kind(), "any")
        .map(ofChecker::get)
        .filter(Objects::nonNull)
        .map(Object::toString)
        .findFirst();
  }
}
