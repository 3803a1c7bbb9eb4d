package org.atomicvalue.checkers.steps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.atomicvalue.checkers.evidence.Link;
import org.atomicvalue.checkers.evidence.OfLink;
import org.atomicvalue.checkers.graph.TlaValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which function is called, what it is given, and what it is made of: none of that goes unseen. */
@OfLink(Link.STEPS)
class FunctionsTest {

  private static final TlaValue NONE = TlaValue.string("none");

  @TempDir Path folder;

  /** One thread that makes a call of m, and local variables that the specification knows. */
  private static Client client(SteppedClass sample, Vocabulary names, String arguments, String... known) {
    Map<String, TlaValue> locals = new TreeMap<>();
    for (String each : known) {
      locals.put(each, NONE);
    }
    Call call = Call.of("\"m\"", sample.type(), "m", names, arguments.split(" "));
    return new Client(List.of("t1"), List.of(call), names, NONE, NONE).knowing(locals);
  }

  private static Vocabulary oneFunction() {
    return new Vocabulary().add("x", new Object()).addFunction("f", Consumer.class, (Object) null);
  }

  private static final String GIVES = """
      public void m(java.util.function.Consumer<Object> f, Object o) {
        f.accept(%s); // Act
      }
      """;

  @Test
  void whatAFunctionIsGivenMustBeKnown() throws IOException {
    SteppedClass sample = Sample.load(folder, GIVES.formatted("o"));
    NotConformable refusal =
        assertThrows(NotConformable.class, () -> new Exploration(sample, client(sample, oneFunction(), "f x")));
    assertTrue(refusal.getMessage().contains("give it a variable \"given\""), refusal::getMessage);
  }

  @Test
  void aFunctionThatIsGivenSomethingElse() throws Exception {
    assertEquals(3, Sample.compare(folder, sample -> client(sample, oneFunction(), "f x", "given"),
        GIVES.formatted("o"), GIVES.formatted("o")).states());
    Difference difference = assertThrows(Difference.class, () -> Sample.compare(
        folder, sample -> client(sample, oneFunction(), "f x", "given"), GIVES.formatted("o"),
        GIVES.formatted("null")));
    assertTrue(difference.getMessage().contains("given'[t1] = Null"), difference::getMessage);
    assertTrue(difference.getMessage().contains("given'[t1] = x"), difference::getMessage);
  }

  @Test
  void twoArgumentsInTheOtherOrder() {
    String gives = """
        public void m(java.util.function.BiConsumer<Object, Boolean> f, Object o, boolean b) {
          f.accept(%s); // Act
        }
        """;
    Vocabulary names = new Vocabulary().add("x", new Object()).addFunction("f", BiConsumer.class, (Object) null);
    NotConformable refusal = assertThrows(NotConformable.class, () -> Sample.compare(
        folder, sample -> client(sample, names, "f x TRUE", "given1"), gives.formatted("o, b"),
        gives.formatted("o, b")));
    assertTrue(refusal.getMessage().contains("give it a variable \"given2\""), refusal::getMessage);
  }

  private static final String TWO = """
      public void m(Runnable first, Runnable second) {
        %s.run(); // First
        %s.run(); // Second
      }
      """;

  private static Vocabulary twoFunctions() {
    return new Vocabulary().addFunction("f", Runnable.class, (Object) null)
        .addFunction("g", Runnable.class, (Object) null);
  }

  @Test
  void anotherFunctionIsCalled() throws Exception {
    String right = TWO.formatted("first", "second");
    NotConformable refusal = assertThrows(NotConformable.class, () -> Sample.compare(
        folder, sample -> client(sample, twoFunctions(), "f g"), right, right));
    assertTrue(refusal.getMessage().contains("give it a variable \"called\""), refusal::getMessage);
    assertEquals(4,
        Sample.compare(folder, sample -> client(sample, twoFunctions(), "f g", "called"), right, right).states());
    Difference difference = assertThrows(Difference.class, () -> Sample.compare(
        folder, sample -> client(sample, twoFunctions(), "f g", "called"), right, TWO.formatted("second", "first")));
    assertTrue(difference.getMessage().contains("called'[t1] = g"), difference::getMessage);
  }

  /** Each is a way to call the counter by a function that is made where no call is looked into. */
  @ParameterizedTest
  @ValueSource(strings = {
    "private static final IntSupplier COIN = () -> TOSSES.getAndIncrement();",
    "private static final IntSupplier COIN = TOSSES::getAndIncrement;",
    "private final IntSupplier COIN; public Sample() { COIN = TOSSES::getAndIncrement; }",
    "private final IntSupplier COIN = make(); private static IntSupplier make() { return () -> TOSSES.get(); }",
    "private static final IntSupplier COIN = new Coin(); private static final class Coin implements IntSupplier {"
        + " public int getAsInt() { return TOSSES.getAndIncrement(); } }",
  })
  void aFunctionThatWasMadeBeforeTheCall(String coin) throws IOException {
    SteppedClass sample = Sample.load(folder, """
        private static final java.util.concurrent.atomic.AtomicInteger TOSSES =
            new java.util.concurrent.atomic.AtomicInteger();

        %s

        public void m() {
          int tosses = COIN.getAsInt(); // Toss
          word = tosses > 100_000 ? 1 : 0; // Write
        }
        """.formatted(coin.replace("IntSupplier", "java.util.function.IntSupplier")));
    NotConformable refusal = assertThrows(NotConformable.class, () -> Sample.explore(sample, "m"));
    assertTrue(refusal.getMessage().contains("java/util/concurrent/atomic/AtomicInteger.get"), refusal::getMessage);
  }

  @Test
  void aFunctionOfTheClassItselfThatIsHarmless() throws IOException {
    SteppedClass sample = Sample.load(folder, """
        private static final java.util.function.IntSupplier ONE = () -> 1;

        public void m() {
          word = ONE.getAsInt(); // Ask
        }
        """.replace("word = ONE.getAsInt(); // Ask", "int one = ONE.getAsInt(); // Ask\n word = one; // Write"));
    assertEquals(25, Sample.explore(sample, "m").explore().states());
  }

  @Test
  void aFunctionOfWhichNothingIsKnown() throws IOException {
    SteppedClass sample = Sample.load(folder, """
        private static final java.util.function.Function<Object, Object> SAME = java.util.function.Function.identity();

        public void m() {
          Object same = SAME.apply(null); // Ask
        }
        """);
    NotConformable refusal = assertThrows(NotConformable.class,
        () -> new Exploration(sample, new Client(List.of("t1"),
            List.of(Call.of("\"m\"", sample.type(), "m", new Vocabulary())), new Vocabulary(), NONE, NONE)
            .knowing(Map.of("given", NONE))).explore());
    assertTrue(refusal.getMessage().contains("of which it is not known what it does"), refusal::getMessage);
  }

  /** The thread is not even started here: to make it is enough. */
  @Test
  void aConstructorThatMakesAThread() throws IOException {
    SteppedClass sample = Sample.load(folder, """
        public Sample() {
          new Thread(() -> shut(2));
        }

        private void shut(int how) {
          word = how; // Shut
        }

        public void m() {
          shut(1);
        }
        """);
    NotConformable refusal = assertThrows(NotConformable.class, () -> Sample.explore(sample, "m"));
    assertTrue(refusal.getMessage().contains("makes a function that makes accesses"), refusal::getMessage);
  }
}
