package org.atomicvalue.faults;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.atomicvalue.AtomicValue;
import org.atomicvalue.behaviour.Holder;

/**
 * The program that {@link MemoryExhaustionIT} runs. It fills the heap but for a few bytes, makes a call, and lets
 * another thread see whether the call took effect or not, and whether one can go on with what it left. Each time it
 * leaves a little more, until the call no longer runs out of memory.
 *
 * <p>In the library itself only a refusal allocates, namely its exception. But the JVM links a call when it is made for
 * the first time, and allocates at each use of a {@code VarHandle}. So all is tried twice: with calls that have been
 * made before, and with calls of classes loaded anew.
 */
final class MemoryExhaustion {

  private static final long PATIENCE_SECONDS = 10;

  /** After so many calls in a row without an error, there is memory enough. */
  private static final int ENOUGH = 3;

  /** Sizes of the arrays that the heap is filled with before small objects fill the rest. */
  private static final int[] SIZES = {1 << 14, 1 << 8};

  /** The smallest object that can be part of a list: 16 bytes. */
  private static final class Filler {
    private final Filler next;

    Filler(Filler next) {
      this.next = next;
    }
  }

  /** A call, and what the contract says about it. */
  enum Operation {
    FIRST_STORE(null) {
      @Override
      void on(Holder register, Object value, Object other) {
        register.store(value);
      }
    },
    FIRST_SWAP(null) {
      @Override
      void on(Holder register, Object value, Object other) {
        register.swap(value);
      }
    },
    FIRST_COMPARE_AND_SWAP(null) {
      @Override
      void on(Holder register, Object value, Object other) {
        register.compareAndSwap(null, value);
      }
    },
    LATER_SWAP("held") {
      @Override
      void on(Holder register, Object value, Object other) {
        register.swap(value);
      }
    },
    LATER_COMPARE_AND_SWAP("held") {
      @Override
      void on(Holder register, Object value, Object other) {
        register.compareAndSwap("held", value);
      }
    },
    REFUSED_STORE("held") {
      @Override
      void on(Holder register, Object value, Object other) {
        try {
          register.store(other);
        } catch (ClassCastException e) {
          // As it must be, if there is memory for the exception.
        }
      }
    };

    /** What the register holds before, null if nothing. */
    final Object held;

    Operation(Object held) {
      this.held = held;
    }

    abstract void on(Holder register, Object value, Object other);
  }

  /** One call at the end of memory. This class and the library's are loaded anew for each. */
  static final class Attempt implements Runnable {

    private final Operation operation;
    private final Holder register;
    private final Object value = "brought";
    private final Object other = 1L;
    private Error error;

    /**
     * Created while there is memory.
     *
     * @param isLinked whether the same call has been made before, on another register
     */
    Attempt(int subject, int operation, boolean isLinked) {
      this.operation = Operation.values()[operation];
      this.register = newRegister(subject);
      if (isLinked) {
        this.operation.on(newRegister(subject), value, other);
      }
    }

    private Holder newRegister(int subject) {
      Holder created = Holder.Kind.values()[subject].empty();
      if (operation.held != null) {
        created.store(operation.held);
      }
      return created;
    }

    /** Makes the call, and allocates nothing itself. */
    @Override
    public void run() {
      operation.on(register, value, other);
    }

    /**
     * To be called by another thread, with memory at hand.
     *
     * @param thrown by the call, null if nothing
     */
    public void inspect(Error thrown) {
      error = thrown;
      Object left = register.load();
      boolean tookEffect = left == value;
      if (!tookEffect && left != operation.held) {
        throw new IllegalStateException("load returns " + left + " after a " + this);
      }
      if (error == null && tookEffect != (operation != Operation.REFUSED_STORE)) {
        throw new IllegalStateException("load returns " + left + " after a " + this);
      }
      // Where nothing was stored, the class is still free.
      Object next = left == null ? Integer.valueOf(2) : "next";
      register.store(next);
      Object previous = register.swap(next);
      if (previous != next) {
        throw new IllegalStateException("swap returns " + previous + " and not " + next + " after a " + this);
      }
    }

    @Override
    public String toString() {
      return operation + (error == null ? " that took effect" : " that ended with " + error);
    }
  }

