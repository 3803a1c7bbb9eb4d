package org.atomicvalue;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Holds one value that is read and replaced atomically and whose type never changes. No thread ever waits for another.
 *
 * <pre>{@code
 * WaitFreeAtomicValue<Config> current = new WaitFreeAtomicValue<>(Config.class);  // empty: load() returns null
 * current.store(Config.read(file));                                               // readers see all of it or nothing
 *
 * Config config = current.load();                                                 // any number of readers
 * current.updateAndGet(c -> c.withTimeout(seconds));                              // copy-on-write, atomically
 * }</pre>
 *
 * <p>A new {@code WaitFreeAtomicValue} is <em>empty</em>. The first successful write fixes the class of its value,
 * {@code value.getClass()}, for ever; every later write must bring a value of exactly that class. Where values of
 * several classes are to take turns, such as the implementations of an interface, lists of several sizes from {@link
 * java.util.List#of()} or exceptions, a type is {@linkplain #WaitFreeAtomicValue(Class) declared}; every write must
 * then bring an instance of it. What differs from an {@link java.util.concurrent.atomic.AtomicReference}, and from Go,
 * is listed in the {@linkplain org.atomicvalue description of the package}.
 *
 * <p>It is <b>assumed</b> that
 * <ol>
 * <li>values are immutable, or are themselves safe for use by several threads: a holder hands out the very object;
 * <li>the function of an update has no side effects, because it may be called several times, and in particular does not
 *     write to the same holder: such an update never ends;
 * <li>the fields are written by these methods alone, not by reflection or native code.
 * </ol>
 *
 * <p>Then it is <b>guaranteed</b> that
 * <ol>
 * <li>every call takes effect at one instant between its beginning and its end, {@link #getAndUpdate} and {@link
 *     #updateAndGet} included: no reader finds part of a write, and no write is lost;
 * <li>every value that is ever found is of the declared type, or where none is declared, of the class of the first;
 * <li>a call that throws changes nothing;
 * <li>what a thread did before a successful write of a value happens-before whatever another thread does after it has
 *     obtained that value, and all calls to all holders appear in one total order that agrees with the program order of
 *     each thread: every access has {@linkplain VarHandle volatile} semantics;
 * <li>{@link #load}, {@link #store}, {@link #swap} and {@link #compareAndSwap} are wait-free: a bounded number of
 *     accesses, whatever other threads do; {@link #getAndUpdate} and {@link #updateAndGet} are lock-free;
 * <li>a declared type and an initial value are there for whoever obtains the new object by a happens-before edge, or
 *     reads its reference in acquire or volatile mode, however it was written; a plain or opaque read may miss them.
 * </ol>
 *
 * <p>How far each of these has been checked, and how, is the subject of the project's {@code docs/assurance.md}.
 *
 * @param <V> the static type of the values; what is enforced is the declared type or the class of the first value
 */
public final class WaitFreeAtomicValue<V> {

  /*
   * Algorithm, specified in spec/WaitFreeAtomicValue.tla: the names in the trailing comments are the actions there.
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
   * the new object finds that value or a later one in it, as far as the last guarantee above goes.
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
   * obtains the new object finds that value or a later one in it, as far as the last guarantee above goes.
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
   * @return the value of the most recent write, or null if there has been none
   */
  public @Nullable V load() {
    return value(data); // LoadData
  }

  /**
   * Sets the value. Wait-free, with the memory effects of {@link VarHandle#setVolatile}.
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
   * means "if empty", so that the first of several values stays. Where these may be of several classes, such as errors,
   * declare a type, or the second is answered by an exception instead of false. Never fails spuriously. Wait-free, with
   * the memory effects of {@link VarHandle#compareAndExchange}.
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
   * Refuses a value whose class does not let it take the place of {@code held}. Where both are of one class, the
   * declared type is not asked: if {@code held} is what the holder has, it is of that type.
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
      throw notAnInstance(declared, value.getClass());
    }
    return value;
  }

  private static ClassCastException notAnInstance(Class<?> declared, Class<?> offered) {
    return new ClassCastException(
        "a value of class " + name(offered, declared) + " is not an instance of " + name(declared, offered));
  }

  private static ClassCastException inconsistent(Class<?> held, Class<?> offered) {
    return new ClassCastException(
        "a value of class " + name(offered, held) + " cannot replace one of class " + name(held, offered)
            + ": to hold values of several classes, declare a type they share, new WaitFreeAtomicValue<>(Type.class)");
  }

  /** The name of a class, with that of its loader where nothing else tells it from the other class. */
  private static String name(Class<?> type, Class<?> other) {
    if (!type.getName().equals(other.getName())) {
      return type.getName();
    }
    ClassLoader loader = type.getClassLoader();
    return type.getName() + " of class loader "
        + (loader == null
            ? "bootstrap"
            : loader.getClass().getName() + " @" + Integer.toHexString(System.identityHashCode(loader)));
  }

  /** {@link #data} is only ever written by callers that pass a {@code V}. */
  @SuppressWarnings("unchecked")
  private @Nullable V value(@Nullable Object o) {
    return (V) o;
  }
}
