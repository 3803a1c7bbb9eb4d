package org.atomicvalue.checkers.tlc;

import java.util.List;
import java.util.Optional;
import org.atomicvalue.checkers.tlc.TlaText.Token;

/**
 * A definition in a module.
 *
 * @param file the module of the file that it stands in, which is what TLC gives as the module of a place
 * @param scope the module that it belongs to: that of the file, or one inside it
 * @param parameters how many it has
 * @param body the words after {@code ==}
 */
record Definition(String file, String scope, String name, int parameters, int line, List<Token> body) {

  /** The module of which this is an instance, if it is one. */
  Optional<String> instanceOf() {
    return body.size() > 1 && body.get(0).is("INSTANCE") ? Optional.of(body.get(1).text()) : Optional.empty();
  }
}
