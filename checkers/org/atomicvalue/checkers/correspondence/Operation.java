package org.atomicvalue.checkers.correspondence;

import java.util.List;

/**
 * A method of the class, as a call of the specification.
 *
 * @param method name and descriptor
 * @param name of the call in the specification: the value of its field {@code op}
 * @param arguments the fields of the call that the method's arguments are, or "" for one that the specification does
 *     not have, such as a function, of which it says only what it may do
 * @param asText whether the method returns {@code String.valueOf} of what the specification's call returns
 */
public record Operation(String method, String name, List<String> arguments, boolean asText) {

  public Operation(String method, String name, String... arguments) {
    this(method, name, List.of(arguments), false);
  }

  /** The name of the method alone. */
  public String simpleName() {
    return method.substring(0, method.indexOf('('));
  }
}
