package org.atomicvalue.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.atomicvalue.AtomicValue;
import org.atomicvalue.WaitFreeAtomicValue;
import org.atomicvalue.behaviour.Holder;
import org.atomicvalue.behaviour.TypedRegister;
import org.atomicvalue.checkers.evidence.Evidence;
import org.atomicvalue.checkers.evidence.Link;
import org.atomicvalue.checkers.steps.Call;
import org.atomicvalue.checkers.steps.SteppedCall;
import org.atomicvalue.checkers.steps.SteppedClass;
import org.atomicvalue.checkers.steps.Vocabulary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A thread halts for ever before, between and after any two accesses of any operation, while another one is somewhere
 * in its first store; then that one goes on, and after it a third thread makes calls.
 *
 * <p>What the two get must be what a sequential {@link TypedRegister} gives, in some order of the calls, with that of
 * the halted thread made whole or not at all. And none of them waits, except, in an {@link AtomicValue}, writers for a
 * thread that halted between its claim and its publication: then loads go on all the same, and find it empty.
 *
 * <p>A real thread cannot be halted where one wants, so these are {@link SteppedCall}s: the compiled class, taken one
 * access at a time.
 */
class HaltedThreadTest {

  /** More accesses than any call makes that does not wait; a waiting writer has begun to yield by then. */
  private static final int PATIENCE = 300;

  /** The longest call that does not wait: an update that is the first write. */
  private static final int MOST_ACCESSES = 5;

  /** The halted thread would next make one of these: it has claimed the type word, and not published the class. */
  private static final Set<String> IN_THE_WINDOW = Set.of("StoreFirstData", "PublishType");

  private static final String A1 = "a1";
  private static final String A2 = "a2";
  private static final Integer B1 = 1;

  /** The result of a call that has not ended. */
  private static final String UNKNOWN = "?";

  private static final UnaryOperator<Object> TO_A2 = current -> A2;
  private static final UnaryOperator<Object> THROWS = current -> {
    throw new IllegalStateException("no new value");
  };

  private static final Vocabulary NAMES = new Vocabulary()
      .add("a1", A1).add("a2", A2).add("b1", B1).add("Null", null).add("toA2", TO_A2).add("throws", THROWS);

  private enum Operation {
    LOAD("load", TypedRegister::load),
    STORE("store", register -> stored(register, A2), "a2"),
    STORE_OF_ANOTHER_CLASS("store", register -> stored(register, B1), "b1"),
    SWAP("swap", register -> register.swap(A2), "a2"),
    COMPARE_AND_SWAP_OF_NULL("compareAndSwap", register -> register.compareAndSwap(null, A2), "Null", "a2"),
    COMPARE_AND_SWAP_OF_A_VALUE("compareAndSwap", register -> register.compareAndSwap(A1, A2), "a1", "a2"),
    GET_AND_UPDATE("getAndUpdate", register -> register.swap(A2), "toA2"),
    UPDATE_AND_GET("updateAndGet", register -> updated(register, A2), "toA2"),
    UPDATE_THAT_THROWS("getAndUpdate", register -> IllegalStateException.class, "throws");

    private final String method;
    private final Function<TypedRegister, Object> inContract;
    private final String[] arguments;

    Operation(String method, Function<TypedRegister, Object> inContract, String... arguments) {
      this.method = method;
      this.inContract = inContract;
      this.arguments = arguments;
    }

    private static Object stored(TypedRegister register, Object value) {
      register.store(value);
      return null;
    }

    private static Object updated(TypedRegister register, Object value) {
      register.store(value);
      return value;
    }

    Object on(TypedRegister register) {
      return resultOf(inContract, register);
    }

    SteppedCall on(SteppedClass subject) {
      return new SteppedCall(subject, Call.of("\"" + name() + "\"", subject.type(), method, NAMES, arguments));
    }

    /** Whether it reads only, as far as it gets. */
    boolean isRead() {
      return this == LOAD || this == UPDATE_THAT_THROWS;
    }
  }

