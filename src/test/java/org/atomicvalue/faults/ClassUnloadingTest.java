package org.atomicvalue.faults;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.WeakReference;
import org.atomicvalue.behaviour.Holder;
import org.atomicvalue.checkers.evidence.Evidence;
import org.atomicvalue.checkers.evidence.Link;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A holder keeps from being collected its value, and the class of its values or, where a type is declared, that type;
 * nothing else, and nothing once it is itself gone. Each class here is loaded by a loader of its own, which is
 * collected when the class is.
 */
class ClassUnloadingTest {

  /** What the classes that are loaded have in common. */
  public interface Plugin {}

  public static final class PluginImplementation implements Plugin {}

  private static final int COLLECTIONS = 50;
  private static final long PAUSE_MILLIS = 20;

  @ParameterizedTest
  @EnumSource
  void formerValueIsNotHeld(Holder.Kind kind) throws Exception {
    Holder holder = kind.empty();
    WeakReference<Object> former = replacedByAnotherOfItsClass(holder);
    requireCollected("the former value", former);
    assertNotNull(holder.load());
    record(kind, "a former value, while its class is still needed");
  }

  private static WeakReference<Object> replacedByAnotherOfItsClass(Holder holder) throws ReflectiveOperationException {
    Object first = newPlugin();
    holder.store(first);
    holder.store(first.getClass().getDeclaredConstructor().newInstance());
    return new WeakReference<>(first);
  }

  @ParameterizedTest
  @EnumSource
  void holderThatIsGoneHoldsNothing(Holder.Kind kind) throws Exception {
    requireCollected("the class loader of a value whose holder is gone", usedAndDropped(kind));
    record(kind, "the class of the values, once the holder is gone");
  }

  private static WeakReference<ClassLoader> usedAndDropped(Holder.Kind kind) {
    Object plugin = newPlugin();
    Holder holder = kind.empty();
    holder.store(plugin);
    holder.swap(plugin);
    holder.compareAndSwap(plugin, plugin);
    holder.getAndUpdate(current -> current);
    holder.updateAndGet(current -> current);
    return loaderOf(plugin);
  }

  @ParameterizedTest
  @EnumSource
  void refusedValueIsNotHeld(Holder.Kind kind) throws Exception {
    Holder holder = kind.of("text");
    requireCollected("the class loader of a value that was refused", refused(holder));
    assertNotNull(holder.load());
    record(kind, "the class of a refused value");
  }

  private static WeakReference<ClassLoader> refused(Holder holder) {
    Object plugin = newPlugin();
    assertThrows(ClassCastException.class, () -> holder.store(plugin));
    assertThrows(ClassCastException.class, () -> holder.compareAndSwap(plugin, plugin));
    return loaderOf(plugin);
  }

  @ParameterizedTest
  @EnumSource
  void whereATypeIsDeclaredTheClassOfAFormerValueIsNotHeld(Holder.Kind kind) throws Exception {
    Holder holder = kind.declared(Plugin.class);
    WeakReference<ClassLoader> former = stored(holder);
    holder.store(newPlugin());
    requireCollected("the class loader of a former value, where a type of another loader is declared", former);
    assertNotNull(holder.load());
    record(kind, "the class of a former value, where a type is declared");
  }

  private static WeakReference<ClassLoader> stored(Holder holder) {
    Object plugin = newPlugin();
    holder.store(plugin);
    return loaderOf(plugin);
  }

  private static void requireCollected(String what, WeakReference<?> reference) throws InterruptedException {
    for (int i = 0; i < COLLECTIONS && reference.get() != null; i++) {
      System.gc();
      Thread.sleep(i == 0 ? 0 : PAUSE_MILLIS);
    }
    assertNull(reference.get(), () -> what + " is still there after " + COLLECTIONS + " garbage collections");
  }

  private static void record(Holder.Kind kind, String what) {
    new Evidence(Link.FAULTS, kind.type().getSimpleName() + ": " + what, 1, "objects collected", "one value",
        "collected",
        0).record();
  }

  /** A new object of a new class, whose loader has loaded nothing else. */
  private static Object newPlugin() {
    try {
      return new OneClass().define().getDeclaredConstructor().newInstance();
    } catch (ReflectiveOperationException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static WeakReference<ClassLoader> loaderOf(Object plugin) {
    return new WeakReference<>(plugin.getClass().getClassLoader());
  }

  private static final class OneClass extends ClassLoader {

    OneClass() {
      super(ClassUnloadingTest.class.getClassLoader());
    }

    Class<?> define() throws IOException {
      String name = PluginImplementation.class.getName();
      try (InputStream file = getResourceAsStream(name.replace('.', '/') + ".class")) {
        byte[] bytes = file.readAllBytes();
        return defineClass(name, bytes, 0, bytes.length);
      }
    }
  }
}
