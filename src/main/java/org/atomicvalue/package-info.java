/**
 * An atomic holder of consistently typed values, specified in TLA+ and checked against its specification.
 *
 * <p>Take {@link org.atomicvalue.WaitFreeAtomicValue}. {@link org.atomicvalue.AtomicValue} has the same methods and
 * keeps the same rules by Go's own algorithm, in which other writers wait for the first; it is for those who port from
 * Go, or study it.
 *
 * <p>The usual use is copy-on-write: many threads load an immutable object, such as a configuration or a map, and from
 * time to time one replaces it by a new version.
 *
 * <pre>{@code
 * WaitFreeAtomicValue<Config> current = WaitFreeAtomicValue.of(Config.read(file));
 *
 * Config config = current.load();           // in any number of threads
 * current.store(Config.read(file));         // replaced as a whole: no reader sees a mixture
 *
 * WaitFreeAtomicValue<Throwable> first = new WaitFreeAtomicValue<>(Throwable.class);
 *
 * first.compareAndSwap(null, error);        // the first error stays, whatever the class of the next
 * }</pre>
 *
 * <table class="striped">
 * <caption>If you come from {@link java.util.concurrent.atomic.AtomicReference}</caption>
 * <thead>
 * <tr><th scope="col">there</th><th scope="col">here</th></tr>
 * </thead>
 * <tbody>
 * <tr><th scope="row">{@code get}, {@code set}, {@code getAndSet}, {@code compareAndSet}</th>
 *     <td>{@code load}, {@code store}, {@code swap}, {@code compareAndSwap}</td></tr>
 * <tr><th scope="row">{@code new AtomicReference<>(initial)}</th>
 *     <td>{@code WaitFreeAtomicValue.of(initial)}; a constructor's argument is a type</td></tr>
 * <tr><th scope="row">objects of any class take turns</th>
 *     <td>the first value fixes the class; declare a type for several: {@code new WaitFreeAtomicValue<>(Type.class)}</td>
 *     </tr>
 * <tr><th scope="row">{@code set(null)} empties it</th>
 *     <td>it cannot be emptied: null is refused</td></tr>
 * <tr><th scope="row">a {@code compareAndSet} that expects an object of another class fails</th>
 *     <td>it throws: it could never succeed</td></tr>
 * <tr><th scope="row">weaker modes: {@code lazySet}, {@code getPlain}, {@code weakCompareAndSetPlain}, …</th>
 *     <td>none: every access is volatile</td></tr>
 * <tr><th scope="row">an object that has been replaced keeps nothing reachable</th>
 *     <td>nor does it here, but its class, and with it the class loader, stays reachable unless a type is declared</td>
 *     </tr>
 * <tr><th scope="row">{@link java.io.Serializable}</th>
 *     <td>not serializable: write the value, not the holder</td></tr>
 * <tr><th scope="row">an update whose function updates the same reference never ends</th>
 *     <td>the same</td></tr>
 * <tr><th scope="row">{@code toString} of a reference to itself overflows the stack</th>
 *     <td>the same</td></tr>
 * </tbody>
 * </table>
 *
 * <table class="striped">
 * <caption>If you come from {@code Value} in Go's {@code sync/atomic}</caption>
 * <thead>
 * <tr><th scope="col">there</th><th scope="col">here</th></tr>
 * </thead>
 * <tbody>
 * <tr><th scope="row">{@code Load} of an empty value is nil</th>
 *     <td>it is null</td></tr>
 * <tr><th scope="row">{@code Store(nil)} panics</th>
 *     <td>{@link java.lang.NullPointerException}</td></tr>
 * <tr><th scope="row">a value of another type panics</th>
 *     <td>{@link java.lang.ClassCastException}, which names both classes</td></tr>
 * <tr><th scope="row">a struct around an interface holds values of several types</th>
 *     <td>a type is declared</td></tr>
 * <tr><th scope="row">{@code CompareAndSwap} compares by {@code ==}: equal numbers and strings are the same</th>
 *     <td>by identity: equal boxes and strings may be different objects</td></tr>
 * <tr><th scope="row">{@code CompareAndSwap} panics where the old value is not comparable</th>
 *     <td>every object can be expected</td></tr>
 * <tr><th scope="row">{@code CompareAndSwap(nil, v)} demands that there is no value</th>
 *     <td>the same</td></tr>
 * <tr><th scope="row">a {@code Value} must not be copied</th>
 *     <td>a holder cannot be copied</td></tr>
 * <tr><th scope="row">a first {@code Store} that is preempted makes others spin</th>
 *     <td>{@link org.atomicvalue.WaitFreeAtomicValue} waits for nobody; with {@link org.atomicvalue.AtomicValue} other
 *     writers spin and then yield</td></tr>
 * </tbody>
 * </table>
 *
 * <p>Each row is checked by a test of its own.
 *
 * <p><b>Shrinkers.</b> The jar brings rules for ProGuard and R8, {@code META-INF/proguard/atomic-value.pro}, since fields
 * are found by their names. Android's build and R8 read them by themselves; ProGuard alone is given them with {@code
 * -include}. With GraalVM's native image the library has not been tried. It uses no reflection but {@link
 * java.lang.invoke.MethodHandles.Lookup#findVarHandle}, with constant arguments in static initializers.
 *
 * <p>References are non-null unless annotated {@link org.jspecify.annotations.Nullable}.
 */
@NullMarked
package org.atomicvalue;

import org.jspecify.annotations.NullMarked;