  /** The call of the thread that is somewhere in it when the other one halts: {@code store(a1)}, the first store. */
  private static SteppedCall firstStore(SteppedClass subject) {
    return new SteppedCall(subject, Call.of("\"FIRST_STORE\"", subject.type(), "store", NAMES, "a1"));
  }

  private final long start = System.nanoTime();
  private final Set<String> haltedBefore = new TreeSet<>();
  private long halts;
  private long waits;
  private Class<?> declared;

  @Test
  void othersGoOnWithAnAtomicValueUnlessTheyWaitForItsFirstWriter() throws Exception {
    SteppedClass subject = load(AtomicValue.class, SteppedClass.Creation.PLAIN);
    haltEverywhere(subject, null, true);
    assertEquals(subject.labels(), haltedBefore, "the accesses before which a thread has halted");
    assertTrue(waits > 0, "no writer has waited for a first writer that halted, which is what the exception is for");
    record(AtomicValue.class, "nothing lost; " + waits + " writers waited for a halted first writer, as documented");
  }

  @Test
  void othersGoOnWithAWaitFreeAtomicValue() throws Exception {
    SteppedClass subject = load(WaitFreeAtomicValue.class, SteppedClass.Creation.PLAIN);
    haltEverywhere(subject, null, false);
    assertEquals(subject.labels(), haltedBefore, "the accesses before which a thread has halted");
    record(WaitFreeAtomicValue.class, "nothing lost, nothing stuck");
  }

  @ParameterizedTest
  @EnumSource
  void othersGoOnWhereATypeIsDeclared(Holder.Kind kind) throws Exception {
    Class<?> declared = Comparable.class;
    SteppedClass.Creation creation = type -> type.getConstructor(Class.class).newInstance(declared);
    haltEverywhere(load(kind.type(), creation), declared, false);
    record(kind.type(), "nothing lost, nothing stuck");
  }

  private void record(Class<?> type, String result) {
    String check =
        "a thread halts in a call of %s%s".formatted(type.getSimpleName(), declared == null ? "" : ", declared");
    new Evidence(Link.FAULTS, check, halts, "halts",
        "before each of the accesses " + haltedBefore + " and after the last, 9 calls, each followed by each", result,
        (System.nanoTime() - start) / 1e9).record();
  }

  /**
   * @param declaredType the type that the instance has been created with, or null
   * @param mayWait whether a writer may wait for one that has halted in the window
   */
  private void haltEverywhere(SteppedClass subject, Class<?> declaredType, boolean mayWait) {
    declared = declaredType;
    for (Operation halting : Operation.values()) {
      for (int progress = 0; progress <= accessesOfFirstStore(subject); progress++) {
        for (int accesses = 0; halts(subject, mayWait, halting, progress, accesses); accesses++) {
          halts++;
        }
      }
    }
  }

  private static int accessesOfFirstStore(SteppedClass subject) {
    subject.renew();
    SteppedCall store = firstStore(subject);
    int accesses = 0;
    for (; !store.hasEnded(); accesses++) {
      store.step();
    }
    return accesses;
  }

  /**
   * Halts one thread after so many accesses, while the first store has made some {@code progress}, and then lets a
   * third one make each of the calls. Returns false if there is no such place to halt, or it is like the one before.
   */
  private boolean halts(SteppedClass subject, boolean mayWait, Operation halting, int progress, int accesses) {
    for (Operation after : Operation.values()) {
      subject.renew();
      SteppedCall store = firstStore(subject);
      for (int i = 0; i < progress; i++) {
        store.step();
      }
      SteppedCall halted = halting.on(subject);
      for (int i = 0; i < accesses; i++) {
        if (halted.hasEnded() || i == MOST_ACCESSES) {
          return false; // it has ended, or it goes round in circles, waiting for the first store
        }
        halted.step();
      }
      String where = "%s halted %s, while store(a1) had made %d accesses".formatted(
          halting, halted.hasEnded() ? "after its last access" : "before " + halted.next(), progress);
      if (!halted.hasEnded()) {
        haltedBefore.add(halted.next());
      }
      boolean inTheWindow = mayWait && !halted.hasEnded() && IN_THE_WINDOW.contains(halted.next());
      goOn(subject, store, halting, halted, after, inTheWindow, where);
    }
    return true;
  }

