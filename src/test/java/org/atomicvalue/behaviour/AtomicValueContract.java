package org.atomicvalue.behaviour;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.atomicvalue.AtomicValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.xml.sax.InputSource;

/**
 * The rules that every class with the contract of {@link AtomicValue} keeps, as seen by one thread. A test class
 * applies them to an implementation by naming its {@link Holder.Kind}.
 */
abstract class AtomicValueContract {

  /** All ways to write, for the rules that they share. */
  enum Write {
    STORE {
      @Override
      void to(Holder holder, Object value) {
        holder.store(value);
      }
    },
    SWAP {
      @Override
      void to(Holder holder, Object value) {
        holder.swap(value);
      }
    },
    COMPARE_AND_SWAP {
      @Override
      void to(Holder holder, Object value) {
        assertTrue(holder.compareAndSwap(holder.load(), value));
      }
    },
    GET_AND_UPDATE {
      @Override
      void to(Holder holder, Object value) {
        holder.getAndUpdate(current -> value);
      }
    },
    UPDATE_AND_GET {
      @Override
      void to(Holder holder, Object value) {
        holder.updateAndGet(current -> value);
      }
    };

    abstract void to(Holder holder, Object value);
  }

  private static final String FOO = "foo";

  private static final String BARBAZ = "barbaz";

  private final Holder.Kind kind;
  private final Holder holder;

  AtomicValueContract(Holder.Kind kind) {
    this.kind = kind;
    this.holder = kind.empty();
  }

  private Holder holderOf(Object value) {
    holder.store(value);
    return holder;
  }

  private static void assertNullRefused(Executable call) {
    assertEquals("value", assertThrows(NullPointerException.class, call).getMessage());
  }

  private void assertClassRefused(Class<?> held, Class<?> offered, Executable call) {
    assertClassRefused(held.getName(), offered.getName(), call);
  }

  /** The message names the remedy, too. */
  private void assertClassRefused(String held, String offered, Executable call) {
    assertEquals(
        "a value of class " + offered + " cannot replace one of class " + held
            + ": to hold values of several classes, declare a type they share, new " + kind.type().getSimpleName()
            + "<>(Type.class)",
        assertThrows(ClassCastException.class, call).getMessage());
  }

  /** Empty, and so much so that values of any class are still welcome. */
  private void assertStillEmpty() {
    assertNull(holder.load());
    holder.store(BigInteger.TWO);
    assertSame(BigInteger.TWO, holder.load());
  }

  // While empty.

  @Test
  void whileEmptyLoadReturnsNull() {
    assertNull(holder.load());
  }

  @Test
  void whileEmptyToStringIsNull() {
    assertEquals("null", holder.toString());
  }

  @Test
  void whileEmptyStoreSetsTheFirstValue() {
    holder.store(FOO);
    assertSame(FOO, holder.load());
  }

  @Test
  void whileEmptySwapSetsTheFirstValueAndReturnsNull() {
    assertNull(holder.swap(FOO));
    assertSame(FOO, holder.load());
  }

  @Test
  void whileEmptyCompareAndSwapOfNullSetsTheFirstValue() {
    assertTrue(holder.compareAndSwap(null, FOO));
    assertSame(FOO, holder.load());
  }

  @Test
  void whileEmptyCompareAndSwapOfAValueFailsAndDoesNotFixTheClass() {
    assertFalse(holder.compareAndSwap(FOO, BARBAZ));
    assertStillEmpty();
  }

  @Test
  void whileEmptyCompareAndSwapOfAValueWithItselfFails() {
    assertFalse(holder.compareAndSwap(FOO, FOO));
    assertStillEmpty();
  }

  @Test
  void whileEmptyGetAndUpdatePassesNullAndReturnsNull() {
    assertNull(holder.getAndUpdate(current -> "after " + current));
    assertEquals("after null", holder.load());
  }

  @Test
  void whileEmptyUpdateAndGetPassesNullAndReturnsTheFirstValue() {
    Object returned = holder.updateAndGet(current -> "after " + current);
    assertEquals("after null", returned);
    assertSame(returned, holder.load());
  }

  // Once there is a value.

  @Test
  void onceThereIsAValueLoadReturnsTheVeryObject() {
    Object value = new Object();
    assertSame(value, holderOf(value).load());
    assertSame(value, holder.load());
  }

  @Test
  void onceThereIsAValueToStringIsThatOfTheValue() {
    assertEquals("[1, 2]", holderOf(List.of(1, 2)).toString());
  }

