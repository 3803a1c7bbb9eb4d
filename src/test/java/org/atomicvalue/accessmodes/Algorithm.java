package org.atomicvalue.accessmodes;

import static org.atomicvalue.accessmodes.Access.read;
import static org.atomicvalue.accessmodes.Access.update;
import static org.atomicvalue.accessmodes.Access.write;

import java.util.List;
import org.atomicvalue.AtomicValue;
import org.atomicvalue.WaitFreeAtomicValue;

/** A class of the library, and the accesses that its algorithm makes to its two words. */
enum Algorithm {
  ATOMIC_VALUE(
      AtomicValue.class,
      read("LoadType"),
      read("LoadData"),
      read("ReadType"),
      update("ClaimType"),
      write("StoreFirstData"),
      write("PublishType"),
      write("OverwriteData"),
      update("SwapData"),
      update("CompareAndSwapData")),
  WAIT_FREE_ATOMIC_VALUE(
      WaitFreeAtomicValue.class,
      read("LoadData"),
      read("ReadType"),
      update("InstallFirst"),
      write("CacheType"),
      write("HelpCacheType"),
      write("OverwriteData"),
      update("SwapData"),
      update("CompareAndSwapData"));

  private final Class<?> type;
  private final List<Access> accesses;

  Algorithm(Class<?> type, Access... accesses) {
    this.type = type;
    this.accesses = List.of(accesses);
  }

  /** The algorithm of the class with this simple name. */
  static Algorithm of(String className) {
    for (Algorithm algorithm : values()) {
      if (algorithm.className().equals(className)) {
        return algorithm;
      }
    }
    throw new IllegalArgumentException("no algorithm of this name has its modes checked: " + className);
  }

  String className() {
    return type.getSimpleName();
  }

  /** The module that has the algorithm over the memory of the access modes. */
  String module() {
    return className() + "Modes";
  }

  /** In the order in which they are listed. */
  List<Access> accesses() {
    return accesses;
  }

  Access access(String action) {
    return accesses.stream().filter(access -> access.action().equals(action)).findFirst()
        .orElseThrow(() -> new IllegalArgumentException(className() + " has no access " + action));
  }

  @Override
  public String toString() {
    return className();
  }
}
