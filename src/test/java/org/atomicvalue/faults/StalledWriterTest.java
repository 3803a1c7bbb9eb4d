package org.atomicvalue.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.atomicvalue.AtomicValue;
import org.atomicvalue.WaitFreeAtomicValue;
import org.atomicvalue.checkers.evidence.BehaviourEvidence;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What others find while a first writer is stopped in the middle of its write. No test can stop a thread there, so the
 * fields are set to what it would have left.
 */
@ExtendWith(BehaviourEvidence.class)
@Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD) // who spins does not hear of an interruption
class StalledWriterTest {

  private static final VarHandle TYPE = field(AtomicValue.class, "type", Object.class);
  private static final VarHandle DATA = field(AtomicValue.class, "data", Object.class);
  private static final VarHandle WAIT_FREE_DATA = field(WaitFreeAtomicValue.class, "data", Object.class);

  private final AtomicValue<Object> claimed = new AtomicValue<>();
  private final WaitFreeAtomicValue<Object> installed = new WaitFreeAtomicValue<>();

  @BeforeEach
  void stall() throws ReflectiveOperationException {
    TYPE.setVolatile(
        claimed,
        MethodHandles.privateLookupIn(AtomicValue.class, MethodHandles.lookup())
            .findStaticVarHandle(AtomicValue.class, "CLAIMED", Object.class)
            .get());
    WAIT_FREE_DATA.setVolatile(installed, "first"); // and the class is not yet in the cache
  }

  @Test
  void readerFindsNothing() {
    assertNull(claimed.load());
  }

  @Test
  void writerWaitsAndThenReplacesTheFirstValue() throws InterruptedException {
    Object[] previous = new Object[1];
    Thread writer = new Thread(() -> previous[0] = claimed.swap("second"));
    writer.start();
    awaitYield(writer);
    complete();
    writer.join();
    assertEquals("first", previous[0]);
    assertEquals("second", claimed.load());
  }

  @Test
  void writerOfAnotherClassWaitsAndIsThenRefused() throws InterruptedException {
    CompletableFuture<Void> refusal = new CompletableFuture<>();
    Thread writer = new Thread(() -> {
      try {
        claimed.store(2);
        refusal.complete(null);
      } catch (ClassCastException e) {
        refusal.completeExceptionally(e);
      }
    });
    writer.start();
    awaitYield(writer);
    assertFalse(refusal.isDone(), "refused before anybody knows the class of the first value");
    complete();
    writer.join();
    CompletionException refused = assertThrows(CompletionException.class, refusal::join);
    assertEquals(ClassCastException.class, refused.getCause().getClass());
    assertEquals("first", claimed.load());
  }

  @Test
  void waitFreeWriterGoesOn() {
    assertEquals("first", installed.load());
    assertEquals("first", installed.swap("second"));
    assertEquals("second", installed.load());
  }

  @Test
  void waitFreeStoreGoesOn() {
    installed.store("second");
    assertEquals("second", installed.load());
  }

  @Test
  void waitFreeStoreOfAnotherClassIsRefused() {
    assertThrows(ClassCastException.class, () -> installed.store(2));
    assertEquals("first", installed.load());
  }

  @Test
  void waitFreeCompareAndSwapGoesOn() {
    assertFalse(installed.compareAndSwap(null, "second"));
    assertTrue(installed.compareAndSwap("first", "second"));
  }

  @Test
  void waitFreeCompareAndSwapOfAnotherClassIsRefused() {
    assertThrows(ClassCastException.class, () -> installed.compareAndSwap(null, 2));
    assertEquals("first", installed.load());
  }

  /** Returns once {@code writer} has spun for so long that it gives up its processor, and is still waiting. */
  private static void awaitYield(Thread writer) {
    while (Arrays.stream(writer.getStackTrace()).noneMatch(frame -> frame.getMethodName().startsWith("yield"))) {
      assertTrue(writer.isAlive(), "the writer must wait while the first write is in flight");
      Thread.onSpinWait();
    }
  }

  private void complete() {
    DATA.setVolatile(claimed, "first");
    TYPE.setVolatile(claimed, String.class);
  }

  private static VarHandle field(Class<?> owner, String name, Class<?> type) {
    try {
      return MethodHandles.privateLookupIn(owner, MethodHandles.lookup()).findVarHandle(owner, name, type);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }
}
