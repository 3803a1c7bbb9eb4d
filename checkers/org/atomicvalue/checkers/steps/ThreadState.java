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
 */
record ThreadState(
    int number, Call call, List<Object> past, int nextSite, TlaValue pc, TlaValue callInSpec, TlaValue result) {

  boolean isIdle() {
    return call == null;
  }

  boolean isAtAccess() {
    return nextSite >= 0;
  }
}
