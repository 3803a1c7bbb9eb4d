package org.atomicvalue.bench;

import java.util.OptionalDouble;

/** An operation of {@link OperationsBenchmark}, and how much more than its counterpart it may cost. */
enum Operation {
  LOAD("load", "get", 1.45, 1.02),
  STORE("store", "set", 1.05, 1.05),
  SWAP("swap", "getAndSet", Double.NaN, 1.10),
  COMPARE_AND_SWAP("compareAndSwap", "compareAndSet", Double.NaN, 1.05),
  FAILING_COMPARE_AND_SWAP("failingCompareAndSwap", "compareAndSet", Double.NaN, 1.05);

  private final String benchmark;
  private final String counterpart;
  private final double target;
  private final double waitFreeTarget;

  Operation(String benchmark, String counterpart, double target, double waitFreeTarget) {
    this.benchmark = benchmark;
    this.counterpart = counterpart;
    this.target = target;
    this.waitFreeTarget = waitFreeTarget;
  }

  /** The method of {@link OperationsBenchmark}. */
  String benchmark() {
    return benchmark;
  }

  /** In Markdown. */
  String title() {
    return this == FAILING_COMPARE_AND_SWAP ? "`compareAndSwap` that fails" : "`" + benchmark + "`";
  }

  /** The method of {@code AtomicReference}, in Markdown. */
  String counterpart() {
    return "`AtomicReference." + counterpart + "`" + (this == FAILING_COMPARE_AND_SWAP ? " that fails" : "");
  }

  /** The largest ratio that is good enough; none where nothing has been demanded. */
  OptionalDouble target(String holder) {
    double ratio = switch (holder) {
      case "AtomicValue" -> target;
      case "WaitFreeAtomicValue" -> waitFreeTarget;
      default -> Double.NaN;
    };
    return Double.isNaN(ratio) ? OptionalDouble.empty() : OptionalDouble.of(ratio);
  }
}
