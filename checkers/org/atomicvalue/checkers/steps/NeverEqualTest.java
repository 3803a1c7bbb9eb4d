package org.atomicvalue.checkers.steps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntSupplier;
import org.atomicvalue.checkers.evidence.Link;
import org.atomicvalue.checkers.evidence.OfLink;
import org.atomicvalue.checkers.graph.SpecGraph;
import org.atomicvalue.checkers.graph.StateGraph;
import org.atomicvalue.checkers.graph.TlaValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Pairs of classes that differ in a way that is easy to miss. The graph of the first stands in for the specification;
 * the second must not be called equal to it.
 */
@OfLink(Link.STEPS)
class NeverEqualTest {

  @TempDir Path folder;

  private StepConformance.Result compare(String specified, String members, String... calls) throws Exception {
    return Sample.compare(folder, sample -> Sample.client(sample, calls), specified, members);
  }

  private void differs(String expected, String specified, String members, String... calls) throws Exception {
    StepConformance.Result itself = compare(specified, specified, calls);
    assertTrue(itself.states() > 1, "what is specified is not even equal to itself");
    AssertionError difference = assertThrows(AssertionError.class, () -> compare(specified, members, calls));
    assertTrue(difference.getMessage().contains(expected), difference::getMessage);
  }

  @Test
  void theFunctionIsCalledTooLate() throws Exception {
    differs("part after 0 steps", """
        public void m(Runnable action) {
          action.run(); // Act
          word = 1; // Done
        }
        """, """
        public void m(Runnable action) {
          word = 1; // Done
          action.run(); // Act
        }
        """, "m(f)");
  }

  @Test
  void theWaiterPassesALockedGateAtItsFifthLook() throws Exception {
    String gate = """
        public void close() {
          word = 1; // Close
        }

        public void lock() {
          word = 2; // Lock
        }

        public void open() {
          word = 0; // Open
        }

        public void pass() {
          int looks = 0;
          while (true) {
            int seen = word; // Look
            if (seen == 0 %s) {
              return;
            }
          }
        }
        """;
    differs("hidden state", gate.formatted(""), gate.formatted("|| seen == 2 && ++looks == 5"), "close", "lock", "open",
        "pass");
  }

  @Test
  void theTwentiethRoundIsAnotherOne() throws Exception {
    String waiting = """
        public void close() {
          word = 1; // Close
        }

        public void pass() {
          int looks = 0;
          while (true) {
            int seen = word; // Look
            if (seen == 0 %s) {
              return;
            }
          }
        }
        """;
    differs("hidden state", waiting.formatted(""), waiting.formatted("|| ++looks == 20"), "close", "pass");
  }

  @Test
  void equalObjectsAreTakenForIdenticalOnes() throws Exception {
    String members = """
        public void put(Object o) {
          object = o; // Put
        }

        public void m(Object o) {
          Object seen = object; // Look
          word = %s; // Mark
        }
        """;
    differs("hidden state", members.formatted("1"), members.formatted("seen == o ? 2 : 1"), "put(x)", "put(y)", "m(y)");
  }

  @Test
  void anObjectOfTheCallItselfRemembers() throws Exception {
    String members = """
        record Seen(Object what) {}

        public void put(Object o) {
          object = o; // Put
        }

        public void m() {
          Object read = object; // Look
          Seen seen = new Seen(read);
          read = null;
          word = %s; // Mark
        }
        """;
    differs("hidden state", members.formatted("1"), members.formatted("seen.what() == null ? 1 : 2"), "put(x)", "m");
  }

  @Test
  void anObjectRemembersInAFieldThatItInherits() throws Exception {
    String members = """
        private abstract static class Base {
          final Object what;

          Base(Object what) {
            this.what = what;
          }
        }

        private static final class Seen extends Base {
          Seen(Object what) {
            super(what);
          }
        }

        public void put(Object o) {
          object = o; // Put
        }

        public void m() {
          Object read = object; // Look
          Seen seen = new Seen(read);
          read = null;
          Thread.onSpinWait(); // Wait
          word = %s; // Mark
        }
        """;
    differs("hidden state", members.formatted("1"), members.formatted("seen.what == null ? 1 : 2"), "put(x)", "m");
  }

