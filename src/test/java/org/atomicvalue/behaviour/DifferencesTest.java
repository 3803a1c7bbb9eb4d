package org.atomicvalue.behaviour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.lang.ref.WeakReference;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.atomicvalue.checkers.evidence.BehaviourEvidence;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Every row of the tables "If you come from ..." in the description of the package is true, of both classes and, where
 * it speaks of {@code AtomicReference}, of that. What it says of Go is not checked.
 */
@ExtendWith(BehaviourEvidence.class)
class DifferencesTest {

  private static final Path TABLES = Path.of("src/main/java/org/atomicvalue/package-info.java");
  private static final Pattern ROW = Pattern.compile("<tr><th scope=\"row\">(.*?)</th>", Pattern.DOTALL);

  @FunctionalInterface
  private interface Check {
    void of(Holder.Kind kind) throws Exception;
  }

  /** By the beginning of the row, without markup. */
  private static final Map<String, Check> CHECKS = new LinkedHashMap<>();

  static {
    CHECKS.put("get, set, getAndSet, compareAndSet", DifferencesTest::methodsCorrespond);
    CHECKS.put("new AtomicReference<>(initial)", DifferencesTest::anInitialValueIsGivenToOf);
    CHECKS.put("objects of any class take turns", DifferencesTest::theFirstValueFixesTheClassUnlessATypeIsDeclared);
    CHECKS.put("set(null) empties it", DifferencesTest::cannotBeEmptied);
    CHECKS.put("a compareAndSet that expects", DifferencesTest::anExpectedValueOfAnotherClassIsRefused);
    CHECKS.put("weaker modes", DifferencesTest::thereAreNoWeakerModes);
    CHECKS.put("an object that has been replaced", DifferencesTest::theClassStaysReachableUnlessATypeIsDeclared);
    CHECKS.put("java.io.Serializable", DifferencesTest::isNotSerializable);
    CHECKS.put("an update whose function updates", DifferencesTest::anUpdateInAnUpdateNeverEnds);
    CHECKS.put("toString of a reference to itself", DifferencesTest::toStringOfAHolderInItselfOverflows);
    CHECKS.put("Load of an empty value is nil", kind -> assertNull(kind.empty().load()));
    CHECKS.put("Store(nil) panics",
        kind -> assertThrows(NullPointerException.class, () -> kind.empty().store(null)));
    CHECKS.put("a value of another type panics", DifferencesTest::anotherClassIsRefusedWithBothNames);
    CHECKS.put("a struct around an interface", DifferencesTest::aDeclaredTypeHasValuesOfSeveralClasses);
    CHECKS.put("CompareAndSwap compares by ==", DifferencesTest::comparesByIdentity);
    CHECKS.put("CompareAndSwap panics where", DifferencesTest::everyObjectCanBeExpected);
    CHECKS.put("CompareAndSwap(nil, v)", DifferencesTest::anExpectedNullDemandsThatThereIsNone);
    CHECKS.put("a Value must not be copied", DifferencesTest::cannotBeCopied);
    CHECKS.put("a first Store that is preempted", DifferencesTest::onlyAtomicValueHasASentinel);
  }

  private static List<String> rows() throws IOException {
    return ROW.matcher(Files.readString(TABLES)).results()
        .map(row -> row.group(1)
            .replaceAll("\\s*\\n \\*\\s*", " ")
            .replaceAll("\\{@(?:code|link) ([^}]*)}", "$1"))
        .toList();
  }

  private static boolean begins(String row, String check) {
    return row.startsWith(check);
  }

  @TestFactory
  Stream<DynamicTest> everyRowIsTrue() throws IOException {
    return rows().stream().flatMap(row -> Stream.of(Holder.Kind.values())
        .map(kind -> DynamicTest.dynamicTest(row + ", " + kind.type().getSimpleName(), () -> {
          List<String> checks = CHECKS.keySet().stream().filter(check -> begins(row, check)).toList();
          assertEquals(1, checks.size(), () -> "checks of this row: " + checks);
          CHECKS.get(checks.get(0)).of(kind);
        })));
  }

  @Test
  void everyCheckHasItsRow() throws IOException {
    List<String> rows = rows();
    Set<String> idle = new TreeSet<>(CHECKS.keySet());
    idle.removeIf(check -> rows.stream().filter(row -> begins(row, check)).count() == 1);
    assertEquals(Set.of(), idle, () -> "checks without exactly one row in " + TABLES);
  }

