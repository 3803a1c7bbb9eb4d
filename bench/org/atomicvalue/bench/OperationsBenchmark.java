package org.atomicvalue.bench;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.atomicvalue.AtomicValue;
import org.atomicvalue.WaitFreeAtomicValue;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * The four operations on a holder that has a value, which all threads share. {@code AtomicReference} and the classes
 * compared with it run the same methods here; a JVM loads one of the nested classes alone, so that the call of its
 * operation is a direct one.
 *
 * <p>A compare-and-swap that succeeds replaces the value by itself, so that it succeeds on every thread. The two are in
 * fields of their own: a compiler that knew them to be the same object would have no need to compare their classes.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public abstract class OperationsBenchmark {

  /*
   * Objects in their static type: a compiler that knew the class of the values would have no need to read it.
   * Integers from the cache of boxes, which are far away from the holder: reading the class of a value that lies beside
   * the holder would wait for the other threads' writes to the holder.
   */
  private final Object held = 1;
  private final Object heldToo = held;
  private final Object other = 2;

  /** Before and after the holder in memory, so that nothing else is in its cache line. */
  private final byte[] before = new byte[256];
  private byte[] after;

  @Setup
  public void holdValue() {
    after = new byte[before.length];
    set(held);
  }

  @Benchmark
  public Object load() {
    return get();
  }

  @Benchmark
  public void store() {
    set(other);
  }

  @Benchmark
  public Object swap() {
    return getAndSet(other);
  }

  @Benchmark
  public boolean compareAndSwap() {
    return compareAndSet(held, heldToo);
  }

  @Benchmark
  public boolean failingCompareAndSwap() {
    return compareAndSet(other, held);
  }

  abstract Object get();

  abstract void set(Object value);

  abstract Object getAndSet(Object value);

  abstract boolean compareAndSet(Object expected, Object value);

  public static class OfAtomicReference extends OperationsBenchmark {

    private final AtomicReference<Object> reference = new AtomicReference<>();

    @Override
    Object get() {
      return reference.get();
    }

    @Override
    void set(Object value) {
      reference.set(value);
    }

    @Override
    Object getAndSet(Object value) {
      return reference.getAndSet(value);
    }

    @Override
    boolean compareAndSet(Object expected, Object value) {
      return reference.compareAndSet(expected, value);
    }
  }

  public static class OfAtomicValue extends OperationsBenchmark {

    private final AtomicValue<Object> value;

    public OfAtomicValue() {
      this(new AtomicValue<>());
    }

    OfAtomicValue(AtomicValue<Object> value) {
      this.value = value;
    }

    @Override
    Object get() {
      return value.load();
    }

    @Override
    void set(Object next) {
      value.store(next);
    }

    @Override
    Object getAndSet(Object next) {
      return value.swap(next);
    }

    @Override
    boolean compareAndSet(Object expected, Object next) {
      return value.compareAndSwap(expected, next);
    }
  }

  public static class OfWaitFreeAtomicValue extends OperationsBenchmark {

    private final WaitFreeAtomicValue<Object> value;

    public OfWaitFreeAtomicValue() {
      this(new WaitFreeAtomicValue<>());
    }

    OfWaitFreeAtomicValue(WaitFreeAtomicValue<Object> value) {
      this.value = value;
    }

    @Override
    Object get() {
      return value.load();
    }

    @Override
    void set(Object next) {
      value.store(next);
    }

    @Override
    Object getAndSet(Object next) {
      return value.swap(next);
    }

    @Override
    boolean compareAndSet(Object expected, Object next) {
      return value.compareAndSwap(expected, next);
    }
  }

  /** With the declared type {@code Number}. */
  public static class OfDeclaredAtomicValue extends OfAtomicValue {

    public OfDeclaredAtomicValue() {
      super(new AtomicValue<>(numbers()));
    }
  }

  /** With the declared type {@code Number}. */
  public static class OfDeclaredWaitFreeAtomicValue extends OfWaitFreeAtomicValue {

    public OfDeclaredWaitFreeAtomicValue() {
      super(new WaitFreeAtomicValue<>(numbers()));
    }
  }

  /**
   * A control: what it costs to read a second word of the holder, and compare it, before each write. That word never
   * changes.
   */
  public static class OfReadBeforeWrite extends OperationsBenchmark {

    private static final Object MARK = new Object();

    private static final class Holder {
      volatile Object data;
      volatile Object mark = MARK;
    }

    private static final VarHandle DATA = data(MethodHandles.lookup(), Holder.class);

    private final Holder holder = new Holder();

    @Override
    Object get() {
      return holder.data;
    }

    @Override
    void set(Object value) {
      checkMark();
      holder.data = value;
    }

    @Override
    Object getAndSet(Object value) {
      checkMark();
      return DATA.getAndSet(holder, value);
    }

    @Override
    boolean compareAndSet(Object expected, Object value) {
      checkMark();
      return DATA.compareAndSet(holder, expected, value);
    }

    private void checkMark() {
      if (holder.mark != MARK) {
        throw new IllegalStateException("the mark of a holder has changed");
      }
    }
  }

  /**
   * A control: what it costs to compare the class of the new value before each write; with a class in a second word of
   * the holder, or in {@code compareAndSet}, which does not look at that word, with the class of the expected value.
   */
  public static class OfClassComparison extends OperationsBenchmark {

    private static final class Holder {
      volatile Object data;
      volatile Class<?> type = Integer.class;
    }

    private static final VarHandle DATA = data(MethodHandles.lookup(), Holder.class);

    private final Holder holder = new Holder();

    @Override
    Object get() {
      return holder.data;
    }

    @Override
    void set(Object value) {
      compare(holder.type, value);
      holder.data = value;
    }

    @Override
    Object getAndSet(Object value) {
      compare(holder.type, value);
      return DATA.getAndSet(holder, value);
    }

    @Override
    boolean compareAndSet(Object expected, Object value) {
      compare(expected.getClass(), value);
      return DATA.compareAndSet(holder, expected, value);
    }

    private static void compare(Class<?> type, Object value) {
      if (value.getClass() != type) {
        throw new IllegalStateException("a value is not of the class of all values");
      }
    }
  }

  /**
   * A control: what it costs to compare and exchange, where one could compare and set, and to look at the class of what
   * was there if that was not what was expected. Only {@code compareAndSet} differs from that of an {@code
   * AtomicReference}.
   */
  public static class OfCompareAndExchange extends OperationsBenchmark {

    private static final class Holder {
      volatile Object data;
    }

    private static final VarHandle DATA = data(MethodHandles.lookup(), Holder.class);

    private final Holder holder = new Holder();

    @Override
    Object get() {
      return holder.data;
    }

    @Override
    void set(Object value) {
      holder.data = value;
    }

    @Override
    Object getAndSet(Object value) {
      return DATA.getAndSet(holder, value);
    }

    @Override
    boolean compareAndSet(Object expected, Object value) {
      Object present = DATA.compareAndExchange(holder, expected, value);
      if (present != expected) {
        if (present.getClass() != value.getClass()) {
          throw new IllegalStateException("a value is not of the class of all values");
        }
        return false;
      }
      return true;
    }
  }

  /**
   * A control: {@code compareAndSwap} as {@code WaitFreeAtomicValue} had it before, which reads of its holder whether a
   * type is declared, and the type word, before it compares and sets. Measured for that operation alone.
   */
  public static class OfLookBeforeExchange extends OperationsBenchmark {

    private static final class Holder {
      private final Class<?> declared;
      volatile Object data;
      volatile Class<?> type = Integer.class;

      Holder() {
        declared = null;
      }

      boolean compareAndSwap(Object expected, Object value) {
        Class<?> valueType = typeOf(value);
        if (expected != null && typeOf(expected) != valueType) {
          throw new IllegalStateException("a value is not of the class of all values");
        }
        if (type == valueType) {
          return DATA.compareAndSet(this, expected, value);
        }
        throw new IllegalStateException("a value is not of the class of all values");
      }

      private Class<?> typeOf(Object value) {
        if (declared == null) {
          return Objects.requireNonNull(value, "value").getClass();
        }
        if (!declared.isInstance(value)) {
          throw new IllegalStateException("a value is not of the declared type");
        }
        return declared;
      }
    }

    private static final VarHandle DATA = data(MethodHandles.lookup(), Holder.class);

    private final Holder holder = new Holder();

    @Override
    Object get() {
      return holder.data;
    }

    @Override
    void set(Object value) {
      holder.data = value;
    }

    @Override
    Object getAndSet(Object value) {
      return DATA.getAndSet(holder, value);
    }

    @Override
    boolean compareAndSet(Object expected, Object value) {
      return holder.compareAndSwap(expected, value);
    }
  }

  private static VarHandle data(MethodHandles.Lookup lookup, Class<?> holder) {
    try {
      return lookup.findVarHandle(holder, "data", Object.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  /** A cast that javac would insert after each load of a {@code Number} would be measured, too. */
  @SuppressWarnings("unchecked")
  private static Class<Object> numbers() {
    return (Class<Object>) (Class<?>) Number.class;
  }
}
