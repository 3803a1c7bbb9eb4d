package org.atomicvalue.behaviour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.atomicvalue.WaitFreeAtomicValue;
import org.atomicvalue.checkers.documents.GeneratedSection;
import org.atomicvalue.checkers.evidence.BehaviourEvidence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Values that a program takes for values of one type, and whether they are of one class: the table in {@code
 * docs/conditions-of-use.md}. Those that differ need a declared type.
 */
@ExtendWith(BehaviourEvidence.class)
class SurprisingClassesTest {

  private static final Path PAGE = Path.of("docs", "conditions-of-use.md");

  private enum Direction {
    NORTH,
    SOUTH {
      @Override
      boolean isDown() {
        return true;
      }
    };

    boolean isDown() {
      return false;
    }
  }

  private record Config(int timeout) {}

  /**
   * @param declared the type to declare where the classes differ
   */
  private record Pair(String first, Object one, String second, Object another, Class<?> declared, boolean sameClass) {

    @Override
    public String toString() {
      return first + " and " + second;
    }
  }

  private static Pair differ(String first, Object one, String second, Object another, Class<?> declared) {
    return new Pair(first, one, second, another, declared, false);
  }

  private static Pair same(String first, Object one, String second, Object another) {
    return new Pair(first, one, second, another, Object.class, true);
  }

  static List<Pair> pairs() throws UnknownHostException {
    BinaryOperator<Integer> plus = (a, b) -> a + b;
    BinaryOperator<Integer> times = (a, b) -> a * b;
    return List.of(
        differ("List.of(1)", List.of(1), "List.of(1, 2, 3)", List.of(1, 2, 3), List.class),
        differ("List.of(1)", List.of(1), "Arrays.asList(1)", Arrays.asList(1), List.class),
        differ("Set.of(1)", Set.of(1), "Set.of(1, 2, 3)", Set.of(1, 2, 3), Set.class),
        differ("Map.of(1, 2)", Map.of(1, 2), "Map.of()", Map.of(), Map.class),
        differ("Collections.emptyList()", Collections.emptyList(), "new ArrayList<>()", new ArrayList<>(), List.class),
        differ("Collections.unmodifiableList(arrayList)", Collections.unmodifiableList(new ArrayList<>()),
            "Collections.unmodifiableList(linkedList)", Collections.unmodifiableList(new LinkedList<>()), List.class),
        differ("an enum constant", Direction.NORTH, "one with a body of its own", Direction.SOUTH, Direction.class),
        differ("(a, b) -> a + b", plus, "(a, b) -> a * b", times, BinaryOperator.class),
        differ("ZoneId.of(\"Europe/Paris\")", ZoneId.of("Europe/Paris"), "ZoneOffset.UTC", ZoneOffset.UTC,
            ZoneId.class),
        differ("StandardCharsets.UTF_8", StandardCharsets.UTF_8, "StandardCharsets.ISO_8859_1",
            StandardCharsets.ISO_8859_1, Charset.class),
        differ("an IPv4 InetAddress", InetAddress.getByAddress(new byte[4]), "an IPv6 InetAddress",
            InetAddress.getByAddress(new byte[16]), InetAddress.class),
        differ("new IOException()", new IOException(), "new FileNotFoundException()", new FileNotFoundException(),
            Throwable.class),
        differ("1", 1, "1L", 1L, Number.class),
        differ("a proxy of Runnable", proxy(Runnable.class), "a proxy of Runnable and Supplier",
            proxy(Runnable.class, Supplier.class), Runnable.class),
        same("\"a\"", "a", "\"\"", ""),
        same("new Config(1)", new Config(1), "new Config(2)", new Config(2)),
        same("new ArrayList<>()", new ArrayList<>(), "new ArrayList<>(List.of(1))", new ArrayList<>(List.of(1))),
        same("Optional.empty()", Optional.empty(), "Optional.of(1)", Optional.of(1)));
  }

  private static Object proxy(Class<?>... interfaces) {
    return Proxy.newProxyInstance(SurprisingClassesTest.class.getClassLoader(), interfaces,
        (self, method, args) -> null);
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void withoutADeclaredTypeOnlyOneClassIsAccepted(Pair pair) {
    WaitFreeAtomicValue<Object> holder = new WaitFreeAtomicValue<>();
    holder.store(pair.one());
    if (pair.sameClass()) {
      holder.store(pair.another());
      assertSame(pair.another(), holder.load());
    } else {
      assertThrows(ClassCastException.class, () -> holder.store(pair.another()));
      assertSame(pair.one(), holder.load());
    }
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void withADeclaredTypeBothAre(Pair pair) {
    @SuppressWarnings("unchecked")
    WaitFreeAtomicValue<Object> holder = new WaitFreeAtomicValue<>((Class<? super Object>) pair.declared());
    holder.store(pair.one());
    holder.store(pair.another());
    assertSame(pair.another(), holder.load());
  }

  @Test
  void thePageHasThisTable() throws IOException {
    String rows = pairs().stream()
        .map(pair -> "| `" + pair.first() + "` | `" + pair.second() + "` | "
            + (pair.sameClass() ? "one class" : "two classes: declare `" + pair.declared().getSimpleName() + "`")
            + " |\n")
        .map(row -> row.replaceAll("`((?:an?|one) [^`]+)`", "$1"))
        .collect(Collectors.joining());
    String table = "| a value | another | they are of |\n|---|---|---|\n" + rows;
    String text = Files.readString(PAGE);
    assertEquals(GeneratedSection.replace(PAGE, text, "classes", table), text,
        () -> "the table in " + PAGE + " should be:\n" + table);
  }
}