  /** In bytes. */
  private static final int ROOM = 1 << 15;

  private static final int FILLER_SIZE = 16;

  private static Object[] ballast;
  private static byte[] room;
  private static Filler fillers = new Filler(null); // so that the class is there when memory is not

  private MemoryExhaustion() {}

  /**
   * Makes the calls and prints how many there were.
   *
   * @param args by how many small objects the memory that is left grows from call to call
   */
  public static void main(String[] args) throws Exception {
    int step = Integer.parseInt(args[0]);
    long made = 0;
    long failed = 0;
    for (Holder.Kind subject : Holder.Kind.values()) {
      for (Operation operation : Operation.values()) {
        long failedBefore = failed;
        for (boolean isLinked : new boolean[] {true, false}) {
          int left = 0;
          for (int enough = 0; enough < ENOUGH && left < ROOM / FILLER_SIZE; left += Math.max(step, left / 2)) {
            made++;
            if (ranOutOfMemory(subject, operation, isLinked, left)) {
              failed++;
              enough = 0;
            } else {
              enough++;
            }
          }
        }
        System.out.println(subject.type().getSimpleName() + ", " + operation + ": " + (failed - failedBefore)
            + " calls ran out of memory");
      }
    }
    System.out.println(made + " calls, " + failed + " ran out of memory inside");
    System.exit(0);
  }

  private static boolean ranOutOfMemory(Holder.Kind subject, Operation operation, boolean isLinked, int objectsLeft)
      throws Exception {
    Class<?> anew = newLoader().loadClass(Attempt.class.getName());
    var constructor = anew.getDeclaredConstructor(int.class, int.class, boolean.class);
    constructor.setAccessible(true);
    Runnable attempt = (Runnable) constructor.newInstance(subject.ordinal(), operation.ordinal(), isLinked);
    Method inspect = anew.getMethod("inspect", Error.class);
    inspect.setAccessible(true);

    fill();
    for (int i = 0; i < objectsLeft; i++) {
      fillers = fillers.next;
    }
    Error error = null;
    try {
      attempt.run();
    } catch (OutOfMemoryError | LinkageError e) {
      error = e;
    }
    ballast = null;
    fillers = null;
    requireUsable(subject, attempt, inspect, error);
    return error != null;
  }

  private static void requireUsable(Holder.Kind subject, Runnable attempt, Method inspect, Error error)
      throws Exception {

    FutureTask<Object> inspection = new FutureTask<>(() -> inspect.invoke(attempt, error));
    Thread inspector = new Thread(inspection, "inspector");
    inspector.setDaemon(true);
    inspector.start();
    try {
      inspection.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw stop(subject.type().getSimpleName() + ": another thread's store has been waiting for " + PATIENCE_SECONDS
          + " seconds after a " + attempt);
    } catch (ExecutionException e) {
      Throwable cause = e.getCause() instanceof InvocationTargetException thrown ? thrown.getCause() : e.getCause();
      throw stop(subject.type().getSimpleName() + ": " + cause.getMessage());
    }
  }

  /** Ends the JVM with all its threads, stuck ones included. */
  private static IllegalStateException stop(String message) {
    System.out.println(message);
    Runtime.getRuntime().halt(1);
    return new IllegalStateException(message);
  }

  /** All but what {@link #ROOM} gives room for is filled with arrays, that room with small objects. */
  private static void fill() {
    room = new byte[ROOM];
    for (int size : SIZES) {
      try {
        while (true) {
          Object[] more = new Object[size];
          more[0] = ballast;
          ballast = more;
        }
      } catch (OutOfMemoryError full) {
        // Go on with smaller ones.
      }
    }
    room = null;
    try {
      while (true) {
        fillers = new Filler(fillers);
      }
    } catch (OutOfMemoryError full) {
      // There is no room for anything.
    }
  }

  private static ClassLoader newLoader() {
    URL[] urls = {
      AtomicValue.class.getProtectionDomain().getCodeSource().getLocation(),
      MemoryExhaustion.class.getProtectionDomain().getCodeSource().getLocation()
    };
    return new URLClassLoader(urls, ClassLoader.getPlatformClassLoader());
  }
}