  @Test
  void anObjectUnderConstructionRemembers() throws Exception {
    String members = """
        private final class Pair {
          final Object first;
          final Object second;

          Pair() {
            first = object; // First
            second = object; // Second
          }
        }

        public void put(Object o) {
          object = o; // Put
        }

        public void take() {
          object = null; // Take
        }

        public void m() {
          Pair pair = new Pair();
          word = %s; // Mark
        }
        """;
    differs("hidden state", members.formatted("1"),
        members.formatted("pair.first != null && pair.second == null ? 2 : 1"), "put(x)", "take", "m");
  }

  @Test
  void twoObjectsThatWereThereBeforeLookAlike() throws Exception {
    String members = """
        private static final class Node {}

        private final Node left = new Node();
        private final Node right = new Node();

        public void put(Object o) {
          object = o; // Put
        }

        public void m() {
          Node node = object == null ? left : right; // Look
          Thread.onSpinWait(); // Wait
          word = %s; // Mark
        }
        """;
    differs("hidden state", members.formatted("1"), members.formatted("node == right ? 2 : 1"), "put(x)", "m");
  }

  @Test
  void aCallerRemembers() throws Exception {
    String caller = """
        public void put(Object o) {
          object = o; // Put
        }

        public void m() {
          Object seen = object; // Look
          pause();
          if (%s) {
            word = 1; // Mark
          }
        }

        private void pause() {
          Thread.onSpinWait(); // Wait
        }
        """;
    differs("hidden state", caller.formatted("true"), caller.formatted("seen == null"), "put(x)", "m");
  }

  @Test
  void whatAnAccessThrewIsThrownAgain() throws Exception {
    SteppedClass sample = Sample.load(folder, """
        public void m() {
          try {
            WORD.setVolatile((Sample) null, 1); // Throw
            word = 1; // Unreached
          } catch (NullPointerException e) {
            word = 2; // Caught
            word = 3; // CaughtToo
          }
        }
        """);
    assertEquals(Set.of("Request", "Throw", "Caught", "CaughtToo", "Respond"),
        Sample.explore(sample, "m").explore().actions());
  }

  @Test
  void whatIsCaughtMatters() throws Exception {
    String members = """
        public void m() {
          int how = 0;
          try {
            WORD.setVolatile((Sample) null, 1); // Throw
            how = 1;
          } catch (NullPointerException e) {
            how = 2;
          }
          word = %s; // Write
        }
        """;
    differs("at Write", members.formatted("1"), members.formatted("how"), "m");
  }

  @Test
  void aThrowingFunctionIsNotOneThatReturns() throws IOException {
    SteppedClass sample = Sample.load(folder, """
        public int m(java.util.function.IntSupplier s) {
          try {
            int n = s.getAsInt(); // Ask
            word = n; // Write
            return n;
          } catch (IllegalStateException e) {
            word = 7; // Fail
            throw e;
          }
        }
        """);
    Vocabulary names = new Vocabulary()
        .addFunction("s", IntSupplier.class, 1, 2, new IllegalStateException());
    Client client = new Client(List.of("t1"),
        List.of(Call.of("\"m\"", sample.type(), "m", names, "s")), names,
        TlaValue.string("none"), TlaValue.string("none"));
    Exploration exploration = new Exploration(sample, client);
    StateGraph graph = exploration.explore();
    assertEquals(Set.of("Request", "Ask", "Write", "Fail", "Respond"), graph.actions());
    assertTrue(exploration.hiddenState().find().isPresent(), "what Write writes is in a local variable");
  }

