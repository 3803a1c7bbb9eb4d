package org.atomicvalue.stress.litmus;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import java.lang.invoke.VarHandle;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/**
 * Publication by a data race: a constructor writes a field and ends with a release fence; then the reference to the new
 * object is written to a plain field, where somebody finds it. Is the object's field there?
 *
 * <pre>
 * initially  x = y = 0          (x is the object's field, y the reference to the object)
 *
 * thread 1                  | thread 2
 * x = 1                     | r1 = y     (as said)
 * releaseFence()            | r2 = x
 * y = 1                     |
 * </pre>
 *
 * <p>The columns are the modes in which the reference is read. Whoever acquires it finds the field as the constructor
 * left it. To a plain or opaque reader the model promises nothing. Java gives more than the model where {@code x}
 * really is behind {@code y}: a final field is there for everybody (JLS 17.5), and no processor in use reads through a
 * reference before it has it. Neither final fields nor such dependencies are in the model; nor is there any in this
 * program, whose two locations belong to one object.
 *
 * <p><b>On x86</b> the processor keeps the writes in order, and the reads. A compiler may exchange two plain reads.
 *
 * <p>Derived by TLC from {@code spec/litmus/RacyPublication.tla}, what is possible in each mode:
 *
 * <pre>
 * outcome  plain  opaque  acquire  volatile
 * 0, 0     yes    yes     yes      yes
 * 0, 1     yes    yes     yes      yes
 * 1, 0     yes    yes     no       no
 * 1, 1     yes    yes     yes      yes
 * </pre>
 *
 * <p>{@code docs/memory-models.md} has what was seen, and on which machine.
 */
public final class L12_RacyPublication {

  private L12_RacyPublication() {}

  @JCStressTest
  @Program("publication, plain read")
  @Outcome(id = "0, 0", expect = ACCEPTABLE, desc = "The object was not there yet, and neither was its field.")
  @Outcome(id = "0, 1", expect = ACCEPTABLE, desc = "The field was there before the object could be found.")
  @Outcome(id = "1, 1", expect = ACCEPTABLE, desc = "The object was there, and its field as the constructor left it.")
  @Outcome(
      id = "1, 0",
      expect = ACCEPTABLE_INTERESTING,
      desc = "The object was there before its field was as the constructor left it.")
  @Outcome(id = ".*", expect = FORBIDDEN, desc = "No execution of this program has this outcome.")
  @State
  public static class Plain extends Locations {

    @Actor
    public void thread1() {
      X.set(this, 1);
      VarHandle.releaseFence();
      Y.set(this, 1);
    }

    @Actor
    public void thread2(II_Result r) {
      r.r1 = (int) Y.get(this);
      r.r2 = (int) X.get(this);
    }
  }

  @JCStressTest
  @Program("publication, opaque read")
  @Outcome(id = "0, 0", expect = ACCEPTABLE, desc = "The object was not there yet, and neither was its field.")
  @Outcome(id = "0, 1", expect = ACCEPTABLE, desc = "The field was there before the object could be found.")
  @Outcome(id = "1, 1", expect = ACCEPTABLE, desc = "The object was there, and its field as the constructor left it.")
  @Outcome(
      id = "1, 0",
      expect = ACCEPTABLE_INTERESTING,
      desc = "The object was there before its field was as the constructor left it.")
  @Outcome(id = ".*", expect = FORBIDDEN, desc = "No execution of this program has this outcome.")
  @State
  public static class Opaque extends Locations {

    @Actor
    public void thread1() {
      X.set(this, 1);
      VarHandle.releaseFence();
      Y.set(this, 1);
    }

    @Actor
    public void thread2(II_Result r) {
      r.r1 = (int) Y.getOpaque(this);
      r.r2 = (int) X.get(this);
    }
  }

  @JCStressTest
  @Program("publication, acquire read")
  @Outcome(id = "0, 0", expect = ACCEPTABLE, desc = "The object was not there yet, and neither was its field.")
  @Outcome(id = "0, 1", expect = ACCEPTABLE, desc = "The field was there before the object could be found.")
  @Outcome(id = "1, 1", expect = ACCEPTABLE, desc = "The object was there, and its field as the constructor left it.")
  @Outcome(
      id = "1, 0",
      expect = FORBIDDEN,
      desc = "The object was there before its field was as the constructor left it.")
  @Outcome(id = ".*", expect = FORBIDDEN, desc = "No execution of this program has this outcome.")
  @State
  public static class Acquire extends Locations {

    @Actor
    public void thread1() {
      X.set(this, 1);
      VarHandle.releaseFence();
      Y.set(this, 1);
    }

    @Actor
    public void thread2(II_Result r) {
      r.r1 = (int) Y.getAcquire(this);
      r.r2 = (int) X.get(this);
    }
  }

  @JCStressTest
  @Program("publication, volatile read")
  @Outcome(id = "0, 0", expect = ACCEPTABLE, desc = "The object was not there yet, and neither was its field.")
  @Outcome(id = "0, 1", expect = ACCEPTABLE, desc = "The field was there before the object could be found.")
  @Outcome(id = "1, 1", expect = ACCEPTABLE, desc = "The object was there, and its field as the constructor left it.")
  @Outcome(
      id = "1, 0",
      expect = FORBIDDEN,
      desc = "The object was there before its field was as the constructor left it.")
  @Outcome(id = ".*", expect = FORBIDDEN, desc = "No execution of this program has this outcome.")
  @State
  public static class Volatile extends Locations {

    @Actor
    public void thread1() {
      X.set(this, 1);
      VarHandle.releaseFence();
      Y.set(this, 1);
    }

    @Actor
    public void thread2(II_Result r) {
      r.r1 = (int) Y.getVolatile(this);
      r.r2 = (int) X.get(this);
    }
  }
}