  @Test
  void onceThereIsAValueStoreReplacesIt() {
    holderOf(FOO).store(BARBAZ);
    assertSame(BARBAZ, holder.load());
  }

  @Test
  void onceThereIsAValueSwapReplacesItAndReturnsIt() {
    assertSame(FOO, holderOf(FOO).swap(BARBAZ));
    assertSame(BARBAZ, holder.load());
  }

  @Test
  void onceThereIsAValueCompareAndSwapOfItReplacesIt() {
    assertTrue(holderOf(FOO).compareAndSwap(FOO, BARBAZ));
    assertSame(BARBAZ, holder.load());
  }

  @Test
  void onceThereIsAValueCompareAndSwapOfAnotherValueFails() {
    assertFalse(holderOf(FOO).compareAndSwap(BARBAZ, "new"));
    assertSame(FOO, holder.load());
  }

  @Test
  void onceThereIsAValueCompareAndSwapOfNullFails() {
    assertFalse(holderOf(FOO).compareAndSwap(null, BARBAZ));
    assertSame(FOO, holder.load());
  }

  @Test
  void onceThereIsAValueGetAndUpdateReturnsThePrevious() {
    assertSame(FOO, holderOf(FOO).getAndUpdate(current -> current + BARBAZ));
    assertEquals("foobarbaz", holder.load());
  }

  @Test
  void onceThereIsAValueUpdateAndGetReturnsTheNew() {
    Object returned = holderOf(FOO).updateAndGet(current -> current + BARBAZ);
    assertEquals("foobarbaz", returned);
    assertSame(returned, holder.load());
  }

  @ParameterizedTest
  @EnumSource
  void onceThereIsAValueThisValueMayBeWrittenAgain(Write write) {
    write.to(holderOf(FOO), FOO);
    assertSame(FOO, holder.load());
  }

  @ParameterizedTest
  @EnumSource
  void onceThereIsAValueEveryWriteReplacesItWhateverItsKind(Write write) {
    Object[][] kinds = {
      {42, 84},
      {FOO, BARBAZ},
      {0L, -1L, 1L + (2L << 32), 3L + (4L << 32)},
      {new int[0], new int[100_000]},
      {"x".repeat(100_000), ""},
      {List.of(1, 2, 3), List.of(4, 5, 6, 7)},
      {new Object(), new Object()},
      {String.class, Object.class, Class.class},
    };
    for (Object[] ofOneKind : kinds) {
      Holder fresh = kind.empty();
      for (Object value : ofOneKind) {
        write.to(fresh, value);
        assertSame(value, fresh.load());
      }
    }
  }

  // Null is refused.

