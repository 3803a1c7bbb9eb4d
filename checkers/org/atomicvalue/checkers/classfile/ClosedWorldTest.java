package org.atomicvalue.checkers.classfile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.atomicvalue.checkers.evidence.Link;
import org.atomicvalue.checkers.evidence.OfLink;
import org.atomicvalue.checkers.jvm.Javac;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** What the engine does not understand it refuses, with the reason; what it understands, it understands rightly. */
@OfLink(Link.CLASS_FILE)
class ClosedWorldTest {

  @TempDir java.nio.file.Path folder;

  /** A class with one word, a function that it may call, and the code of one method. */
  private static final String CLASS = """
      package sample;
      import java.lang.invoke.MethodHandles;
      import java.lang.invoke.VarHandle;
      import java.util.Objects;
      import java.util.function.Function;
      import java.util.function.LongSupplier;
      import java.util.function.Supplier;
      public final class Sample%s {
        private static final Object MARK = new Object();
        private static final VarHandle WORD;
        static {
          try {
            WORD = MethodHandles.lookup().findVarHandle(Sample.class, "word", Object.class);
          } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
          }
        }
        private volatile Object word;
        %s
        public Object call(Object value, Function<Object, Object> function) {
          %s
        }
      }
      class Missing {}
      """;

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      return System.nanoTime();                                    | java.lang.System.nanoTime
      LongSupplier s = System::nanoTime; return s.getAsLong();     | lambdas and method references
      Supplier<Object> s = () -> value; return s.get();            | lambdas and method references
      return Thread.currentThread();                               | java.lang.Thread.currentThread
      return value.hashCode();                                     | java.lang.Object.hashCode
      return value.equals(word);                                   | java.lang.Object.equals
      return String.valueOf(value) + word;                         | after it has called the code of a value
      return "the value " + value;                                 | after it has called the code of a value
      return ((String) value).equals("A");                         | which looks into
      return value.getClass().getName().substring(1);              | java.lang.String.substring
      return new int[1];                                           | NEWARRAY
      return new Object();                                         | makes an object of java.lang.Object
      return ((Sample) value).word;                                | of another object
      Sample s = new Sample(); s.word = word; return null;         | makes an object of its own class
      synchronized (this) { return word; }                         | MONITORENTER
      WORD.set(this, value); return null;                          | accesses with volatile semantics
      WORD.setRelease(this, value); return null;                   | accesses with volatile semantics
      return WORD.getOpaque(this);                                 | accesses with volatile semantics
      return WORD.weakCompareAndSet(this, value, null);    | accesses with volatile semantics
      return WORD.getVolatile((Sample) value);                     | on another object than this
      word = "a text"; return null;                                | hands out "a text"
      word = new IllegalStateException(); return null;             | hands out new IllegalStateException
      while (value != null) { } return null;                       | a loop?
      return call(value, function);                                | to a depth of more than
      return System.out;                                           | which is not its own
      return value instanceof Missing;                             | names sample.Missing, which is no public class
      return Missing[].class;                                      | names [Lsample.Missing;, which is no public class
      return ((Supplier) function).get();                          | java.util.function.Supplier.get
      try { return String.valueOf(value); } catch (RuntimeException e) { return null; } | may catch what the toString
      return new StringBuilder() == new StringBuilder() ? 1 : 2;   | it compares
      return 1L + (value == null ? 1 : 2);                         | not understood
      """)
  void refusesCode(String code, String reason) throws IOException {
    ClassFile file = compile("", "", code);
    Refusal refusal = assertThrows(Refusal.class, () -> all(new Execution(file)));
    assertTrue(refusal.getMessage().contains(reason), refusal.getMessage());
    assertTrue(refusal.getMessage().startsWith("Sample.call, line "), refusal.getMessage());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      ' extends Thread'          | ''                                         | superclass
      ' implements Runnable'     | 'public void run() {}'                     | implements
      ''                         | 'static int count;'                        | not private
      ''                         | 'private static int count;'                | not final
      ''                         | 'private Object other;'                    | neither final nor volatile
      ''                         | 'private volatile int count;'              | not a reference
      ''                         | 'synchronized void lock() {}'              | synchronized
      ''                         | 'native void lock();'                      | no code
      ''                         | 'static final class Inner {}'              | nest mates
      ''                         | 'private static final long NOW = System.nanoTime();'              | nanoTime
      ''                         | 'private static final boolean ON = Boolean.getBoolean("x");'      | getBoolean
      ''                         | 'private static final Object COPY = MARK;'                        | becomes MARK
      ''                         | 'private static final int[] COUNT = {1};'                         | NEWARRAY
      ''                         | 'private static final Runnable R = Thread::yield;'                | method references
      """)
  void refusesClasses(String header, String member, String reason) throws IOException {
    Refusal refusal =
        assertThrows(Refusal.class, () -> new Execution(compile(header, member, "return null;")));
    assertTrue(refusal.getMessage().contains(reason), refusal.getMessage());
  }

  /** Whatever the instructions would do: a virtual machine that throws an error instead does something else. */
  @ParameterizedTest
  @MethodSource("unusable")
  void refusesWhatTheVirtualMachineDoesNotTake(String reason, String code, Consumer<ClassNode> change)
      throws IOException {
    compile("", "private static Object same(Object o) { return o; }", code);
    byte[] changed = changed(change);
    Refusal refusal = assertThrows(Refusal.class, () -> all(new Execution(ClassFile.read(changed))));
    assertTrue(refusal.getMessage().contains(reason), refusal.getMessage());
  }

