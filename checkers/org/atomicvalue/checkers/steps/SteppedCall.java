package org.atomicvalue.checkers.steps;

import java.util.ArrayList;
import java.util.List;

/**
 * A call that a thread makes one access at a time, on the instance of a {@link SteppedClass}. Several may be under way
 * at once; each goes on when it is told to, and need not.
 */
public final class SteppedCall {

  private final SteppedClass subject;
  private final Call call;
  private final List<Replay.Observation> past = new ArrayList<>();
  private Replay.Run last;

  /** Begins the call, and stops before its first access. */
  public SteppedCall(SteppedClass subject, Call call) {
    this.subject = subject;
    this.call = call;
    this.last = subject.run(call, subject.readWords(), List.of(), false, 0);
  }

  public boolean hasEnded() {
    return !last.isAtAccess();
  }

  /** The label of the access that comes next. */
  public String next() {
    return subject.site(last.nextSite()).label();
  }

  /** Makes the next access, and stops before the one after it. */
  public void step() {
    if (hasEnded()) {
      throw new IllegalStateException(call + " has ended");
    }
    last = subject.run(call, subject.readWords(), List.copyOf(past), true, 0);
    past.add(last.performed());
  }

  /** What the call returned, or the class of what it threw. */
  public Object result() {
    return last.thrown() == null ? last.returned() : last.thrown().getClass();
  }
}
