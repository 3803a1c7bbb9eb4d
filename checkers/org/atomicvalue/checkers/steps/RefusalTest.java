package org.atomicvalue.checkers.steps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.atomicvalue.checkers.evidence.Link;
import org.atomicvalue.checkers.evidence.OfLink;
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
      which is neither final nor a volatile | int plain; public void m() { plain = 1; }
      which is neither final nor a volatile | static volatile int shared; public int m() { return shared; }
      is synchronized                       | public synchronized void m() {}
      has a handler for finally             | public void m() { synchronized (this) { hashCode(); } }
      has a handler for finally             | public void m() { try { hashCode(); } finally { toString(); } }
      has a handler for java/lang/Throwable | public void m() { try { hashCode(); } catch (Throwable e) { } }
      is native                             | public native void m();
      accesses an array                     | public int m(int[] array) { return array[0]; }
      calls VarHandle.getAcquire            | public int m() { return (int) WORD.getAcquire(this); }
      calls VarHandle.weakCompareAndSet     | public boolean m() { return WORD.weakCompareAndSet(this, 0, 1); }
      which cannot be looked into           | public void m() throws Exception { wait(); }
      which cannot be looked into           | public void m() { new Thread(); }
      unlabelled access                     | public int m() { return word; }
      unlabelled access                     | public void m() { Thread.onSpinWait(); }
      unlabelled access                     | public int m() { return word; } // two words
      two accesses                          | public int m() { return word + word; } // Read
      labels beside no access               | public int m() { return 1; } // Read
      """)
  void refused(String reason, String members) {
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

  @Test
  void dependenceOnMoreThanWhatIsRead() throws IOException {
    SteppedClass sample = Sample.load(folder, """
        private static final java.util.function.IntSupplier COIN =
            new java.util.concurrent.atomic.AtomicInteger()::getAndIncrement;

        public int m() {
          if (COIN.getAsInt() % 2 == 0) {
            word = 0; // Heads
          } else {
            word = 1; // Tails
          }
          return 0;
        }
        """);
    NotConformable refusal = assertThrows(NotConformable.class, () -> Sample.explore(sample, "m").explore());
    assertTrue(refusal.getMessage().contains("it depends on more"), refusal::getMessage);
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
    NotConformable refusal = assertThrows(NotConformable.class, exploration::requireNoHiddenState);
    assertTrue(refusal.getMessage().contains("hidden state"), refusal::getMessage);
  }

  @Test
  void objectWithoutName() throws IOException {
    SteppedClass sample = Sample.load(folder, """
        public void m() {
          word = 77; // Write
        }
        """);
    NotConformable refusal = assertThrows(NotConformable.class, () -> Sample.explore(sample, "m").explore());
    assertTrue(refusal.getMessage().contains("has no name in the specification: 77"), refusal::getMessage);
  }
}