  @ParameterizedTest
  @EnumSource
  void nullIsRefusedWhileEmpty(Write write) {
    assertNullRefused(() -> write.to(holder, null));
    assertStillEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void nullIsRefusedOnceThereIsAValue(Write write) {
    assertNullRefused(() -> write.to(holderOf(FOO), null));
    assertSame(FOO, holder.load());
    write.to(holder, BARBAZ);
    assertSame(BARBAZ, holder.load());
  }

  @Test
  void nullIsRefusedByCompareAndSwapWhateverIsExpected() {
    assertNullRefused(() -> holder.compareAndSwap(FOO, null));
    assertStillEmpty();
    assertNullRefused(() -> holder.compareAndSwap(null, null));
    assertNullRefused(() -> holder.compareAndSwap(BigInteger.ONE, null));
    assertNullRefused(() -> holder.compareAndSwap(FOO, null));
    assertSame(BigInteger.TWO, holder.load());
  }

  @Test
  void nullIsRefusedAsAFunction() {
    assertThrows(NullPointerException.class, () -> holder.getAndUpdate(null));
    assertThrows(NullPointerException.class, () -> holder.updateAndGet(null));
    assertStillEmpty();
    assertThrows(NullPointerException.class, () -> holder.getAndUpdate(null));
    assertThrows(NullPointerException.class, () -> holder.updateAndGet(null));
    assertSame(BigInteger.TWO, holder.load());
  }

  // Another class is refused.

  @ParameterizedTest
  @EnumSource
  void anotherClassIsRefusedByEveryWrite(Write write) {
    assertClassRefused(Integer.class, String.class, () -> write.to(holderOf(42), FOO));
    assertEquals(42, holder.load());
    write.to(holder, 84);
    assertEquals(84, holder.load());
  }

  @ParameterizedTest
  @EnumSource
  void anotherClassIsRefusedWhicheverTheFirstWriteWas(Write first) {
    first.to(holder, 42);
    assertClassRefused(Integer.class, Long.class, () -> holder.store(42L));
    assertEquals(42, holder.load());
  }

  @ParameterizedTest
  @EnumSource
  void anotherClassIsRefusedForAsLongAsTheHolderLives(Write write) {
    write.to(holder, 1);
    for (int i = 2; i < 100; i++) {
      write.to(holder, i);
      assertClassRefused(Integer.class, String.class, () -> write.to(holder, FOO));
      assertEquals(i, holder.load());
    }
  }

  @Test
  void aSubclassIsRefused() {
    class Special extends ArrayList<Object> {
      private static final long serialVersionUID = 1;
    }

    assertClassRefused(ArrayList.class, Special.class, () -> holderOf(new ArrayList<>()).store(new Special()));
  }

  @Test
  void aSuperclassIsRefused() {
    assertClassRefused(String.class, Object.class, () -> holderOf(FOO).store(new Object()));
  }

  @Test
  void anotherImplementationOfTheSameInterfaceIsRefused() {
    List<Integer> one = List.of(1);
    List<Integer> three = List.of(1, 2, 3);
    assertNotEquals(one.getClass(), three.getClass());
    assertClassRefused(one.getClass(), three.getClass(), () -> holderOf(one).store(three));
    assertSame(one, holder.load());
  }

  @Test
  void aConstantOfTheSameEnumWithABodyOfItsOwnIsRefused() {
    assertClassRefused(
        Write.STORE.getClass(), Write.SWAP.getClass(), () -> holderOf(Write.STORE).store(Write.SWAP));
    assertSame(Write.STORE, holder.load());
  }

  @Test
  void anArrayOfOtherElementsIsRefused() {
    assertClassRefused(int[].class, long[].class, () -> holderOf(new int[1]).store(new long[1]));
  }

  /** Two classes of one name, which differ in their loaders alone; the loader of the first is the bootstrap loader. */
  private static final Class<?> SOURCE = InputSource.class;

  private static final Object OTHER_SOURCE = instanceOfAClassNamed(SOURCE.getName());

  private static Object instanceOfAClassNamed(String name) {
    ClassWriter file = new ClassWriter(0);
    file.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, name.replace('.', '/'), null, "java/lang/Object", null);
    MethodVisitor constructor = file.visitMethod(Opcodes.ACC_PUBLIC, "<init>", "()V", null, null);
    constructor.visitVarInsn(Opcodes.ALOAD, 0);
    constructor.visitMethodInsn(Opcodes.INVOKESPECIAL, "java/lang/Object", "<init>", "()V", false);
    constructor.visitInsn(Opcodes.RETURN);
    constructor.visitMaxs(1, 1);
    byte[] bytes = file.toByteArray();
    class Loader extends ClassLoader {
      Class<?> define() {
        return defineClass(name, bytes, 0, bytes.length);
      }
    }

    try {
      return new Loader().define().getDeclaredConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  private static String withLoader(Class<?> type) {
    ClassLoader loader = type.getClassLoader();
    return type.getName() + " of class loader "
        + (loader == null
            ? "bootstrap"
            : loader.getClass().getName() + " @" + Integer.toHexString(System.identityHashCode(loader)));
  }

  @Test
  void aClassOfTheSameNameIsRefusedAndItsLoaderNamed() {
    String held = "org.xml.sax.InputSource of class loader bootstrap";
    assertEquals(held, withLoader(SOURCE));
    String offered = withLoader(OTHER_SOURCE.getClass());
    assertNotEquals(held, offered);
    assertClassRefused(held, offered, () -> holderOf(new InputSource()).store(OTHER_SOURCE));
    assertClassRefused(offered, held, () -> kind.of(OTHER_SOURCE).store(new InputSource()));
    assertTypeRefused(held, offered, () -> kind.declared(SOURCE).store(OTHER_SOURCE));
    assertTypeRefused(offered, held, () -> kind.declared(OTHER_SOURCE.getClass()).store(new InputSource()));
  }

  @Test
  void eachHolderHasItsOwnClass() {
    Holder other = kind.empty();
    holder.store(42);
    other.store(FOO);
    assertEquals(42, holder.load());
    assertSame(FOO, other.load());
  }

  @Test
  void compareAndSwapRefusesToExpectAnotherClassThanItWritesEvenWhileEmpty() {
    assertClassRefused(Integer.class, String.class, () -> holder.compareAndSwap(42, FOO));
    assertStillEmpty();
  }

  @Test
  void compareAndSwapRefusesToExpectAnotherClassThanItWrites() {
    assertClassRefused(Integer.class, String.class, () -> holderOf(FOO).compareAndSwap(42, BARBAZ));
    assertSame(FOO, holder.load());
  }

  @Test
  void compareAndSwapChecksItsArgumentsBeforeTheHeldClass() {
    assertClassRefused(Long.class, String.class, () -> holderOf(42).compareAndSwap(7L, FOO));
    assertEquals(42, holder.load());
  }

  @Test
  void anotherClassIsRefusedWhenCompareAndSwapExpectsItToo() {
    assertClassRefused(Integer.class, String.class, () -> holderOf(42).compareAndSwap(FOO, BARBAZ));
    assertEquals(42, holder.load());
  }

  @Test
  void anotherClassIsRefusedWhenCompareAndSwapExpectsNull() {
    assertClassRefused(Integer.class, String.class, () -> holderOf(42).compareAndSwap(null, FOO));
    assertEquals(42, holder.load());
  }

  // What compareAndSwap compares.

  @Test
  void compareAndSwapComparesBoxesByIdentity() {
    Integer held = Integer.valueOf(1_000_000);
    Integer equal = Integer.valueOf(1_000_000);
    assertNotSame(held, equal);
    assertFalse(holderOf(held).compareAndSwap(equal, 1));
    assertSame(held, holder.load());
    assertTrue(holder.compareAndSwap(held, 1));
  }

  @Test
  void compareAndSwapComparesStringsByIdentity() {
    assertFalse(holderOf(FOO).compareAndSwap(new String(FOO), BARBAZ));
    assertSame(FOO, holder.load());
  }

  @Test
  void compareAndSwapDoesNotAskTheValues() {
    class Unequal {
      @Override
      public boolean equals(Object other) {
        throw new AssertionError("equals was called");
      }

      @Override
      public int hashCode() {
        throw new AssertionError("hashCode was called");
      }
    }

    Unequal held = new Unequal();
    assertFalse(holderOf(held).compareAndSwap(new Unequal(), new Unequal()));
    assertTrue(holder.compareAndSwap(held, new Unequal()));
  }

  @Test
  void compareAndSwapNeverFailsSpuriously() {
    Integer current = 0;
    holder.store(current);
    for (int i = 1; i <= 100_000; i++) {
      Integer next = i;
      assertTrue(holder.compareAndSwap(current, next));
      current = next;
    }
    assertSame(current, holder.load());
  }

  // Updates.

  /** Appends to the current value; at its first call another write intervenes. */
  private final class InterruptedAppend implements UnaryOperator<Object> {
    final List<Object> seen = new ArrayList<>();

    @Override
    public Object apply(Object current) {
      seen.add(current);
      if (seen.size() == 1) {
        holder.store("other");
      }
      return current + "+";
    }
  }

  @Test
  void getAndUpdateIsRepeatedWhenAnotherWriteIntervenes() {
    InterruptedAppend append = new InterruptedAppend();
    assertEquals("other", holderOf(FOO).getAndUpdate(append));
    assertEquals(List.of(FOO, "other"), append.seen);
    assertEquals("other+", holder.load());
  }

  @Test
  void updateAndGetIsRepeatedWhenAnotherWriteIntervenes() {
    InterruptedAppend append = new InterruptedAppend();
    assertEquals("other+", holderOf(FOO).updateAndGet(append));
    assertEquals(List.of(FOO, "other"), append.seen);
    assertEquals("other+", holder.load());
  }

  @Test
  void getAndUpdateIsRepeatedWhenAnotherFirstWriteIntervenes() {
    InterruptedAppend append = new InterruptedAppend();
    assertEquals("other", holder.getAndUpdate(append));
    assertEquals(2, append.seen.size());
    assertNull(append.seen.get(0));
    assertEquals("other+", holder.load());
  }

  @Test
  void updateAndGetIsRepeatedWhenAnotherFirstWriteIntervenes() {
    InterruptedAppend append = new InterruptedAppend();
    assertEquals("other+", holder.updateAndGet(append));
    assertEquals(2, append.seen.size());
    assertNull(append.seen.get(0));
    assertEquals("other+", holder.load());
  }

  @Test
  void anUpdateIsRefusedWhenAFirstWriteOfAnotherClassIntervenes() {
    UnaryOperator<Object> update = current -> {
      if (current == null) {
        holder.store(FOO);
      }
      return 42;
    };
    assertClassRefused(String.class, Integer.class, () -> holder.getAndUpdate(update));
    assertSame(FOO, holder.load());
    assertClassRefused(String.class, Integer.class, () -> holder.updateAndGet(update));
    assertSame(FOO, holder.load());
  }

  /** What the function made of "empty" is of another class than the first value, and is not held against it. */
  @Test
  void anUpdateIsRepeatedWhenItsFunctionFollowsAFirstWriteOfAnotherClass() {
    UnaryOperator<Object> update = current -> {
      if (current == null) {
        holder.store(FOO);
        return 42;
      }
      return BARBAZ;
    };
    assertSame(FOO, assertDoesNotThrow(() -> holder.getAndUpdate(update)));
    assertSame(BARBAZ, holder.load());
  }

  @Test
  void anUpdatePassesOnWhatItsFunctionThrowsAndChangesNothing() {
    IllegalStateException failure = new IllegalStateException("of the function");
    UnaryOperator<Object> failing = current -> {
      throw failure;
    };
    assertSame(failure, assertThrows(IllegalStateException.class, () -> holder.getAndUpdate(failing)));
    assertSame(failure, assertThrows(IllegalStateException.class, () -> holder.updateAndGet(failing)));
    assertStillEmpty();
    assertSame(failure, assertThrows(IllegalStateException.class, () -> holder.getAndUpdate(failing)));
    assertSame(failure, assertThrows(IllegalStateException.class, () -> holder.updateAndGet(failing)));
    assertSame(BigInteger.TWO, holder.load());
  }

  @Test
  void anUpdateCallsItsFunctionOnceWhenNothingIntervenes() {
    List<Object> seen = new ArrayList<>();
    UnaryOperator<Object> recording = current -> {
      seen.add(current);
      return BARBAZ;
    };
    holderOf(FOO).getAndUpdate(recording);
    holder.updateAndGet(recording);
    assertEquals(List.of(FOO, BARBAZ), seen);
  }

  // An initial value.

  @Test
  void anInitialValueIsTheFirst() {
    Holder filled = kind.of(FOO);
    assertSame(FOO, filled.load());
    assertEquals(FOO, filled.toString());
    assertSame(FOO, filled.swap(BARBAZ));
  }

  @ParameterizedTest
  @EnumSource
  void anInitialValueFixesTheClass(Write write) {
    Holder filled = kind.of(42);
    assertClassRefused(Integer.class, String.class, () -> write.to(filled, FOO));
    assertClassRefused(Integer.class, String.class, () -> filled.compareAndSwap(null, FOO));
    assertEquals(42, filled.load());
    write.to(filled, 84);
    assertEquals(84, filled.load());
  }

  @Test
  void anInitialValueCanBeExpected() {
    Holder filled = kind.of(FOO);
    assertFalse(filled.compareAndSwap(null, BARBAZ));
    assertTrue(filled.compareAndSwap(FOO, BARBAZ));
  }

  @Test
  void anInitialValueIsPassedToAnUpdate() {
    assertEquals("foo+", kind.of(FOO).updateAndGet(current -> current + "+"));
  }

  @Test
  void aNullInitialValueIsRefused() {
    assertEquals("initial", assertThrows(NullPointerException.class, () -> kind.of(null)).getMessage());
    assertEquals(
        "initial", assertThrows(NullPointerException.class, () -> kind.declared(List.class, null)).getMessage());
  }

  // A declared type.

  private static void assertTypeRefused(Class<?> declared, Class<?> offered, Executable call) {
    assertTypeRefused(declared.getName(), offered.getName(), call);
  }

  private static void assertTypeRefused(String declared, String offered, Executable call) {
    assertEquals(
        "a value of class " + offered + " is not an instance of " + declared,
        assertThrows(ClassCastException.class, call).getMessage());
  }

  private final List<Integer> one = List.of(1);
  private final List<Integer> three = List.of(1, 2, 3);

  @Test
  void withADeclaredTypeAHolderIsEmptyAtFirst() {
    Holder list = kind.declared(List.class);
    assertNull(list.load());
    assertEquals("null", list.toString());
    assertNull(list.swap(one));
  }

  @Test
  void withADeclaredTypeThereMayBeAnInitialValue() {
    Holder list = kind.declared(List.class, one);
    assertSame(one, list.load());
    assertSame(one, list.swap(three));
  }

  @ParameterizedTest
  @EnumSource
  void withADeclaredTypeInstancesOfSeveralClassesTakeTurns(Write write) {
    Holder list = kind.declared(List.class);
    for (Object value : List.of(one, three, new ArrayList<>(), one)) {
      write.to(list, value);
      assertSame(value, list.load());
    }
  }

  /** An update that takes the refusal for an intervening write would try for ever, and could not be interrupted. */
  @ParameterizedTest
  @EnumSource
  @Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void withADeclaredTypeOtherValuesAreRefused(Write write) {
    Holder list = kind.declared(List.class);
    assertTypeRefused(List.class, String.class, () -> write.to(list, FOO));
    assertNull(list.load());
    write.to(list, one);
    assertTypeRefused(List.class, Set.of().getClass(), () -> write.to(list, Set.of()));
    assertSame(one, list.load());
  }

  @ParameterizedTest
  @EnumSource
  void withADeclaredTypeNullIsRefused(Write write) {
    Holder list = kind.declared(List.class, one);
    assertNullRefused(() -> write.to(list, null));
    assertNullRefused(() -> list.compareAndSwap(null, null));
    assertSame(one, list.load());
  }

  @Test
  void withADeclaredTypeCompareAndSwapOfNullSetsTheFirstValueOnly() {
    Holder list = kind.declared(List.class);
    assertTrue(list.compareAndSwap(null, one));
    assertFalse(assertDoesNotThrow(() -> list.compareAndSwap(null, three)));
    assertSame(one, list.load());
  }

  @Test
  void withADeclaredTypeCompareAndSwapComparesInstancesOfSeveralClasses() {
    Holder list = kind.declared(List.class);
    assertFalse(list.compareAndSwap(one, three));
    assertNull(list.load());
    list.store(one);
    assertFalse(assertDoesNotThrow(() -> list.compareAndSwap(three, new ArrayList<>())));
    assertTrue(list.compareAndSwap(one, three));
    assertSame(three, list.load());
  }

  @Test
  void withADeclaredTypeCompareAndSwapRefusesToExpectOtherValues() {
    Holder list = kind.declared(List.class);
    assertTypeRefused(List.class, String.class, () -> list.compareAndSwap(FOO, one));
    assertTypeRefused(List.class, String.class, () -> list.compareAndSwap(one, FOO));
    assertNull(list.load());
  }

  /** They may be of one class: that says nothing where the value that is held is of another, or where there is none. */
  @Test
  void withADeclaredTypeCompareAndSwapRefusesToReplaceOneOtherValueByAnother() {
    Holder list = kind.declared(List.class);
    assertTypeRefused(List.class, String.class, () -> list.compareAndSwap(FOO, BARBAZ));
    assertTypeRefused(List.class, String.class, () -> list.compareAndSwap(FOO, FOO));
    assertTypeRefused(List.class, String.class, () -> list.compareAndSwap(null, FOO));
    assertNull(list.load());
    list.store(one);
    assertTypeRefused(List.class, String.class, () -> list.compareAndSwap(FOO, BARBAZ));
    assertTypeRefused(List.class, String.class, () -> list.compareAndSwap(FOO, FOO));
    assertTypeRefused(List.class, String.class, () -> list.compareAndSwap(null, FOO));
    assertSame(one, list.load());
  }

  @Test
  void aDeclaredTypeIsNotNarrowedByTheFirstValue() {
    Holder any = kind.declared(Object.class, FOO);
    any.store(42);
    assertEquals(42, any.load());
  }

  @Test
  void aDeclaredTypeMustBeThere() {
    assertEquals(
        "declared", assertThrows(NullPointerException.class, () -> kind.declared(null)).getMessage());
    assertEquals(
        "declared", assertThrows(NullPointerException.class, () -> kind.declared(null, FOO)).getMessage());
  }

  @Test
  void aDeclaredTypeMustHaveInstances() {
    String message = "the primitive type int has no instances: declare its wrapper class instead";
    assertEquals(
        message, assertThrows(IllegalArgumentException.class, () -> kind.declared(int.class)).getMessage());
    assertEquals(
        message, assertThrows(IllegalArgumentException.class, () -> kind.declared(int.class, 42)).getMessage());
  }

  @Test
  void anInitialValueMustBeOfTheDeclaredType() {
    assertTypeRefused(List.class, String.class, () -> kind.declared(List.class, FOO));
  }
}
