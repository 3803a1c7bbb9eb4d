package org.atomicvalue.checkers.steps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.atomicvalue.checkers.evidence.Link;
import org.atomicvalue.checkers.evidence.OfLink;
import org.atomicvalue.checkers.graph.TlaValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the engine cannot see through, or cannot put into an interleaving, it refuses, and says why. */
@OfLink(Link.STEPS)
class RefusalTest {

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
      which is neither final nor a volatile   | static volatile int shared; public int m() { return shared; }
      is synchronized                         | public synchronized void m() {}
      has a synchronized block                | public void m() { synchronized (this) { } }
      is native                               | public native void m();
      accesses an array                       | static final int[] ARRAY = {1}; public int m() { return ARRAY[0]; }
      calls VarHandle.getAcquire              | public int m() { return (int) WORD.getAcquire(this); }
      calls VarHandle.weakCompareAndSet       | public boolean m() { return WORD.weakCompareAndSet(this, 0, 1); }
      which cannot be looked into             | public void m() throws Exception { wait(); }
      which cannot be looked into             | public void m() { new Thread(); }
      java/lang/Math.random, which cannot     | public double m() { return Math.random(); }
      java/lang/String.valueOf, which cannot  | public String m(Object o) { return String.valueOf(o); }
      java/lang/Object.equals, which cannot   | public boolean m(Object o) { return o.equals(""); }
      java/util/Objects.equals, which cannot  | public boolean m(Object o) { return java.util.Objects.equals(o, 1); }
      java/lang/Object.hashCode, which cannot | public int m() { return hashCode(); }
      java/lang/StringBuilder.append, which   | static final StringBuilder LOG = new StringBuilder(); \
                                                public void m() { LOG.append(1); }
      cannot be looked into                   | public String m(Object o) { return "is " + o; }
      System.identityHashCode                 | public int m(Object o) { return System.identityHashCode(o); }
      creates another object of the class     | public void m() { new Sample(); }
      code of the client and a step of its    | public void m(Runnable r) { r.run(); }
      code of the client and a step of its    | public Object m(java.util.function.Supplier<?> s) { return s.get(); }
      code of the client and a step of its    | public void m(java.util.function.Consumer<Object> c) { c.accept(this); }
      refers to java/lang/invoke/VarHandle    | public Object m() { return (F) WORD::getVolatile; } \
                                                interface F { Object of(Sample s); }
      refers to java/lang/System.nanoTime     | public Object m() { java.util.function.LongSupplier s = System::nanoTime; return s; }
      refers to java/lang/Thread.currentThrea | public Object m() { java.util.function.Supplier<?> s = Thread::currentThread; return s; }
      refers to java/util/concurrent/locks/Re | static final java.util.concurrent.locks.ReentrantLock LOCK = null; \
                                                public Object m() { java.util.function.BooleanSupplier s = LOCK::tryLock; return s; }
      refers to java/lang/Thread::yield       | public Object m() { Runnable r = Thread::yield; return r; }
      AtomicReferenceFieldUpdater.get         | static final java.util.concurrent.atomic.AtomicReferenceFieldUpdater<Sample, Object> U = null; \
                                                public Object m() { java.util.function.Function<Sample, Object> s = U::get; return s; }
      java/util/Queue.add                     | static final java.util.Queue<Object> Q = null; \
                                                public Object m() { java.util.function.Predicate<Object> s = Q::add; return s; }
      other can be called                     | public void m() {} public void other() { WRITE }
      other can be called                     | public void m() {} static void other(Sample s) { s.WRITE }
      other can be called                     | public void m() { help(); } private void help() { WRITE } public void other() { help(); }
      close can be called                     | public void m() {} static class Closer { void close(Sample s) { s.WRITE } }
      is not private                          | volatile int open; public void m() {}
      of another object                       | public void m() {} public Sample() {} Sample(Sample o) { o.word = 1; }
      handle gives away what reaches private  | public void m() {} static VarHandle handle() { return WORD; }
      static initializer of Sample$Lazy makes | public void m() {} private static Sample first; \
                                                static class Lazy { static void use() {} static { if (first != null) first.word = 1; } }
      in an assertion, which happens only     | public void m() { assert isZero(); } private boolean isZero() { return WORD_ == 0; }
      compare the components of the record    | record Pair(Object left, Object right) {} \
                                                public boolean m(Object o) { return new Pair(o, o).equals(null); }
      writes System.identityHashCode into     | public boolean m(Object o) { \
                                                return Integer.toHexString(System.identityHashCode(o)).charAt(0) == '7'; }
      java/util/Objects.requireNonNull, which | public void m(Object o) { java.util.Objects.requireNonNull(o, () -> "no object"); }
      java/lang/Throwable.getMessage, which   | public Object m(Throwable t) { return t.getMessage(); }
      other classes do with it would go unsee | public void m() {} static class Handles { static final VarHandle ITS = WORD; }
      """)
  void refused(String reason, String members) {
    String closed = members.replace("WRITE", "word = 1; // Write\n").replace("WORD_ == 0; }", "word == 0; // Look\n}");
    NotConformable refusal = assertThrows(NotConformable.class, () -> {
      SteppedClass sample = Sample.load(folder, closed);
      TlaValue none = TlaValue.string("none");
      new Exploration(sample, new Client(List.of("t1"), List.of(anyCall(sample)), Sample.names(), none, none));
    });
    assertTrue(refusal.getMessage().contains(reason.strip()), refusal::getMessage);
  }

  private static Call anyCall(SteppedClass sample) {
    Method method = Arrays.stream(sample.type().getDeclaredMethods())
        .filter(each -> each.getName().equals("m"))
        .findFirst().orElseThrow();
    String[] arguments = new String[method.getParameterCount()];
    Arrays.fill(arguments, "Null");
    return Call.of("\"m\"", sample.type(), "m", Sample.names(), arguments);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
      unlabelled access                     | public int m() { return word; }
      unlabelled access                     | public void m() { Thread.onSpinWait(); }
      unlabelled access                     | public int m() { return word; } // two words
      two accesses                          | public int m() { return word + word; } // Read
      labels beside no access               | public int m() { return 1; } // Read
      """)
  void refusedForItsLabels(String reason, String members) {
    NotConformable refusal = assertThrows(NotConformable.class, () -> Sample.load(folder, members));
    assertTrue(refusal.getMessage().contains(reason), refusal::getMessage);
  }

  @Test
  void accepted() throws IOException {
    SteppedClass sample = Sample.load(folder, """
        final int constant = 1;

        public int m() {
          try {
            return (int) WORD.getAndAdd(this, constant); // Add
          } catch (RuntimeException e) {
            return Math.max(word, 2); // Read
          }
        }
        """);
    assertEquals(List.of("Add", "Read"), sample.sites().stream().map(Site::label).toList());
  }

  @Test
  void accessToAnotherObject() throws IOException {
    SteppedClass sample = Sample.load(folder, """
        private static final Sample OTHER = new Sample();

        public int m() {
          return OTHER.word; // Read
        }
        """);
    NotConformable refusal = assertThrows(NotConformable.class, () -> Sample.explore(sample, "m").explore());
    assertTrue(refusal.getMessage().contains("access to an object other than the one under test"), refusal::getMessage);
  }

  /** The number that has been read is in a local variable, which the specification would have to know of. */
  @Test
  void localVariableThatMatters() throws IOException {
    SteppedClass sample = Sample.load(folder, """
        public int m() {
          while (true) {
            int number = word; // Read
            if (number == 2 || WORD.compareAndSet(this, number, number + 1)) { // Increment
              return number;
            }
          }
        }
        """);
    Exploration exploration = Sample.explore(sample, "m");
    exploration.explore();
    HiddenState.Finding finding = exploration.hiddenState().find().orElseThrow();
    assertTrue(finding.message().contains("does not know: number (0 or 1)"), finding::message);
  }

  @Test
  void objectWithoutName() throws IOException {
    SteppedClass sample = Sample.load(folder, """
        public void m() {
          object = "nobody"; // Write
        }
        """);
    NotConformable refusal = assertThrows(NotConformable.class, () -> Sample.explore(sample, "m").explore());
    assertTrue(refusal.getMessage().contains("has no name in the specification: nobody"), refusal::getMessage);
  }
}
