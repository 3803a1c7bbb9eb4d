package consumer;

import org.atomicvalue.AtomicValue;
import org.jspecify.annotations.NullMarked;

/** NullAway has nothing against any of this. */
@NullMarked
final class Accepted {

  private final AtomicValue<String> value = new AtomicValue<>();

  int length() {
    String current = value.load();
    return current == null ? 0 : current.length();
  }

  boolean first(String next) {
    return value.compareAndSwap(null, next);
  }

  int lengthAfterUpdate() {
    return value.updateAndGet(current -> current == null ? "first" : current + ", next").length();
  }
}