  private static List<Arguments> unusable() {
    Consumer<ClassNode> framesAreLost = type -> code(type, FrameNode.class).forEach(call(type).instructions::remove);
    Consumer<ClassNode> twoOfOneName = type -> type.methods.add(new MethodNode(0, "call", call(type).desc, null, null));
    Consumer<ClassNode> calledAsOfAnInterface =
        type -> code(type, MethodInsnNode.class).forEach(call -> call.itf = true);
    Consumer<ClassNode> recipeForTwo =
        type -> code(type, InvokeDynamicInsnNode.class).forEach(call -> call.bsmArgs[0] = "\1\1");
    return List.of(
        Arguments.of("VerifyError", "return value == null ? word : value;", framesAreLost),
        Arguments.of("ClassFormatError", "return value;", twoOfOneName),
        Arguments.of("requireNonNull", "return Objects.requireNonNull(value);", calledAsOfAnInterface),
        Arguments.of("calls same", "return same(value);", calledAsOfAnInterface),
        Arguments.of("only texts", "return \"a\" + value.getClass();", recipeForTwo));
  }

  private static MethodNode call(ClassNode type) {
    return type.methods.stream().filter(method -> method.name.equals("call")).findFirst().orElseThrow();
  }

  private static <T extends AbstractInsnNode> List<T> code(ClassNode type, Class<T> kind) {
    return Arrays.stream(call(type).instructions.toArray()).filter(kind::isInstance).map(kind::cast).toList();
  }

  @Test
  void aConstantIsWhatTheStaticInitializerLeavesThere() throws IOException {
    compile("", "private static final int N; static { N = 6; }", "return N == 5 ? value : null;");
    byte[] changed = changed(type -> type.fields.stream().filter(field -> field.name.equals("N"))
        .forEach(field -> field.value = 5));
    assertEquals(List.of(": returns null"), all(new Execution(ClassFile.read(changed))));
  }

  @Test
  void followsBothOutcomesOfAnExchange() throws IOException {
    List<String> ends = all(new Execution(
        compile("", "", "return WORD.compareAndSet(this, null, value) ? value : MARK;")));
    assertEquals(List.of("exchanges", "present != null: returns MARK", "present == null: writes value, returns value"),
        ends);
  }

  @Test
  void followsExceptionsToTheirHandlers() throws IOException {
    List<String> ends = all(new Execution(compile("", "", """
        try { return ((Class<?>) value).isInstance(word) ? value : null; }
        catch (ClassCastException e) { return MARK; }
        catch (RuntimeException e) { throw new IllegalStateException("no"); }
        """)));
    assertTrue(ends.contains("value != null, !java.lang.Class.class.isInstance(value): returns MARK"), ends.toString());
    assertTrue(ends.contains("value == null: throws new IllegalStateException"), ends.toString());
  }

  @Test
  void aFunctionMayReturnAnythingOrThrow() throws IOException {
    List<String> ends = all(new Execution(compile("", "", "return function.apply(word);")));
    assertEquals(List.of("reads", "calls", ": throws thrown", ": returns returned"), ends);
  }

  /** The class that was compiled last, with a change of its bytes. */
  private byte[] changed(Consumer<ClassNode> change) throws IOException {
    ClassNode type = new ClassNode();
    new ClassReader(Files.readAllBytes(folder.resolve("sample").resolve("Sample.class"))).accept(type, 0);
    change.accept(type);
    ClassWriter writer = new ClassWriter(0);
    type.accept(writer);
    return writer.toByteArray();
  }

  private ClassFile compile(String header, String member, String code) throws IOException {
    java.nio.file.Path source = folder.resolve("Sample.java");
    Files.writeString(source, CLASS.formatted(header, member, code));
    assertEquals(List.of(), new Javac("--release", "17", "-proc:none").compile(List.of(source), folder));
    return ClassFile.read(Files.readAllBytes(folder.resolve("sample").resolve("Sample.class")));
  }

  /** What the method does from its call on, each stop followed once. */
  private static List<String> all(Execution execution) {
    String method = "call(Ljava/lang/Object;Ljava/util/function/Function;)Ljava/lang/Object;";
    List<Stop> stops = new ArrayList<>();
    List<String> ends = new ArrayList<>();
    List<Path> paths = execution.call(method, List.of(new Symbol.Reference("value", "java/lang/Object"),
        new Symbol.Reference("function", Type.getInternalName(java.util.function.Function.class))));
    note(paths, stops, ends);
    for (int i = 0; i < stops.size(); i++) {
      note(execution.resume(stops.get(i), List.of()), stops, ends);
    }
    return ends;
  }

  private static void note(List<Path> paths, List<Stop> stops, List<String> ends) {
    for (Path path : paths) {
      String conditions = path.conditions().toString().replaceAll("[\\[\\]]", "");
      if (path.end() instanceof Path.Arrives arrives) {
        if (!stops.contains(arrives.stop())) {
          stops.add(arrives.stop());
          ends.add(Map.of(Access.Kind.READ, "reads", Access.Kind.FUNCTION, "calls")
              .getOrDefault(arrives.stop().access().kind(), "exchanges"));
        }
      } else if (path.end() instanceof Path.Returns returns) {
        ends.add(conditions + ": " + (path.write() == null ? "" : "writes " + path.write().value() + ", ") + "returns "
            + returns.value());
      } else if (path.end() instanceof Path.Throws thrown) {
        ends.add(conditions + ": throws " + thrown.exception());
      }
    }
  }
}
