package org.atomicvalue.checkers.classfile;

import java.util.List;
import java.util.Map;

/**
 * One way from a request or an access to the next access, or to the end of the call.
 *
 * @param conditions under which it is taken
 * @param write what the access that it begins with writes, or null
 * @param end where it leads
 * @param objects the fields of the objects of the class's own that it has made, by object
 * @param fenced whether a release fence follows the last write to such a field that is not final
 * @param disturbed where it first calls a method or allocates, which may throw for lack of stack or memory; null if
 *     nowhere
 * @param lines of the source, as they are come to
 */
public record Path(
    List<Condition> conditions, Write write, End end, Map<Symbol, Map<String, Symbol>> objects, boolean fenced,
    String disturbed, List<Integer> lines) {

  /** {@code value} becomes the content of {@code word}. */
  public record Write(String word, Symbol value) {}

  public sealed interface End {}

  public record Arrives(Stop stop) implements End {}

  /** @param value null for void */
  public record Returns(Symbol value) implements End {}

  /** @param exception an object that the path has made, or a reference that the client's code has thrown */
  public record Throws(Symbol exception) implements End {}
}
