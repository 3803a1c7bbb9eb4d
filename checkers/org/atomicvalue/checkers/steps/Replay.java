package org.atomicvalue.checkers.steps;

import java.util.List;

/**
 * Runs one call of the class under test up to the access that is wanted. The class's accesses come here first: those of
 * the past get the result that they had, the next one is performed, and the one after it ends the run.
 *
 * <p>So a thread that stands still between two accesses is nothing but its call and what it has observed, and any number
 * of them can be kept, resumed and resumed again from the same point without a single real thread.
 */
public final class Replay {

  /** Ends a run before an access. The class under test has no handlers that could catch an error. */
  private static final class Pause extends Error {
    private static final long serialVersionUID = 1;

    Pause() {
      super(null, null, false, false);
    }
  }

  private static final Pause PAUSE = new Pause();

  /** How a run went: what the performed access observed, and then either the next access or the end of the call. */
  record Run(int performedSite, Object observed, int nextSite, Object returned, Throwable thrown) {

    boolean isAtAccess() {
      return nextSite >= 0;
    }
  }

  /** Code that makes the call. */
  @FunctionalInterface
  interface Body {
    Object run() throws Throwable;
  }

  private static final int NONE = -1;

  private Object subject;
  private Object[] observations;
  private int position;
  private boolean running;
  private boolean mayPerform;
  private int performedSite;
  private Object observed;
  private int nextSite;

  /** The object whose words the accesses must be to. */
  void setSubject(Object subject) {
    this.subject = subject;
  }

  /**
   * Repeats the past accesses of a call, and performs the next one if {@code performNext}.
   *
   * @param past what the accesses so far observed, in order
   */
  Run run(Body body, List<Object> past, boolean performNext) {
    observations = past.toArray();
    position = 0;
    mayPerform = performNext;
    performedSite = NONE;
    observed = null;
    nextSite = NONE;
    running = true;
    Object returned = null;
    Throwable thrown = null;
    try {
      returned = body.run();
    } catch (Pause pause) {
      return new Run(performedSite, observed, nextSite, null, null);
    } catch (NotConformable e) {
      throw e;
    } catch (Throwable e) {
      thrown = e;
    } finally {
      running = false;
    }
    if (position < observations.length || mayPerform) {
      throw new NotConformable("a call ended before the accesses that it made in an earlier run: it depends on more"
          + " than its arguments and what it reads");
    }
    return new Run(performedSite, observed, NONE, returned, thrown);
  }

  /**
   * Called by the instrumented class before an access: true if it is to take {@link #observation()} as the result,
   * false if it is to perform the access and pass the result to {@link #performed}.
   */
  public boolean isPast(int site, Object receiver) {
    if (receiver != null && receiver != subject && subject != null) {
      throw new NotConformable("access to an object other than the one under test: " + receiver.getClass());
    }
    if (!running) {
      return false;
    }
    if (position < observations.length) {
      return true;
    }
    if (mayPerform) {
      mayPerform = false;
      performedSite = site;
      return false;
    }
    nextSite = site;
    throw PAUSE;
  }

  /** What the current access observed in the past. */
  public Object observation() {
    return observations[position++];
  }

  /** Called by the instrumented class with the result of an access, null if it has none. */
  public void performed(Object result) {
    observed = result;
  }
}
