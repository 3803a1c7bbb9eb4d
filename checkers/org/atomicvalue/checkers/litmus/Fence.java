package org.atomicvalue.checkers.litmus;

import java.util.Arrays;
import java.util.Optional;

/** The fences of {@link java.lang.invoke.VarHandle}. */
public enum Fence {
  FULL("fullFence"),
  ACQUIRE("acquireFence"),
  RELEASE("releaseFence"),
  LOAD_LOAD("loadLoadFence"),
  STORE_STORE("storeStoreFence");

  private final String method;

  Fence(String method) {
    this.method = method;
  }

  /** The name of the method. */
  public String method() {
    return method;
  }

  /** Without the word fence, such as {@code loadLoad}. */
  public String word() {
    return method.replace("Fence", "");
  }

  static Optional<Fence> called(String method) {
    return Arrays.stream(values()).filter(fence -> fence.method.equals(method)).findFirst();
  }
}