  private static void methodsCorrespond(Holder.Kind kind) {
    AtomicReference<Object> reference = new AtomicReference<>("a");
    Holder holder = kind.of("a");
    reference.set("b");
    holder.store("b");
    assertEquals(reference.get(), holder.load());
    assertEquals(reference.getAndSet("c"), holder.swap("c"));
    assertEquals(reference.compareAndSet("c", "d"), holder.compareAndSwap("c", "d"));
    assertEquals(reference.compareAndSet("c", "e"), holder.compareAndSwap("c", "e"));
    assertEquals(reference.get(), holder.load());
  }

  private static void anInitialValueIsGivenToOf(Holder.Kind kind) {
    assertEquals(new AtomicReference<>("a").get(), kind.of("a").load());
    assertNull(kind.declared(String.class).load());
  }

  private static void theFirstValueFixesTheClassUnlessATypeIsDeclared(Holder.Kind kind) {
    AtomicReference<Object> reference = new AtomicReference<>("a");
    reference.set(1);
    assertEquals(1, reference.get());
    assertThrows(ClassCastException.class, () -> kind.of("a").store(1));
    Holder declared = kind.declared(Comparable.class, "a");
    declared.store(1);
    assertEquals(1, declared.load());
  }

  private static void cannotBeEmptied(Holder.Kind kind) {
    AtomicReference<Object> reference = new AtomicReference<>("a");
    reference.set(null);
    assertNull(reference.get());
    Holder holder = kind.of("a");
    assertThrows(NullPointerException.class, () -> holder.store(null));
    assertThrows(NullPointerException.class, () -> holder.swap(null));
    assertThrows(NullPointerException.class, () -> holder.compareAndSwap("a", null));
    assertThrows(NullPointerException.class, () -> holder.updateAndGet(a -> null));
    assertEquals("a", holder.load());
  }

  private static void anExpectedValueOfAnotherClassIsRefused(Holder.Kind kind) {
    assertFalse(new AtomicReference<Object>("a").compareAndSet(1, "b"));
    assertThrows(ClassCastException.class, () -> kind.of("a").compareAndSwap(1, "b"));
  }

  private static void thereAreNoWeakerModes(Holder.Kind kind) {
    assertEquals(
        Set.of("load", "store", "swap", "compareAndSwap", "getAndUpdate", "updateAndGet", "toString", "of"),
        Arrays.stream(kind.type().getDeclaredMethods())
            .filter(method -> Modifier.isPublic(method.getModifiers()))
            .map(Method::getName)
            .collect(Collectors.toSet()));
  }

  /** A class of which each loader makes its own. */
  public static final class Loaded {}

  private static final class Loader extends ClassLoader {

    Object newLoaded() {
      String name = Loaded.class.getName();
      try (InputStream file = DifferencesTest.class.getResourceAsStream("DifferencesTest$Loaded.class")) {
        byte[] bytes = file.readAllBytes();
        return defineClass(name, bytes, 0, bytes.length).getDeclaredConstructor().newInstance();
      } catch (IOException | ReflectiveOperationException e) {
        throw new AssertionError(e);
      }
    }
  }

  private static WeakReference<ClassLoader> replacedIn(AtomicReference<Object> reference) {
    Object loaded = new Loader().newLoaded();
    reference.set(loaded);
    reference.set("another");
    return new WeakReference<>(loaded.getClass().getClassLoader());
  }

  private static WeakReference<ClassLoader> replacedIn(Holder holder, boolean ofTheSameClass) throws Exception {
    Object loaded = new Loader().newLoaded();
    holder.store(loaded);
    holder.store(ofTheSameClass ? loaded.getClass().getDeclaredConstructor().newInstance() : "another");
    return new WeakReference<>(loaded.getClass().getClassLoader());
  }

  private static boolean isCollected(WeakReference<?> reference) throws InterruptedException {
    for (int i = 0; i < 50 && reference.get() != null; i++) {
      System.gc();
      Thread.sleep(i == 0 ? 0 : 20);
    }
    return reference.get() == null;
  }

