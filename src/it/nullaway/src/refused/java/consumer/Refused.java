package consumer;

import org.atomicvalue.AtomicValue;
import org.jspecify.annotations.NullMarked;

/** Each method here makes one mistake. */
@NullMarked
final class Refused {

  private final AtomicValue<String> value = new AtomicValue<>();

  int forgetsThatLoadMayReturnNull() {
    return value.load().length();
  }

  String returnsWhatMayBeNull(String next) {
    return value.swap(next);
  }

  void storesNull() {
    value.store(null);
  }

  boolean replacesByNull(String current) {
    return value.compareAndSwap(current, null);
  }
}
