package org.atomicvalue.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.atomicvalue.AtomicValue;
import org.atomicvalue.WaitFreeAtomicValue;
import org.atomicvalue.checkers.evidence.Evidence;
import org.atomicvalue.checkers.evidence.Link;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * The JIT inlines a method that is called often if its bytecode is not longer than {@code FreqInlineSize}, and one that
 * is not longer than {@code MaxInlineSize} wherever it is called. The four operations and all that they call in their
 * class must stay below the first, what every call goes through below the second.
 */
class HotMethodsTest {

  private static final Set<String> OPERATIONS = Set.of("load", "store", "swap", "compareAndSwap");

  /** Readers and most writers call no more than these: short enough to be inlined wherever they are called. */
  private static final Set<String> SMALL = Set.of("load", "store", "typeOf", "value");

  @Test
  void atomicValueStaysInlinable() throws IOException {
    check(
        AtomicValue.class,
        Map.ofEntries(
            Map.entry("load", 27),
            Map.entry("store", 30),
            Map.entry("swap", 38),
            Map.entry("compareAndSwap", 63),
            Map.entry("isPublished", 58),
            Map.entry("publishFirst", 28),
            Map.entry("typeOf", 31),
            Map.entry("requireInstance", 24),
            Map.entry("notAnInstance", 23),
            Map.entry("inconsistent", 23),
            Map.entry("name", 62),
            Map.entry("value", 2)));
  }

  @Test
  void waitFreeAtomicValueStaysInlinable() throws IOException {
    check(
        WaitFreeAtomicValue.class,
        Map.ofEntries(
            Map.entry("load", 9),
            Map.entry("store", 30),
            Map.entry("swap", 38),
            Map.entry("compareAndSwap", 31),
            Map.entry("installFirst", 34),
            Map.entry("requireSameType", 49),
            Map.entry("typeOf", 31),
            Map.entry("requireInstance", 24),
            Map.entry("notAnInstance", 23),
            Map.entry("inconsistent", 23),
            Map.entry("name", 62),
            Map.entry("value", 2)));
  }

  private static void check(Class<?> type, Map<String, Integer> expected) throws IOException {
    long start = System.nanoTime();
    Map<String, Integer> sizes = reachable(type);
    int frequent = limit("FreqInlineSize");
    int any = limit("MaxInlineSize");
    sizes.forEach((method, size) -> {
      String message = "%s.%s has %d bytes of bytecode: the JIT inlines at most %d".formatted(
          type.getSimpleName(), method, size, SMALL.contains(method) ? any : frequent);
      assertTrue(size <= (SMALL.contains(method) ? any : frequent), message);
    });
    assertEquals(
        new TreeMap<>(expected),
        sizes,
        () -> "bytes of bytecode in the operations of " + type.getSimpleName() + " and what they call. If you have"
            + " changed them, measure (mvn test-compile exec:exec@bench), look at what is inlined"
            + " (mvn test-compile exec:exec@bench-code), then write the new sizes into this test");
    new Evidence(
        Link.COST,
        "HotMethodsTest " + type.getSimpleName(),
        sizes.size(),
        "methods",
        "bytecode size at most FreqInlineSize = %d; of %s at most MaxInlineSize = %d".formatted(
            frequent, String.join(", ", new TreeMap<>(sizes).keySet().stream().filter(SMALL::contains).toList()), any),
        "all inlinable; load has " + sizes.get("load") + " bytes",
        (System.nanoTime() - start) / 1e9)
        .record();
  }

  /** The limit that the JVM running this test has. */
  private static int limit(String flag) {
    return Integer.parseInt(
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class).getVMOption(flag).getValue());
  }

  /** The bytecode size of the operations and of the methods of the same class that they call, directly or not. */
  private static Map<String, Integer> reachable(Class<?> type) throws IOException {
    Map<String, Integer> sizes = new HashMap<>();
    Map<String, Set<String>> calls = new HashMap<>();
    read(type, sizes, calls);
    Map<String, Integer> reachable = new TreeMap<>();
    Deque<String> next = new ArrayDeque<>(OPERATIONS);
    while (!next.isEmpty()) {
      String method = next.pop();
      assertTrue(sizes.containsKey(method), () -> type.getSimpleName() + " has no method " + method);
      if (reachable.put(method, sizes.get(method)) == null) {
        next.addAll(calls.get(method));
      }
    }
    return reachable;
  }

  private static void read(Class<?> type, Map<String, Integer> sizes, Map<String, Set<String>> calls)
      throws IOException {
    try (InputStream bytes = type.getResourceAsStream(type.getSimpleName() + ".class")) {
      ClassReader reader = new ClassReader(bytes);
      // A writer that starts from the constants of the class lays the code out as it was, and knows where it ends.
      reader.accept(new ClassVisitor(Opcodes.ASM9, new ClassWriter(reader, 0)) {
        @Override
        public MethodVisitor visitMethod(int access, String name, String descriptor, String signature,
            String[] thrown) {
          Set<String> called = calls.computeIfAbsent(name, first -> new HashSet<>());
          return new MethodVisitor(api, super.visitMethod(access, name, descriptor, signature, thrown)) {
            @Override
            public void visitMethodInsn(int opcode, String owner, String callee, String type, boolean isInterface) {
              if (owner.equals(reader.getClassName())) {
                called.add(callee);
              }
              super.visitMethodInsn(opcode, owner, callee, type, isInterface);
            }

            @Override
            public void visitMaxs(int maxStack, int maxLocals) {
              Label end = new Label();
              visitLabel(end);
              sizes.merge(name, end.getOffset(), Integer::sum); // An overload, should there be one, counts as well.
              super.visitMaxs(maxStack, maxLocals);
            }
          };
        }
      }, 0);
    }
  }
}