  private static void theClassStaysReachableUnlessATypeIsDeclared(Holder.Kind kind) throws Exception {
    AtomicReference<Object> reference = new AtomicReference<>();
    assertTrue(isCollected(replacedIn(reference)), "there");
    assertNotNull(reference.get());
    Holder declared = kind.declared(Object.class);
    assertTrue(isCollected(replacedIn(declared, false)), "here, where a type is declared");
    assertNotNull(declared.load());
    Holder undeclared = kind.empty();
    WeakReference<ClassLoader> loader = replacedIn(undeclared, true);
    System.gc();
    assertNotNull(loader.get(), "here, where none is declared");
    assertNotNull(undeclared.load());
  }

  private static void isNotSerializable(Holder.Kind kind) {
    assertTrue(Serializable.class.isAssignableFrom(AtomicReference.class));
    assertFalse(Serializable.class.isAssignableFrom(kind.type()));
  }

  private static final class Endless extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  /**
   * Nothing that ends shows that something never does: it goes on for a thousand rounds, each of which finds a change.
   */
  private static UnaryOperator<Object> updating(Runnable update) {
    int[] rounds = {0};
    return current -> {
      if (rounds[0]++ == 1000) {
        throw new Endless();
      }
      update.run();
      return new Object();
    };
  }

  private static void anUpdateInAnUpdateNeverEnds(Holder.Kind kind) {
    AtomicReference<Object> reference = new AtomicReference<>(new Object());
    assertThrows(Endless.class,
        () -> reference.updateAndGet(updating(() -> reference.updateAndGet(any -> new Object()))));
    Holder holder = kind.of(new Object());
    assertThrows(Endless.class, () -> holder.updateAndGet(updating(() -> holder.updateAndGet(any -> new Object()))));
  }

  private static void toStringOfAHolderInItselfOverflows(Holder.Kind kind) {
    AtomicReference<Object> reference = new AtomicReference<>();
    reference.set(reference);
    assertThrows(StackOverflowError.class, reference::toString);
    Holder holder = kind.empty();
    holder.store(holder);
    assertThrows(StackOverflowError.class, holder::toString);
  }

  private static void anotherClassIsRefusedWithBothNames(Holder.Kind kind) {
    String message = assertThrows(ClassCastException.class, () -> kind.of("a").store(1)).getMessage();
    assertTrue(message.contains("java.lang.String") && message.contains("java.lang.Integer"), message);
  }

  private static void aDeclaredTypeHasValuesOfSeveralClasses(Holder.Kind kind) {
    Holder holder = kind.declared(List.class);
    for (List<Integer> list : List.of(List.of(1), List.of(1, 2, 3))) {
      holder.store(list);
      assertSame(list, holder.load());
    }
    assertNotEquals(List.of(1).getClass(), List.of(1, 2, 3).getClass());
  }

  private static void comparesByIdentity(Holder.Kind kind) {
    String held = new String("a");
    String equal = new String("a");
    assertNotSame(held, equal);
    Holder holder = kind.of(held);
    assertFalse(holder.compareAndSwap(equal, "b"));
    assertTrue(holder.compareAndSwap(held, "b"));
  }

  private static void everyObjectCanBeExpected(Holder.Kind kind) {
    int[] array = {1};
    assertTrue(kind.of(array).compareAndSwap(array, new int[0]));
    UnaryOperator<Object> function = UnaryOperator.identity();
    assertTrue(kind.of(function).compareAndSwap(function, function));
  }

  private static void anExpectedNullDemandsThatThereIsNone(Holder.Kind kind) {
    Holder holder = kind.empty();
    assertTrue(holder.compareAndSwap(null, "a"));
    assertFalse(holder.compareAndSwap(null, "b"));
    assertEquals("a", holder.load());
  }

  private static void cannotBeCopied(Holder.Kind kind) {
    assertFalse(Cloneable.class.isAssignableFrom(kind.type()));
    assertTrue(Modifier.isFinal(kind.type().getModifiers()));
    assertEquals(Set.of(), Arrays.stream(kind.type().getConstructors())
        .filter(constructor -> List.of(constructor.getParameterTypes()).contains(kind.type()))
        .collect(Collectors.toSet()));
  }

  /** That others wait, and how, or do not, is shown by {@code StalledWriterTest} and {@code HaltedThreadTest}. */
  private static void onlyAtomicValueHasASentinel(Holder.Kind kind) {
    assertEquals(
        kind == Holder.Kind.ATOMIC_VALUE,
        Arrays.stream(kind.type().getDeclaredFields()).anyMatch(field -> field.getName().equals("CLAIMED")));
  }
}
