package org.atomicvalue.checkers.steps;

import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * Runs one call of the class under test up to the access that is wanted. The class's accesses come here first: those of
 * the past get the result that they had, the next one is performed, and the one after it ends the run.
 *
 * <p>So a thread that stands still between two accesses is nothing but its call and what it has observed, and any
 * number of them can be kept, resumed and resumed again from the same point without a single real thread.
 */
public final class Replay {

  /** Ends a run before an access. Handlers of the class under test let it pass. */
  private static final class Pause extends Error {
    private static final long serialVersionUID = 1;

    Pause() {
      super(null, null, false, false);
    }
  }

  private static final Pause PAUSE = new Pause();

  /**
   * What a step of the past was, and what the thread observed by it.
   *
   * @param value the result, or what was thrown
   */
  record Observation(int site, Object value, boolean isThrown) {}

  /** What a method holds while it is left: the number of a {@link FrameShape}, and a value for each of its types. */
  record HeldFrame(int shape, Object[] values) {}

  /**
   * How a run went: what the performed access observed, and then either the next access or the end of the call.
   *
   * @param performed null if nothing was performed
   * @param alternatives how many outcomes the performed step could have had, of which one was chosen
   * @param frames of all methods of the class that the next access is in, the outermost first
   */
  record Run(Observation performed, int alternatives, int nextSite, List<HeldFrame> frames, Object returned,
      Throwable thrown) {

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

  private final Set<VarHandle> knownHandles = Collections.newSetFromMap(new IdentityHashMap<>());
  private final ArrayList<HeldFrame> frames = new ArrayList<>();

  private Object subject;
  private List<Observation> past;
  private int position;
  private boolean running;
  private boolean mayPerform;
  private boolean performing;
  private int performedSite;
  private Observation performed;
  private int choice;
  private int alternatives;
  private int nextSite;

  /** The object whose words the accesses must be to. */
  void setSubject(Object subject) {
    this.subject = subject;
  }

  /**
   * Repeats the past accesses of a call, and performs the next one if {@code performNext}.
   *
   * @param pastSteps what the accesses so far observed, in order
   * @param choose which outcome the performed step is to have, where it can have several
   */
  Run run(Body body, List<Observation> pastSteps, boolean performNext, int choose) {
    past = pastSteps;
    position = 0;
    mayPerform = performNext;
    performing = false;
    performedSite = NONE;
    performed = null;
    choice = choose;
    alternatives = 1;
    nextSite = NONE;
    frames.clear();
    running = true;
    Object returned = null;
    Throwable thrown = null;
    try {
      returned = body.run();
    } catch (Pause pause) {
      return new Run(performed, alternatives, nextSite, List.copyOf(frames), null, null);
    } catch (NotConformable e) {
      throw e;
    } catch (Throwable e) {
      thrown = e;
    } finally {
      running = false;
    }
    if (position < past.size() || mayPerform) {
      throw new NotConformable("a call ended before the accesses that it made in an earlier run: it depends on more"
          + " than its arguments and what it reads");
    }
    return new Run(performed, alternatives, NONE, List.of(), returned, thrown);
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
    if (performing) {
      throw new NotConformable("a function that the class calls in one step makes another step itself: what it is"
          + " given must not use the object under test");
    }
    if (position < past.size()) {
      if (past.get(position).site != site) {
        throw new NotConformable("a call that is run again makes other accesses than before: it depends on more than"
            + " its arguments and what it reads");
      }
      return true;
    }
    if (mayPerform) {
      mayPerform = false;
      performing = true;
      performedSite = site;
      return false;
    }
    nextSite = site;
    throw PAUSE;
  }

  /** What the current access observed in the past, or throws it. */
  public Object observation() throws Throwable {
    Observation observation = past.get(position++);
    if (observation.isThrown) {
      throw (Throwable) observation.value;
    }
    return observation.value;
  }

  /** Called by the instrumented class before it uses a handle: it must be that of a field of its instances. */
  public void use(VarHandle handle) {
    if (handle != null && subject != null && !knownHandles.contains(handle)) {
      if (!handle.coordinateTypes().equals(List.of(subject.getClass()))) {
        throw new NotConformable(
            "access through a VarHandle to something that is not a field of an object of the class:"
                + " it has the coordinates " + handle.coordinateTypes()
                + "; a static field is not part of any object's state");
      }
      if (handle.describeConstable().isEmpty()) {
        throw new NotConformable("access through a VarHandle that has been made of another one, so that it cannot be"
            + " seen what it accesses; take that of a field as MethodHandles.Lookup finds it");
      }
      knownHandles.add(handle);
    }
  }

  /** Called by the instrumented class before it calls a function: it must be the client's, or the class's own. */
  public void use(Object function) {
    if (function != null && subject != null && !AnyOf.isFunction(function)
        && function.getClass().getClassLoader() != subject.getClass().getClassLoader()) {
      throw new NotConformable("calls a function of which it is not known what it does, a "
          + function.getClass().getName() + ": let a call bring one that says what it may return or throw"
          + " (StepCheck.anyOf, Vocabulary.addFunction), or write it as a lambda in the class");
    }
  }

  /** Called by the instrumented class with the result of an access, null if it has none. */
  public void performed(Object result) {
    if (performing) {
      performed = new Observation(performedSite, result, false);
      performing = false;
    }
  }

  /** Called by the instrumented class with what an access threw. */
  public void threw(Throwable thrown) {
    if (performing) {
      performed = new Observation(performedSite, thrown, true);
      performing = false;
    }
  }

  /** How many methods of the class the current one has been called from; asked when a method begins. */
  public int depth() {
    return frames.size();
  }

  /** Called by the instrumented class before an access or a call: what the method at this depth holds. */
  public void at(int depth, int shape, Object[] values) {
    while (frames.size() > depth) {
      frames.remove(frames.size() - 1);
    }
    frames.add(new HeldFrame(shape, values));
  }

  /** Whether a handler of the class under test must not keep what it has caught. */
  public static boolean mustPass(Throwable caught) {
    return caught == PAUSE || caught instanceof NotConformable;
  }

  /** Which of several outcomes the step that is being performed is to have. */
  int choose(int outcomes) {
    alternatives = outcomes;
    return choice;
  }
}
