package org.atomicvalue.checkers.steps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.atomicvalue.checkers.evidence.Link;
import org.atomicvalue.checkers.evidence.OfLink;
import org.atomicvalue.checkers.graph.StateGraph;
import org.atomicvalue.checkers.graph.TlaValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.Opcodes;

/** What the classes of other people have in them, and how it looks in the words of a specification. */
@OfLink(Link.STEPS)
class OtherPeoplesClassesTest {

  @TempDir Path folder;

  private static TlaValue none() {
    return TlaValue.string("none");
  }

  /** The values that a variable has in all states; of a function, those for the first thread. */
  private static Set<String> values(StateGraph graph, String variable) {
    Set<String> values = new TreeSet<>();
    for (int state = 0; state < graph.states(); state++) {
      TlaValue value = graph.state(state).value(variable);
      values.add(value.entries().getOrDefault("t1", value).toString());
    }
    return values;
  }

  private static StateGraph explore(SteppedClass sample, Client client) {
    Exploration exploration = new Exploration(sample, client);
    StateGraph graph = exploration.explore();
    HiddenState hidden = exploration.hiddenState();
    hidden.find().ifPresent(finding -> {
      throw new AssertionError(finding.message());
    });
    assertTrue(hidden.isExhausted());
    return graph;
  }

  @Test
  void enumNestedInTheClass() throws IOException {
    SteppedClass sample = Sample.load(folder, """
        private enum State { NEW, DONE }

        private volatile State state = State.NEW;

        public int m() {
          switch (state) { // Look
            case NEW:
              state = State.DONE; // Finish
              return 0;
            default:
              return 1;
          }
        }
        """);
    StateGraph graph = explore(sample, Sample.client(sample, "m"));
    assertEquals(Set.of("\"NEW\"", "\"DONE\""), values(graph, "state"));
    assertEquals(Set.of("\"none\"", "0", "1"), values(graph, "result"));
  }

  @Test
  void wordsOfPrimitiveTypes() throws IOException {
    SteppedClass sample = Sample.load(folder, """
        private volatile boolean flag;
        private volatile long big = -1;
        private volatile byte small = 2;

        public long m(boolean on) {
          flag = on; // Set
          return big; // Get
        }
        """);
    Vocabulary names = new Vocabulary();
    Client client = new Client(List.of("t1"), List.of(Call.of("<<\"m\", TRUE>>", sample.type(), "m", names, "TRUE")),
        names, none(), none());
    StateGraph graph = explore(sample, client);
    assertEquals(Set.of("TRUE", "FALSE"), values(graph, "flag"));
    assertEquals(Set.of("-1"), values(graph, "big"));
    assertEquals(Set.of("2"), values(graph, "small"));
    assertEquals(Set.of("\"none\"", "-1"), values(graph, "result"));
  }

  /** The statements of a {@code finally} are there twice in the class file. */
  @Test
  void accessInFinally() throws IOException {
    SteppedClass sample = Sample.load(folder, """
        public int m() {
          int seen = 0;
          try {
            seen = word; // Look
            if (seen == 1) {
              throw new IllegalStateException();
            }
            return 5;
          } finally {
            word = 1; // Finally
          }
        }
        """);
    StateGraph graph = explore(sample, Sample.client(sample, "m").knowing(Map.of("seen", none())));
    assertEquals(Set.of("Request", "Look", "Finally", "Respond"), graph.actions());
    assertEquals(Set.of("\"none\"", "5", "\"IllegalStateException\""), values(graph, "result"));
  }

  @Test
  void localVariableThatTheSpecificationKnows() throws IOException {
    SteppedClass sample = Sample.load(folder, """
        public int m() {
          while (true) {
            int seen = word; // Read
            if (seen == 2) {
              return seen;
            }
            if (WORD.compareAndSet(this, seen, seen + 1)) { // Add
              return seen;
            }
          }
        }
        """);
    StateGraph graph = explore(sample, Sample.client(sample, "m").knowing(Map.of("seen", none())));
    assertEquals(Set.of("\"none\"", "0", "1"), values(graph, "seen"));
  }

