package org.atomicvalue.examples;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.atomicvalue.WaitFreeAtomicValue;

/**
 * A map that is read often and seldom changed: readers take no lock and never wait; a writer copies the map, changes
 * the copy and puts it in the place of the original.
 */
public final class ReadMostlyMap<K, V> {

  /** A map in here is never modified. Its class is always HashMap: that of Map.of() would vary with the size. */
  private final WaitFreeAtomicValue<HashMap<K, V>> current = WaitFreeAtomicValue.of(new HashMap<>());

  public Optional<V> get(K key) {
    return Optional.ofNullable(current.load().get(key));
  }

  /** Inserts an entry. When several threads insert at once, none of the entries is lost. */
  public void put(K key, V value) {
    current.updateAndGet(map -> {
      HashMap<K, V> copy = new HashMap<>(map);
      copy.put(key, value);
      return copy;
    });
  }

  /** Returns the map as it is now; later insertions do not show in it. */
  public Map<K, V> snapshot() {
    return Collections.unmodifiableMap(current.load());
  }

  /** Two threads insert numbers by name, while the main thread looks them up. */
  public static void main(String[] args) throws Exception {
    ReadMostlyMap<String, Integer> numbers = new ReadMostlyMap<>();
    ExecutorService writers = Executors.newFixedThreadPool(2);
    try {
      Future<?> even = writers.submit(() -> insert(numbers, 0));
      Future<?> odd = writers.submit(() -> insert(numbers, 1));
      System.out.println("so far: " + numbers.snapshot().size());
      even.get();
      odd.get();
      System.out.println("in the end: " + numbers.snapshot().size());
      System.out.println("number 42 is " + numbers.get("number 42").orElseThrow());
    } finally {
      writers.shutdownNow();
    }
  }

  private static void insert(ReadMostlyMap<String, Integer> numbers, int first) {
    for (int i = first; i < 100; i += 2) {
      numbers.put("number " + i, i);
    }
  }
}
