package consumer;

import java.io.File;
import java.util.List;
import org.atomicvalue.AtomicValue;
import org.atomicvalue.WaitFreeAtomicValue;

/** Goes through the whole API, with the library as the only thing beside it on the class path. */
public final class Main {

  private Main() {}

  public static void main(String[] args) {
    check(System.getProperty("java.class.path").split(File.pathSeparator).length == 2, "one dependency");
    check(AtomicValue.class.getModule().getName() == null, "the unnamed module");

    AtomicValue<List<String>> words = new AtomicValue<>();
    check(words.load() == null, "empty at first");
    List<String> one = List.of("one");
    words.store(one);
    check(words.compareAndSwap(one, List.of("two")), "current, so replaced");
    check(!words.compareAndSwap(one, one), "no longer current");
    check(List.of("three").equals(words.updateAndGet(old -> List.of("three"))), "updated");
    check(List.of("three").equals(words.getAndUpdate(old -> List.of("four"))), "what was updated");
    check(List.of("four").equals(words.swap(one)), "what was swapped");

    WaitFreeAtomicValue<Object> anything = new WaitFreeAtomicValue<>();
    anything.store("a string");
    try {
      anything.store(1);
      throw new AssertionError("a value of another class was let in");
    } catch (ClassCastException e) {
      check("a string".equals(anything.load()), "a refused call changes nothing");
    }
    System.out.println("Used on the class path: " + words + ", " + anything);
  }

  private static void check(boolean holds, String what) {
    if (!holds) {
      throw new AssertionError("does not hold: " + what);
    }
  }
}
