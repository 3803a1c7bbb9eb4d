package org.atomicvalue.checkers.litmus;

/**
 * What an outcome tells the value of, at the end: a register of a thread, or a location.
 *
 * @param thread the number of the thread; -1 for a location
 */
public record Observable(int thread, String name) implements Comparable<Observable> {

  static Observable register(int thread, String name) {
    return new Observable(thread, name);
  }

  static Observable location(String name) {
    return new Observable(-1, name);
  }

  /** Whether this is a location in memory. */
  public boolean isLocation() {
    return thread < 0;
  }

  /** Registers first, as herd writes them. */
  @Override
  public int compareTo(Observable other) {
    if (isLocation() != other.isLocation()) {
      return isLocation() ? 1 : -1;
    }
    int byThread = Integer.compare(thread, other.thread);
    return byThread != 0 ? byThread : name.compareTo(other.name);
  }

  @Override
  public String toString() {
    return isLocation() ? "[" + name + "]" : thread + ":" + name;
  }
}
