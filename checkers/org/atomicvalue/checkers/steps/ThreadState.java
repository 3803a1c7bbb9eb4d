package org.atomicvalue.checkers.steps;

import java.util.List;
import org.atomicvalue.checkers.graph.TlaValue;

/**
 * Where a thread stands: idle, before an access, or before its response.
 *
 * @param number of this state, 0 for idle
 * @param call that the thread is in, null while idle
 * @param past what the call's accesses observed on the way by which this state was reached first
 * @param nextSite the access that comes next, -1 if none
 * @param pc the label of that access, or {@code "Idle"} or {@code "Respond"}
 * @param result how the call ends, once that is settled
 * @param locals the local variables that the specification knows
 * @param frames what the methods hold that the next access is in, on that first way
 */
record ThreadState(int number, Call call, List<Replay.Observation> past, int nextSite, TlaValue pc, TlaValue callInSpec,
    TlaValue result, List<TlaValue> locals, List<Replay.HeldFrame> frames) {

  boolean isIdle() {
    return call == null;
  }

  boolean isAtAccess() {
    return nextSite >= 0;
  }

  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return number;
  }
}
