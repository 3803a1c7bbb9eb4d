package org.atomicvalue.faults;

import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.atomicvalue.AtomicValue;
import org.atomicvalue.behaviour.Holder;

/**
 * The program that {@link StackExhaustionTest} runs in a JVM of its own: makes first writes of every kind at the end of
 * the stack, then lets another thread work with what they left behind.
 *
 * <p>A thread recurses until its stack overflows. While it unwinds, each frame makes one first write on a holder of its
 * own: the deepest of these calls overflow at once, those above overflow later and later in the call, the last ones
 * have room to complete.
 */
final class StackExhaustion {

  /** How many frames above the end of the stack make a call; enough for the last ones to complete. */
  private static final int CALLS_PER_DIVE = 128;

  /** Of the diving threads, in bytes. Small, so that the end is soon reached. */
  private static final long STACK_SIZE = 256 * 1024;

  /** How long to wait for writes that take microseconds, before one concludes that they wait for ever. */
  private static final long PATIENCE_SECONDS = 10;

  /** Of the overflow that left a value unusable, innermost first; below them is only the recursion. */
  private static final int FRAMES_SHOWN = 8;

  private StackExhaustion() {}

  /** The calls that can be the first write. Each answers whether it took effect. */
  private enum FirstWrite {
    STORE {
      @Override
      boolean on(Holder cell, Object value) {
        cell.store(value);
        return true;
      }
    },
    SWAP {
      @Override
      boolean on(Holder cell, Object value) {
        return cell.swap(value) == null;
      }
    },
    COMPARE_AND_SWAP {
      @Override
      boolean on(Holder cell, Object value) {
        return cell.compareAndSwap(null, value);
      }
    };

    abstract boolean on(Holder cell, Object value);
  }

  /** One call at the end of the stack, and how it ended. */
  private static final class Call {

    final FirstWrite write;
    final Class<?> type;
    final Holder cell;
    final Object value = "first";
    boolean tookEffect;
    StackOverflowError overflow;

    Call(FirstWrite write, Holder.Kind kind) {
      this.write = write;
      this.type = kind.type();
      this.cell = kind.empty();
    }

    boolean wasMade() {
      return tookEffect || overflow != null;
    }

    /** Whether the stack overflowed in the call, and not on the way to it. */
    boolean overflowedInside() {
      return overflow != null
          && Arrays.stream(overflow.getStackTrace())
              .anyMatch(frame -> frame.getClassName().equals(type.getName()));
    }

    /** To be run by another thread: the call took effect or it did not, and in both cases the cell is in order. */
    void inspect() {
      Object left = cell.load();
      if (left != value && (left != null || tookEffect)) {
        throw new IllegalStateException("load returned " + left + " after a " + this);
      }
      // Where nothing was stored, the class is still free.
      Object next = left == null ? Integer.valueOf(2) : "second";
      cell.store(next);
      if (cell.load() != next) {
        throw new IllegalStateException("load did not return " + next + " after a store of it after a " + this);
      }
    }

    @Override
    public String toString() {
      return write + (overflow == null ? " that took effect" : " that overflowed the stack");
    }
  }

  /** Goes to the end of the stack and makes the calls on the way back. */
  private static final class Dive implements Runnable {

    /** Allocated beforehand: there is no room for anything at the end of the stack. */
    final Call[] calls = new Call[CALLS_PER_DIVE];

    private final int offset;
    private int next;

    Dive(FirstWrite write, Holder.Kind kind, int offset) {
      this.offset = offset;
      Arrays.setAll(calls, i -> new Call(write, kind));
    }

    @Override
    public void run() {
      descend(offset, 0);
    }

    /** Its frame differs in size from that of {@link #dive}, so that each offset shifts all depths a little. */
    private void descend(int frames, long padding) {
      if (frames > 0) {
        descend(frames - 1, padding);
      } else {
        dive();
      }
    }

    private void dive() {
      try {
        dive();
      } catch (StackOverflowError end) {
        // The end of the stack. From here on upwards each frame makes a call.
      }
      if (next < CALLS_PER_DIVE) {
        Call call = calls[next++];
        try {
          call.tookEffect = call.write.on(call.cell, call.value);
        } catch (StackOverflowError e) {
          call.overflow = e;
        }
      }
    }
  }

  /**
   * Makes the calls and prints how many there were.
   *
   * @param args the {@link Holder.Kind}; the number of calls that warm up the JIT; the number of dives per kind of
   *     call; whether each dive shall load the classes anew, so that its calls are linked at the end of the stack, too
   */
  public static void main(String[] args) throws Exception {
    String kind = args[0];
    int warmUp = Integer.parseInt(args[1]);
    int dives = Integer.parseInt(args[2]);
    boolean anew = Boolean.parseBoolean(args[3]);
    for (int i = 0; i < warmUp; i++) {
      for (FirstWrite write : FirstWrite.values()) {
        write.on(Holder.Kind.valueOf(kind).empty(), "warm-up");
      }
    }
    long made = 0;
    long overflowed = 0;
    for (int offset = 0; offset < dives; offset++) {
      ClassLoader loader = anew ? newLoader() : StackExhaustion.class.getClassLoader();
      Method dive =
          loader.loadClass(StackExhaustion.class.getName()).getDeclaredMethod("dive", String.class, int.class);
      dive.setAccessible(true);
      long[] counts = (long[]) dive.invoke(null, kind, offset);
      made += counts[0];
      overflowed += counts[1];
    }
    System.out.println(made + " calls, " + overflowed + " overflowed inside");
  }

  private static ClassLoader newLoader() {
    URL[] urls = {
      AtomicValue.class.getProtectionDomain().getCodeSource().getLocation(),
      StackExhaustion.class.getProtectionDomain().getCodeSource().getLocation()
    };
    return new URLClassLoader(urls, ClassLoader.getPlatformClassLoader());
  }

  /** One dive per kind of call. Returns how many calls were made and how many of them overflowed inside. */
  private static long[] dive(String kind, int offset) throws InterruptedException, ExecutionException {
    long[] counts = new long[2];
    for (FirstWrite write : FirstWrite.values()) {
      Dive dive = new Dive(write, Holder.Kind.valueOf(kind), offset);
      FutureTask<Void> diver = new FutureTask<>(dive, null);
      new Thread(null, diver, "diver", STACK_SIZE).start();
      diver.get();
      List<Call> made = Arrays.stream(dive.calls).filter(Call::wasMade).toList();
      inspect(made);
      counts[0] += made.size();
      counts[1] += made.stream().filter(Call::overflowedInside).count();
    }
    return counts;
  }

  private static void inspect(List<Call> calls) throws InterruptedException, ExecutionException {
    AtomicInteger inspected = new AtomicInteger();
    FutureTask<Void> inspection = new FutureTask<>(
        () -> {
          for (Call call : calls) {
            call.inspect();
            inspected.incrementAndGet();
          }
        },
        null);
    Thread inspector = new Thread(inspection, "inspector");
    inspector.setDaemon(true);
    inspector.start();
    try {
      inspection.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      Call call = calls.get(inspected.get());
      call.overflow.setStackTrace(Arrays.copyOf(call.overflow.getStackTrace(), FRAMES_SHOWN));
      throw new IllegalStateException(
          "after a " + call + ", another thread's store has been waiting for " + PATIENCE_SECONDS + " seconds: what the"
              + " first left in the type word makes every writer wait for ever",
          call.overflow);
    }
  }
}