  private void goOn(
      SteppedClass subject,
      SteppedCall store,
      Operation halting,
      SteppedCall halted,
      Operation after,
      boolean mayWait,
      String where) {
    boolean stored = ends(store);
    SteppedCall load = Operation.LOAD.on(subject);
    assertTrue(ends(load), () -> where + ": load waits");
    SteppedCall call = after.on(subject);
    boolean called = ends(call);
    SteppedCall last = Operation.LOAD.on(subject);
    assertTrue(ends(last), () -> where + ", then " + after + ": load waits");
    if (mayWait) {
      assertEquals(after.isRead(), called, () -> where + ": whether " + after + " ends");
      assertEquals(Arrays.asList(null, null), Arrays.asList(load.result(), last.result()), () -> where + ": loads");
      waits += (stored ? 0 : 1) + (called ? 0 : 1);
    } else {
      assertTrue(stored, () -> where + ": store(a1) waits");
      assertTrue(called, () -> where + ": " + after + " waits");
      List<Object> results = Arrays.asList(halted.hasEnded() ? halted.result() : UNKNOWN, store.result(), load.result(),
          call.result(), last.result());
      List<List<Object>> allowed = allowed(halting, halted.hasEnded(), after);
      assertTrue(allowed.stream().anyMatch(each -> identical(each, results)),
          () -> "%s: it, then store(a1), load, %s, load give %s, and the contract allows %s"
              .formatted(where, after, results, allowed));
    }
  }

  private static boolean ends(SteppedCall call) {
    for (int i = 0; i < PATIENCE && !call.hasEnded(); i++) {
      call.step();
    }
    return call.hasEnded();
  }

  /**
   * What the halted call, store(a1), load, the call after it and load give. The store has begun when the call halts, so
   * the call may come before or after it, or, if it has not ended, have no effect.
   */
  private List<List<Object>> allowed(Operation halting, boolean hasEnded, Operation after) {
    List<List<Object>> allowed = new ArrayList<>();
    for (int place = 0; place < (hasEnded ? 2 : 3); place++) {
      TypedRegister register = declared == null ? new TypedRegister() : new TypedRegister(declared);
      Object before = place == 0 ? halting.on(register) : UNKNOWN;
      Object stored = resultOf(each -> Operation.stored(each, A1), register);
      Object behind = place == 1 ? halting.on(register) : before;
      allowed.add(Arrays.asList(hasEnded ? behind : UNKNOWN, stored, Operation.LOAD.on(register), after.on(register),
          Operation.LOAD.on(register)));
    }
    return allowed;
  }

  /** What a call returns, or the class of what it throws. */
  private static Object resultOf(Function<TypedRegister, Object> call, TypedRegister register) {
    try {
      return call.apply(register);
    } catch (RuntimeException e) {
      return e.getClass();
    }
  }

  private static boolean identical(List<Object> some, List<Object> others) {
    for (int i = 0; i < some.size(); i++) {
      if (some.get(i) != others.get(i)) {
        return false;
      }
    }
    return true;
  }

  /** The class that is under test, which with a seeded bug has a source of its own beside its class file. */
  private static SteppedClass load(Class<?> type, SteppedClass.Creation creation) throws Exception {
    Path classes = Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    Path file = Path.of(type.getName().replace('.', '/') + ".java");
    Path changed = classes.resolveSibling("src").resolve(file);
    Path source = Files.exists(changed) ? changed : Path.of("src", "main", "java").resolve(file);
    return SteppedClass.load(type, source, creation);
  }
}