  @Test
  void aFunctionMayNotUseTheObject() throws Exception {
    SteppedClass sample = Sample.load(folder, """
        public void m() {
          Runnable own = () -> {
            word = 1; // Inside
          };
          own.run(); // Outside
        }
        """);
    NotConformable refusal = assertThrows(NotConformable.class, () -> Sample.explore(sample, "m").explore());
    assertTrue(refusal.getMessage().contains("makes another step itself"), refusal::getMessage);
  }

  @Test
  void staticStateThroughAHandleThatTakesAnObjectOfTheClass() throws Exception {
    SteppedClass sample = Sample.load(folder, """
        private static final VarHandle LAST;

        private static volatile Sample last;

        static {
          try {
            LAST = MethodHandles.lookup().findStaticVarHandle(Sample.class, "last", Sample.class);
          } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
          }
        }

        public void m() {
          LAST.setVolatile(this); // Write
        }
        """);
    NotConformable refusal = assertThrows(NotConformable.class, () -> Sample.explore(sample, "m").explore());
    assertTrue(refusal.getMessage().contains("not a field of an object of the class"), refusal::getMessage);
  }

  @Test
  void staticStateThroughAHandleThatDropsTheObject() throws Exception {
    assumeTrue(Runtime.version().feature() >= 22, "this JDK cannot make a VarHandle of another one");
    SteppedClass sample = Sample.load(folder, """
        private static final VarHandle LAST;

        private static volatile int last;

        static {
          try {
            VarHandle last = MethodHandles.lookup().findStaticVarHandle(Sample.class, "last", int.class);
            LAST = (VarHandle) MethodHandles.class
                .getMethod("dropCoordinates", VarHandle.class, int.class, Class[].class)
                .invoke(null, last, 0, new Class<?>[] {Sample.class});
          } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
          }
        }

        public void m() {
          LAST.setVolatile(this, 1); // Write
        }
        """);
    NotConformable refusal = assertThrows(NotConformable.class, () -> Sample.explore(sample, "m").explore());
    assertTrue(refusal.getMessage().contains("made of another one"), refusal::getMessage);
  }

  @Test
  void twoExceptionsOfOneSimpleName() throws Exception {
    SteppedClass sample = Sample.load(folder, """
        private static final class IllegalStateException extends RuntimeException {}

        public void m(Object o) {
          word = 1; // Write
          throw o == null ? new IllegalStateException() : new java.lang.IllegalStateException();
        }
        """);
    NotConformable refusal =
        assertThrows(NotConformable.class, () -> Sample.explore(sample, "m(x)", "m(Null)").explore());
    assertTrue(refusal.getMessage().contains("two results would be called"), refusal::getMessage);
  }

  /** What the constructors of Throwable call is not to be seen in any method of the class. */
  @Test
  void anExceptionThatCountsHowOftenItIsMade() throws Exception {
    SteppedClass sample = Sample.load(folder, """
        private static final java.util.concurrent.atomic.AtomicInteger MADE =
            new java.util.concurrent.atomic.AtomicInteger();

        private static final class Stop extends RuntimeException {
          @Override
          public Throwable fillInStackTrace() {
            if (MADE.getAndIncrement() == 100_000) {
              throw new Error();
            }
            return this;
          }
        }

        public void m() {
          word = 1; // Write
          throw new Stop();
        }
        """);
    NotConformable refusal = assertThrows(NotConformable.class, () -> Sample.explore(sample, "m"));
    assertTrue(refusal.getMessage().contains("Stop.fillInStackTrace"), refusal::getMessage);
  }

  @Test
  void anInheritedMethodIsNotLookedInto() throws Exception {
    SteppedClass sample = Sample.load(folder, " implements java.util.Iterator<Object>", """
        public boolean hasNext() {
          return true;
        }

        public Object next() {
          return object; // Next
        }

        public void m() {
          remove();
        }
        """);
    NotConformable refusal = assertThrows(NotConformable.class, () -> Sample.explore(sample, "m", "next"));
    assertTrue(refusal.getMessage().contains("remove, inherited from java/util/Iterator"), refusal::getMessage);
    NotConformable other = assertThrows(NotConformable.class, () -> Sample.explore(sample, "next"));
    assertTrue(other.getMessage().contains("is not among the calls"), other::getMessage);
  }

