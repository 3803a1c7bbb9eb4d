package org.atomicvalue;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Holds one value that is read and replaced atomically and whose type never changes: the contract of {@link
 * AtomicValue}, wait-free.
 *
 * <p>A new {@code WaitFreeAtomicValue} is <em>empty</em>. The first successful write fixes the class of its value,
 * {@code value.getClass()}, for ever; every later write must bring a value of exactly that class. Where values of
 * several classes are to take turns, such as the implementations of an interface, a type is {@linkplain
 * #WaitFreeAtomicValue(Class) declared}; every write must then bring an instance of it. A call that is refused with an
 * exception changes nothing.
 *
 * <p><b>Memory effects.</b> Those of {@link AtomicValue}: every method has the memory effects of the accesses with
 * {@linkplain VarHandle volatile} semantics that it makes.
 *
 * <p><b>Progress.</b> {@link #load}, {@link #store}, {@link #swap} and {@link #compareAndSwap} are wait-free: they make
 * a bounded number of accesses whatever other threads do, and no thread, wherever it is suspended, keeps another
 * waiting. {@link #getAndUpdate} and {@link #updateAndGet} are lock-free.
 *
 * <p>The algorithm is specified in {@code spec/WaitFreeAtomicValue.tla}; the names in the trailing comments are the
 * actions of that specification.
 *
 * @param <V> the static type of the values; what is enforced is the declared type or the class of the first value
 */
public final class WaitFreeAtomicValue<V> {

  /*
   * Algorithm.
   *
   * In Java an object carries its class, so one word is enough to say what value there is and of which class. `data`
   * is null, then for ever a value of one class; a compare-and-exchange from null settles which.
   *
   * `type` is a cache. Whoever has seen that `data` holds a value of a class writes that class there, so `type`, once
   * it is not null, says the truth and never changes; until it is written, writers find out from `data`. A writer
   * that finds its class in `type` can overwrite or exchange `data` without reading it first. That is worth a word:
   * to read `data` before a write to it costs as much again as the write, when the last thing done to it was a write.
   *
   * compareAndSwap needs no cache, and where `expected` and `value` are of one class it reads nothing before its
   * exchange. If that succeeds, it has replaced `expected`, so the class was right. If it fails, the value that it saw,
   * or where there is none the declared type, tells whether the class was wrong. So it asks for the cache line once,
   * where a read before the exchange would fetch it a second time from another writer (docs/performance.md).
   *
   * A declared type stands in `type` from the beginning and is what each value counts as, whatever its class.
   */

  private static final VarHandle DATA;

  static {
    try {
      DATA = MethodHandles.lookup().findVarHandle(WaitFreeAtomicValue.class, "data", Object.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final @Nullable Class<?> declared;
  private volatile @Nullable Object data;
  private volatile @Nullable Class<?> type;

  /** Creates an empty {@code WaitFreeAtomicValue}, whose first value will decide the class of all later ones. */
  public WaitFreeAtomicValue() {
    declared = null;
  }

  /**
   * Creates an empty {@code WaitFreeAtomicValue} for instances of a declared type.
   *
   * @param declared the type that every value must be an instance of
   * @throws NullPointerException if {@code declared} is null
   * @throws IllegalArgumentException if {@code declared} is a primitive type, which has no instances
   */
  public WaitFreeAtomicValue(Class<? super V> declared) {
    this(declared, requireReferenceType(declared), null);
  }

  /**
   * Creates a {@code WaitFreeAtomicValue} for instances of a declared type that holds an initial value. Whoever obtains
   * the new object, in whatever way, finds that value or a later one in it.
   *
   * @param declared the type that every value must be an instance of
   * @param initial the first value
   * @throws NullPointerException if an argument is null
   * @throws IllegalArgumentException if {@code declared} is a primitive type, which has no instances
   * @throws ClassCastException if {@code initial} is not an instance of {@code declared}
   */
  public WaitFreeAtomicValue(Class<? super V> declared, V initial) {
    this(
        declared,
        requireReferenceType(declared),
        requireInstance(declared, Objects.requireNonNull(initial, "initial")));
  }

  private WaitFreeAtomicValue(@Nullable Class<?> declared, Class<?> type, @Nullable Object data) {
    this.declared = declared;
    this.type = type;
    this.data = data;
    VarHandle.releaseFence(); // Comes before the new object's publication, even if that is by a data race.
  }

  /**
   * Creates a {@code WaitFreeAtomicValue} that holds an initial value, whose class is that of all later ones. Whoever
   * obtains the new object, in whatever way, finds that value or a later one in it.
   *
   * @param <V> the static type of the values
   * @param initial the first value
   * @return the new object
   * @throws NullPointerException if {@code initial} is null
   */
  public static <V> WaitFreeAtomicValue<V> of(V initial) {
    return new WaitFreeAtomicValue<>(null, Objects.requireNonNull(initial, "initial").getClass(), initial);
  }

  /**
   * Returns the current value, or null while empty. Wait-free, with the memory effects of {@link
   * VarHandle#getVolatile}.
   *
   * <p>TLA+: {@code LoadData}.
   *
   * @return the value of the most recent write, or null if there has been none
   */
  public @Nullable V load() {
    return value(data); // LoadData
  }

  /**
   * Sets the value. Wait-free, with the memory effects of {@link VarHandle#setVolatile}.
   *
   * <p>TLA+: takes effect at {@code InstallFirst} if this is the first write, else at {@code OverwriteData}.
   *
   * @param value the new value
   * @throws NullPointerException if {@code value} is null
   * @throws ClassCastException if {@code value} is not of the declared type, or where none is declared, not of the
   *     class of the first value
   */
  public void store(V value) {
    Class<?> valueType = typeOf(value);
    if (type != valueType && installFirst(value, valueType)) { // ReadType
      return;
    }
    data = value; // OverwriteData
  }

  /**
   * Sets the value and returns the previous one. Wait-free, with the memory effects of {@link VarHandle#getAndSet}.
   *
   * <p>TLA+: takes effect at {@code InstallFirst} if this is the first write, else at {@code SwapData}.
   *
   * @param value the new value
   * @return the previous value, or null if this is the first
   * @throws NullPointerException if {@code value} is null
   * @throws ClassCastException if {@code value} is not of the declared type, or where none is declared, not of the
   *     class of the first value
   */
  public @Nullable V swap(V value) {
    Class<?> valueType = typeOf(value);
    if (type != valueType && installFirst(value, valueType)) { // ReadType
      return null;
    }
    return value(DATA.getAndSet(this, value)); // SwapData
  }

  /**
   * Sets the value if the current one is identical ({@code ==}) to {@code expected}; an {@code expected} of null
   * means "if empty". Never fails spuriously. Wait-free, with the memory effects of {@link
   * VarHandle#compareAndExchange}.
   *
   * <p>TLA+: takes effect at {@code CompareAndSwapData}.
   *
   * @param expected the value that must be current, or null to demand that there is none
   * @param value the new value
   * @return true if {@code value} was set, false if the current value was not {@code expected}
   * @throws NullPointerException if {@code value} is null
   * @throws ClassCastException if {@code value} or {@code expected} is not of the declared type, or where none is
   *     declared, if the class of {@code value} is not that of {@code expected}, or not that of the first value
   */
  public boolean compareAndSwap(@Nullable V expected, V value) {
    requireSameType(expected, value);
    Object present = DATA.compareAndExchange(this, expected, value); // CompareAndSwapData
    if (present == expected) {
      return true;
    }
    requireSameType(present, value);
    return false;
  }

  /**
   * Replaces the value by the result of a function of it, atomically, and returns the previous value. The function may
   * be called several times when other threads write meanwhile, so it should have no side effects. Lock-free, with the
   * memory effects of {@link #load()} followed by a successful {@link #compareAndSwap}.
   *
   * @param update from the current value, null while empty, to the new one
   * @return the previous value, or null if it was empty
   * @throws NullPointerException if {@code update} is null or returns null
   * @throws ClassCastException if {@code update} returns a value that is not of the declared type, or where none is
   *     declared, not of the class of the first value
   */
  public @Nullable V getAndUpdate(Function<? super @Nullable V, ? extends V> update) {
    while (true) {
      V previous = load();
      if (replace(previous, update.apply(previous))) {
        return previous;
      }
    }
  }

  /**
   * Replaces the value by the result of a function of it, atomically, and returns the new value. The function may be
   * called several times when other threads write meanwhile, so it should have no side effects. Lock-free, with the
   * memory effects of {@link #load()} followed by a successful {@link #compareAndSwap}.
   *
   * @param update from the current value, null while empty, to the new one
   * @return the new value
   * @throws NullPointerException if {@code update} is null or returns null
   * @throws ClassCastException if {@code update} returns a value that is not of the declared type, or where none is
   *     declared, not of the class of the first value
   */
  public V updateAndGet(Function<? super @Nullable V, ? extends V> update) {
    while (true) {
      V previous = load();
      V next = update.apply(previous);
      if (replace(previous, next)) {
        return next;
      }
    }
  }

  /**
   * Returns {@code String.valueOf(load())}.
   *
   * @return the string form of the current value, or {@code "null"} while empty
   */
  @Override
  public String toString() {
    return String.valueOf(load());
  }

  /**
   * {@link #compareAndSwap}, except that {@code next} is not refused for its class when it was made for an empty
   * {@code WaitFreeAtomicValue} and another thread's first write came between: then {@code previous} is out of date, no
   * more.
   */
  private boolean replace(@Nullable V previous, V next) {
    try {
      return compareAndSwap(previous, next);
    } catch (ClassCastException e) {
      if (previous != null || declared != null) {
        throw e;
      }
      return false;
    }
  }

  /** Makes {@code value} the first value, or else makes sure that the first value is of the class {@code valueType}. */
  private boolean installFirst(V value, Class<?> valueType) {
    Object present = DATA.compareAndExchange(this, null, value); // InstallFirst
    if (present == null) {
      type = valueType; // CacheType
      return true;
    }
    requireSameType(present, value);
    type = valueType; // HelpCacheType
    return false;
  }

  /**
   * Makes sure that a value may take the place of the one that is held, so far as their classes and the declared type
   * tell. That classes which are equal are of the declared type, the held value has to show.
   */
  private void requireSameType(@Nullable Object held, Object value) {
    if (held == null || held.getClass() != Objects.requireNonNull(value, "value").getClass()) {
      Class<?> valueType = typeOf(value);
      if (held != null && typeOf(held) != valueType) {
        throw inconsistent(held.getClass(), valueType);
      }
    }
  }

  /** What a value counts as: the declared type, of which it must be an instance, or else its class. */
  private Class<?> typeOf(Object value) {
    if (declared == null) {
      return Objects.requireNonNull(value, "value").getClass();
    }
    requireInstance(declared, value);
    return declared;
  }

  private static Class<?> requireReferenceType(Class<?> declared) {
    if (Objects.requireNonNull(declared, "declared").isPrimitive()) {
      throw new IllegalArgumentException(
          "the primitive type " + declared + " has no instances: declare its wrapper class instead");
    }
    return declared;
  }

  private static Object requireInstance(Class<?> declared, Object value) {
    if (!declared.isInstance(Objects.requireNonNull(value, "value"))) {
      throw new ClassCastException(
          "a value of class " + value.getClass().getName() + " is not an instance of " + declared.getName());
    }
    return value;
  }

  private static ClassCastException inconsistent(Class<?> held, Class<?> offered) {
    return new ClassCastException(
        "a value of class " + offered.getName() + " cannot replace one of class " + held.getName());
  }

  /** {@link #data} is only ever written by callers that pass a {@code V}. */
  @SuppressWarnings("unchecked")
  private @Nullable V value(@Nullable Object o) {
    return (V) o;
  }
}