  @Test
  void constantInheritedFromAnInterface() throws IOException {
    SteppedClass sample = Sample.load(folder, " implements org.objectweb.asm.Opcodes", """
        public void put() {
          object = TOP; // Put
        }
        """);
    Vocabulary names = new Vocabulary().add("Null", null).add("Top", Opcodes.TOP);
    Client client = new Client(
        List.of("t1"), List.of(Call.of("\"put\"", sample.type(), "put", names)), names, none(), none());
    assertEquals(Set.of("Null", "Top"), values(explore(sample, client), "object"));
  }

  @Test
  void nestedTypesThatUseEachOthersPrivateMembers() throws IOException {
    SteppedClass sample = Sample.load(folder, """
        private record Pair(Object left, Object right) {
          private Object either() {
            return left == null ? right : left;
          }
        }

        private final class Writer {
          private void write(Object o) {
            object = o; // Write
          }
        }

        public void m(Object o) {
          Pair pair = new Pair(null, o);
          new Writer().write(pair.either());
        }
        """);
    assertEquals(Set.of("Null", "x"), values(explore(sample, Sample.client(sample, "m(x)")), "object"));
  }

  /** The class, its constructor and its methods are not public; and it is nested in another class. */
  @Test
  void classNestedInATest() {
    Path source = Path.of("checkers/org/atomicvalue/checkers/steps/NestedSample.java");
    SteppedClass sample =
        SteppedClass.load(NestedSample.Gate.class, source, SteppedClass.Creation.PLAIN);
    Client client = Sample.client(sample, "close", "open", "isOpen");
    StateGraph graph = explore(sample, client);
    assertEquals(Set.of("TRUE", "FALSE"), values(graph, "closed"));
  }

  @Test
  void aNodeThatIsPublishedHasNoName() throws IOException {
    SteppedClass sample = Sample.load(folder, """
        private record Node(Object item, Object next) {}

        public void push(Object item) {
          while (true) {
            Object seen = object; // Look
            if (SLOT.compareAndSet(this, seen, new Node(item, seen))) { // Push
              return;
            }
          }
        }

        private static final VarHandle SLOT;

        static {
          try {
            SLOT = MethodHandles.lookup().findVarHandle(Sample.class, "object", Object.class);
          } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
          }
        }
        """);
    NotConformable refusal = assertThrows(NotConformable.class, () -> Sample.explore(sample, "push(x)").explore());
    assertTrue(refusal.getMessage().contains("an object that a call has made and published"), refusal::getMessage);
  }

  @Test
  void anythingElseThatIsNotPublicIsRefused() {
    Path source = Path.of("checkers/org/atomicvalue/checkers/steps/NestedSample.java");
    SteppedClass sample =
        SteppedClass.load(NestedSample.Neighbour.class, source, SteppedClass.Creation.PLAIN);
    NotConformable refusal = assertThrows(NotConformable.class, () -> Sample.explore(sample, "m"));
    assertTrue(refusal.getMessage().contains("which is not public: the class under test is loaded apart"),
        refusal::getMessage);
  }

  @Test
  void tooManyThreads() throws IOException {
    SteppedClass sample = Sample.load(folder, "public void m() {}");
    Vocabulary names = new Vocabulary();
    Client client = new Client(List.of("t1", "t2", "t3", "t4", "t5", "t6"),
        List.of(Call.of("\"m\"", sample.type(), "m", names)), names, none(), none());
    NotConformable refusal = assertThrows(NotConformable.class, () -> new Exploration(sample, client));
    assertTrue(refusal.getMessage().contains("at most 5 threads"), refusal::getMessage);
  }

  @Test
  void aCounterWithoutLimitIsStopped() throws IOException {
    SteppedClass sample = Sample.load(folder, """
        public void m() {
          WORD.getAndAdd(this, 1); // Add
        }
        """);
    Vocabulary names = new Vocabulary();
    Client client = new Client(
        List.of("t1", "t2"), List.of(Call.of("\"m\"", sample.type(), "m", names)), names, none(), none());
    NotConformable refusal = assertThrows(NotConformable.class, () -> new Exploration(sample, client, 6).explore());
    assertTrue(refusal.getMessage().contains("more than 64 states of the words"), refusal::getMessage);
  }

  @Test
  void theMoreThreadsTheLessRoom() {
    assertEquals(List.of(2_097_152, 65_536, 4096, 1024),
        Stream.of(2, 3, 4, 5).map(threads -> 1 << Exploration.bits(threads)).toList());
  }
}