  /** A number that is read, and what was read is compared and set: the specification must know it. */
  @Test
  void aCounterIsHiddenStateAndNoDifference() throws Exception {
    String counter = """
        public int m() {
          while (true) {
            int seen = word; // Read
            if (seen == 3) {
              return seen;
            }
            if (WORD.compareAndSet(this, seen, seen + 1)) { // Add
              return seen;
            }
          }
        }
        """;
    NotConformable hidden = assertThrows(NotConformable.class, () -> compare(counter, counter, "m"));
    assertTrue(hidden.getMessage().contains("does not know: seen (0 or 1)"), hidden::getMessage);
  }

  /** The specification allows Add to fail or not; which of them happens depends on a number that it does not know. */
  @Test
  void aCounterWhoseSpecificationDoesNotKnowWhatItHasRead() throws Exception {
    Path module = Files.writeString(folder.resolve("Counter.tla"), """
        ---- MODULE Counter ----
        EXTENDS Naturals
        CONSTANTS Threads, Null
        VARIABLES word, object, pc, call, result
        vars == <<word, object, pc, call, result>>
        Init == /\\ word = 0 /\\ object = Null
                /\\ pc = [t \\in Threads |-> "Idle"]
                /\\ call = [t \\in Threads |-> "none"]
                /\\ result = [t \\in Threads |-> "none"]
        Goto(t, a, r) == pc' = [pc EXCEPT ![t] = a] /\\ result' = [result EXCEPT ![t] = r]
        Request(t) == pc[t] = "Idle" /\\ Goto(t, "Read", "none")
                      /\\ call' = [call EXCEPT ![t] = "m"] /\\ UNCHANGED <<word, object>>
        Respond(t) == pc[t] = "Respond" /\\ Goto(t, "Idle", "none")
                      /\\ call' = [call EXCEPT ![t] = "none"] /\\ UNCHANGED <<word, object>>
        Read(t) == pc[t] = "Read" /\\ UNCHANGED <<word, object, call>>
                   /\\ IF word = 2 THEN Goto(t, "Respond", "full") ELSE Goto(t, "Add", "none")
        Add(t) == pc[t] = "Add" /\\ UNCHANGED <<object, call>>
                  /\\ \\/ word < 2 /\\ word' = word + 1 /\\ Goto(t, "Respond", "added")
                     \\/ UNCHANGED word /\\ Goto(t, "Read", "none")
        Next == \\E t \\in Threads : Request(t) \\/ Respond(t) \\/ Read(t) \\/ Add(t)
        Spec == Init /\\ [][Next]_vars
        ====
        """);
    Path config = Files.writeString(folder.resolve("Counter.cfg"),
        "CONSTANT Threads = {t1, t2}\nCONSTANT Null = Null\nSPECIFICATION Spec\n");
    StateGraph spec = new SpecGraph(module, config).folder(folder).explore();
    SteppedClass counter = Sample.load(Files.createDirectories(folder.resolve("class")), """
        private enum Result { full, added }

        public Object m() {
          while (true) {
            int seen = word; // Read
            if (seen == 2) {
              return Result.full;
            }
            if (WORD.compareAndSet(this, seen, seen + 1)) { // Add
              return Result.added;
            }
          }
        }
        """);
    Vocabulary names = new Vocabulary();
    Client client = new Client(List.of("t1", "t2"), List.of(Call.of("\"m\"", counter.type(), "m", names)), names,
        TlaValue.string("none"), TlaValue.string("none"));
    NotConformable hidden = assertThrows(NotConformable.class, () -> StepConformance.check(
        counter, client, CompletableFuture.completedFuture(spec), Set.of()));
    assertTrue(hidden.getMessage().contains("does not know: seen (0 or 1)"), hidden::getMessage);
  }
}
