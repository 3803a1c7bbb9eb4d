package consumer;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.atomicvalue.AtomicValue;
import org.atomicvalue.WaitFreeAtomicValue;

/** Writes in all ways to both classes, and needs the names of their fields. */
public final class Main {

  private Main() {}

  public static void main(String[] args) {
    AtomicValue<String> go = new AtomicValue<>();
    check(go.load() == null, "empty at first");
    go.store("a");
    check("a".equals(go.swap("b")), "what was swapped");
    check(go.compareAndSwap("b", "c"), "current, so replaced");
    check("cc".equals(go.updateAndGet(c -> c + c)), "updated");

    WaitFreeAtomicValue<String> waitFree = new WaitFreeAtomicValue<>();
    check(waitFree.load() == null, "empty at first");
    waitFree.store("a");
    check("a".equals(waitFree.swap("b")), "what was swapped");
    check(waitFree.compareAndSwap("b", "c"), "current, so replaced");
    check("cc".equals(waitFree.updateAndGet(c -> c + c)), "updated");
    check(!methodNames(WaitFreeAtomicValue.class).contains("load"), "ProGuard has renamed what it may");
    System.out.println("Used after ProGuard: " + go + ", " + waitFree);
  }

  private static Set<String> methodNames(Class<?> type) {
    return Arrays.stream(type.getDeclaredMethods()).map(Method::getName).collect(Collectors.toSet());
  }

  private static void check(boolean holds, String what) {
    if (!holds) {
      throw new AssertionError("does not hold: " + what);
    }
  }
}
